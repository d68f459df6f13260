import { Scene } from './scene.tsx';

export function ArcFloorLamp() {
  return (
    <Scene label="A brass floor lamp that arches over a low bench, on a stone foot" wall="sage" floor={508}>
      <circle class="a-glow" cx="424" cy="258" r="176" />
      <circle class="a-glow" cx="424" cy="258" r="112" />
      <path class="a-table" d="M0 508h640v92H0z" />
      <path class="a-edge" d="M0 508h640v6H0z" />
      <ellipse class="a-shadow" cx="140" cy="540" rx="96" ry="10" />
      <ellipse class="a-shadow" cx="438" cy="546" rx="150" ry="10" />
      <path class="l-brass w8" d="M140 512V250C140 108 236 56 324 64c66 6 100 50 100 114" />
      <path class="a-pot" d="M76 506c0-10 6-16 16-16h96c10 0 16 6 16 16v32H76z" />
      <path class="a-pot-2" d="M170 490h18c10 0 16 6 16 16v32h-34z" />
      <path class="a-brass" d="M346 236c0-44 34-72 78-72s78 28 78 72z" />
      <path class="a-brass-2" d="M424 164c44 0 78 28 78 72h-42c0-36-12-60-36-72z" />
      <ellipse class="a-linen" cx="424" cy="236" rx="78" ry="9" />
      <path class="a-oak" d="M318 452h240v22H318z" />
      <path class="a-oak-2" d="M318 468h240v6H318zM338 474h14l-8 72h-10zM524 474h14l4 72h-10z" />
      <path class="a-clay" d="M336 430h112c8 0 8 22 0 22H336z" />
      <path class="a-linen" d="M470 418h56v34h-56z" />
      <path class="a-linen-2" d="M508 418h18v34h-18z" />
    </Scene>
  );
}
