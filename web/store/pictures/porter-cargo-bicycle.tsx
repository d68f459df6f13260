import { Scene } from './scene.tsx';

export function PorterCargoBicycle() {
  return (
    <Scene label="A green cargo bicycle with a birch box in front, filled with flowers" wall="sage" floor={500}>
      <ellipse class="a-shadow" cx="320" cy="524" rx="284" ry="10" />
      <circle class="l-ink w10" cx="122" cy="426" r="90" />
      <circle class="l-steel w3" cx="122" cy="426" r="81" />
      <path class="l-steel w1" d="M122 344v164M40 426h164M64 368l116 116M180 368L64 484" />
      <circle class="a-ink" cx="122" cy="426" r="11" />
      <circle class="l-ink w10" cx="548" cy="454" r="62" />
      <circle class="l-steel w3" cx="548" cy="454" r="54" />
      <path class="l-steel w1" d="M548 400v108M494 454h108M510 416l76 76M586 416l-76 76" />
      <circle class="a-ink" cx="548" cy="454" r="10" />
      <path class="l-ink w8" d="M76 322c26-18 70-18 96 2" />
      <path class="a-leaf" d="M368 300c-14-30-8-54 10-72 12 22 14 48 4 72zM430 300c-8-34 4-58 26-72 6 26 2 52-12 72z" />
      <circle class="a-clay" cx="380" cy="226" r="15" />
      <circle class="a-honey" cx="410" cy="246" r="15" />
      <circle class="a-linen" cx="450" cy="222" r="15" />
      <circle class="a-clay" cx="474" cy="258" r="13" />
      <path class="a-leaf" d="M404 300c-4-18 0-34 8-44 6 14 6 30 0 44zM470 300c-4-16-2-28 4-38 6 12 6 26 2 38z" />
      <path class="a-birch" d="M316 296h214l-24 130H344z" />
      <path class="a-birch-2" d="M486 296h44l-24 130h-36z" />
      <path class="a-oak-2" d="M312 290h222v12H312z" />
      <path
        class="l-spruce w12"
        d="M122 426l62-140M122 426h118l-62-152M240 426l52-150M184 292l110-8M280 240l22 196h208M300 436l46-8M506 424l42 30"
      />
      <path class="l-steel w6" d="M280 242l-6-48M176 272l-8-30" />
      <path class="l-ink w8" d="M230 186c20-10 36-8 46 8" />
      <path class="l-oak w10" d="M222 190l24-9" />
      <path class="a-ink" d="M122 232c28-12 66-12 92-2-6 12-26 16-46 16s-40-2-46-14z" />
      <circle class="a-ink" cx="240" cy="426" r="22" />
      <circle class="a-steel" cx="240" cy="426" r="12" />
      <path class="l-ink w6" d="M240 426l-18 48M210 476h26" />
    </Scene>
  );
}
