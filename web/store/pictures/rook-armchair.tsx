import { Scene } from './scene.tsx';

export function RookArmchair() {
  return (
    <Scene label="A honey-coloured armchair with a round back and black legs, beside a plant" wall="sage">
      <path class="a-leaf" d="M506 404c-8-70-52-94-58-158 38 20 60 80 58 124 2-70 22-120 62-152 2 68-44 106-50 188z" />
      <path class="a-leaf" d="M510 404c10-50 40-62 72-70-4 34-30 54-62 72z" />
      <path class="a-pot" d="M462 402h96l-12 112h-72z" />
      <path class="a-pot-2" d="M526 402h32l-12 112h-30z" />
      <ellipse class="a-shadow" cx="268" cy="532" rx="190" ry="12" />
      <path class="l-ink w10" d="M152 440l-22 90M384 440l22 90M186 450l-8 76M350 450l8 76" />
      <path
        class="a-honey"
        d="M124 300c0-104 60-166 144-166s144 62 144 166c0 46-8 78-20 104H144c-12-26-20-58-20-104z"
      />
      <path
        class="a-honey-2"
        d="M330 148c52 24 82 78 82 152 0 46-8 78-20 104h-42c18-34 26-70 26-110 0-62-16-112-46-146z"
      />
      <path class="a-honey-3" d="M140 372h256c20 0 30 12 30 32s-10 40-30 44H140c-20-4-30-24-30-44s10-32 30-32z" />
      <path class="a-honey-2" d="M112 414c4 18 14 30 28 34h256c14-4 24-16 28-34z" />
      <path class="l-honey w3" d="M268 140v228M196 158c-22 60-26 140-14 212M340 158c22 60 26 140 14 212" />
      <path class="a-clay" d="M60 506h96v18H60z" />
      <path class="a-slate" d="M52 524h112v16H52z" />
    </Scene>
  );
}
