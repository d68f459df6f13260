import { Scene } from './scene.tsx';

export function PourKettle() {
  return (
    <Scene label="A blue enamelled kettle with a long neck, a walnut handle and a cup" wall="sand">
      <ellipse class="a-shadow" cx="292" cy="520" rx="196" ry="12" />
      <path class="l-slate w18" d="M204 440c-54-10-66-58-74-118-4-30-14-42-34-46" />
      <path class="l-ink w12" d="M388 252c84-16 118 34 112 96-4 44-26 74-62 96" />
      <path class="l-oak w18" d="M484 290c18 24 20 70 2 108" />
      <path class="a-slate" d="M212 246h176l44 230c4 24-8 42-34 42H202c-26 0-38-18-34-42z" />
      <path class="a-slate-2" d="M344 246h44l44 230c4 24-8 42-34 42h-46c24-4 36-20 32-44z" />
      <path class="a-slate-2" d="M172 462h258l2 14H168z" />
      <path class="a-slate" d="M222 228h156c8 0 12 6 12 18H210c0-12 4-18 12-18z" />
      <path class="a-slate-2" d="M230 228c10-24 34-38 70-38s60 14 70 38z" />
      <circle class="a-oak" cx="300" cy="172" r="22" />
      <path class="a-oak-2" d="M308 152c10 4 14 12 14 20s-6 16-14 20c4-12 4-28 0-40z" />
      <path class="a-shine" d="M228 270h18l-26 190h-20z" />
      <path class="a-pot" d="M504 440h80c0 50-14 78-40 78s-40-28-40-78z" />
      <path class="a-pot-2" d="M562 440h22c0 50-14 78-40 78 14-16 18-44 18-78z" />
      <path class="l-steam w3" d="M528 416c-10-16 10-22 0-40M556 420c-10-16 10-22 0-40" />
    </Scene>
  );
}
