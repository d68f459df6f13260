import { Scene } from './scene.tsx';

export function NordaRefrigerator() {
  return (
    <Scene label="A tall rounded refrigerator in pale green with steel handles" wall="blush" floor={516}>
      <path class="a-oak" d="M462 150h140v10H462zM462 270h140v10H462z" />
      <path class="a-pot" d="M478 100h34v50h-34zM520 116h28v34h-28z" />
      <path class="a-clay" d="M560 104h28v46h-28z" />
      <path class="a-leaf" d="M520 224c-22-10-30-28-30-50 20 6 30 20 32 38 4-22 16-36 40-40-2 24-14 42-36 52z" />
      <path class="a-pot-2" d="M498 222h50l-6 48h-38z" />
      <ellipse class="a-shadow" cx="276" cy="546" rx="164" ry="11" />
      <path class="a-ink" d="M164 530h26v16h-26zM362 530h26v16h-26z" />
      <path class="a-sage" d="M144 94c0-32 18-50 50-50h164c32 0 50 18 50 50v428c0 10-6 14-14 14H158c-8 0-14-4-14-14z" />
      <path class="a-sage-2" d="M358 44c32 0 50 18 50 50v428c0 10-6 14-14 14h-28c8 0 14-4 14-14V94c0-26-6-42-22-50z" />
      <path class="a-sage-3" d="M144 350h264v6H144z" />
      <path
        class="a-steel"
        d="M170 236h12c4 0 6 2 6 6v74c0 4-2 6-6 6h-12zM170 384h12c4 0 6 2 6 6v60c0 4-2 6-6 6h-12z"
      />
      <path class="a-steel-2" d="M170 236h5v86h-5zM170 384h5v72h-5z" />
      <path class="a-steel" d="M246 92h60v12h-60z" />
      <path class="a-pot" d="M300 166h58v70h-58z" />
      <path class="a-honey" d="M308 226c10-24 22-34 34-34s16 14 16 34z" />
      <circle class="a-clay" cx="329" cy="162" r="7" />
    </Scene>
  );
}
