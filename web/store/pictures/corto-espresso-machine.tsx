import { Scene } from './scene.tsx';

export function CortoEspressoMachine() {
  return (
    <Scene label="A steel espresso machine with a brass dome and a lever, with a cup" wall="blush">
      <ellipse class="a-shadow" cx="316" cy="520" rx="190" ry="12" />
      <path class="a-steel" d="M172 456h288v56c0 6-4 8-8 8H180c-4 0-8-2-8-8z" />
      <path class="a-steel-2" d="M172 456h288v10H172z" />
      <path class="a-ink" d="M190 466h252v6H190z" />
      <path class="a-steel" d="M172 244h110v212H172z" />
      <path class="a-steel-2" d="M262 244h20v212h-20z" />
      <path class="a-steel" d="M172 200c0-10 6-16 16-16h256c10 0 16 6 16 16v76H172z" />
      <path class="a-steel-2" d="M172 262h288v14H172z" />
      <path class="a-brass" d="M204 184c0-40 30-66 64-66s64 26 64 66z" />
      <path class="a-brass-2" d="M268 118c34 0 64 26 64 66h-34c0-34-10-58-30-66z" />
      <circle class="a-brass-2" cx="268" cy="112" r="9" />
      <circle class="a-pot" cx="222" cy="230" r="22" />
      <circle class="l-ink w3" cx="222" cy="230" r="22" />
      <path class="l-clay w3" d="M222 230l10-12" />
      <path class="a-ink" d="M346 276h64v22h-64z" />
      <path class="a-steel-2" d="M354 298h48v20h-48z" />
      <path class="a-oak" d="M402 300h92c8 0 8 14 0 14h-92z" />
      <path class="a-ink" d="M366 318h8v16h-8zM382 318h8v16h-8z" />
      <path class="l-steel w8" d="M378 184V92" />
      <path class="a-oak" d="M368 44h20v52h-20z" />
      <path class="l-steel w6" d="M444 240c24 4 32 20 34 52l10 96" />
      <path class="a-pot" d="M340 392h76c0 40-14 64-38 64s-38-24-38-64z" />
      <path class="a-pot-2" d="M396 392h20c0 40-14 64-38 64 12-10 18-34 18-64z" />
      <path class="l-pot w6" d="M414 406c22-4 26 26-4 26" />
      <path class="l-coffee w3" d="M370 336v48M386 336v48" />
      <path class="a-pot" d="M386 184v-20h52v20zM392 162v-18h40v18z" />
      <path class="a-pot-2" d="M424 184v-20h14v20zM422 162v-18h10v18z" />
      <path class="a-honey" d="M60 470h74v50H60z" />
      <path class="a-honey-2" d="M112 470h22v50h-22z" />
      <path class="a-oak" d="M56 460h82v12H56z" />
    </Scene>
  );
}
