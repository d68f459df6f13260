import { Scene } from './scene.tsx';

export function SwiftCityBicycle() {
  return (
    <Scene label="A red city bicycle with a rack and a front light" wall="mist" floor={500}>
      <ellipse class="a-shadow" cx="320" cy="522" rx="262" ry="10" />
      <g class="wheel">
        <circle class="l-ink w10" cx="168" cy="410" r="106" />
        <circle class="l-steel w3" cx="168" cy="410" r="96" />
        <path class="l-steel w1" d="M168 314v192M72 410h192M100 342l136 136M236 342L100 478" />
        <circle class="a-ink" cx="168" cy="410" r="12" />
        <circle class="l-ink w10" cx="472" cy="410" r="106" />
        <circle class="l-steel w3" cx="472" cy="410" r="96" />
        <path class="l-steel w1" d="M472 314v192M376 410h192M404 342l136 136M540 342L404 478" />
        <circle class="a-ink" cx="472" cy="410" r="12" />
      </g>
      <path class="l-ink w8" d="M112 286c28-24 84-24 112-4M416 292c40-18 88-10 116 20" />
      <path class="l-clay w12" d="M168 410l64-134M168 410h132l-74-160M300 410l130-158M236 274l192-12M424 220l48 190" />
      <path class="l-steel w6" d="M424 222l-4-44" />
      <path class="l-ink w8" d="M372 172c22-10 44-8 52 6 14 6 34 2 44 16" />
      <path class="l-oak w10" d="M362 176l28-8M458 190l18 10" />
      <path class="l-steel w6" d="M226 250l-8-28" />
      <path class="a-oak" d="M170 210c30-14 74-12 102 0-6 14-30 16-52 16s-44 0-50-16z" />
      <path class="l-ink w6" d="M104 262h104M114 264l52 140M204 262l16 24" />
      <circle class="a-ink" cx="300" cy="410" r="24" />
      <circle class="a-steel" cx="300" cy="410" r="13" />
      <path class="l-ink w6" d="M300 410l22 52M310 464h28" />
      <path class="l-ink w2" d="M168 398h132M168 422h132" />
      <circle class="a-ink" cx="452" cy="252" r="13" />
      <circle class="a-honey" cx="457" cy="252" r="9" />
      <path class="a-clay" d="M78 316h12v18H78z" />
    </Scene>
  );
}
