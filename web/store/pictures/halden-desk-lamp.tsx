import { Scene } from './scene.tsx';

export function HaldenDeskLamp() {
  return (
    <Scene label="A desk lamp with a linen shade on an oak stem, lit, on a table" wall="sand">
      <circle class="a-glow" cx="320" cy="262" r="250" />
      <circle class="a-glow" cx="320" cy="262" r="186" />
      <path class="a-table" d="M0 486h640v114H0z" />
      <path class="a-edge" d="M0 486h640v6H0z" />
      <ellipse class="a-shadow" cx="320" cy="512" rx="148" ry="11" />
      <path class="a-oak" d="M313 280h14v205h-14z" />
      <path class="a-oak-2" d="M321 280h6v205h-6z" />
      <path class="a-oak" d="M248 508c0-17 30-27 72-27s72 10 72 27z" />
      <path class="a-oak-2" d="M332 481.4c36 1.7 60 11 60 26.6h-44c0-12-6-21-16-26.6z" />
      <path class="a-linen" d="M256 134h128l54 152H202z" />
      <path class="a-linen-2" d="M352 134h32l54 152h-48z" />
      <path class="a-hem" d="M256 134h128l3 9H253zM205 277h230l3 9H202z" />
      <path class="l-oak" d="M378 286v44" />
      <circle class="a-oak" cx="378" cy="335" r="5" />
      <path class="a-clay" d="M98 440h118v18H98z" />
      <path class="a-slate" d="M88 458h136v28H88z" />
      <path class="a-pot-2" d="M102 469h58v4h-58z" />
      <path class="a-leaf" d="M506 424c-5-44-32-60-36-98 24 14 38 48 37 76 2-42 14-74 38-94 0 42-27 66-31 116z" />
      <path class="a-pot" d="M470 424h74l-9 62h-56z" />
      <path class="a-pot-2" d="M520 424h24l-9 62h-24z" />
    </Scene>
  );
}
