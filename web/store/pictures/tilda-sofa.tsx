import { Scene } from './scene.tsx';

export function TildaSofa() {
  return (
    <Scene label="A green two-seat sofa with two cushions under a framed picture" wall="sand">
      <path class="a-pot" d="M232 76h176v128H232z" />
      <path class="a-oak" d="M224 68h192v144H224zm10 10v124h172V78z" fill-rule="evenodd" />
      <path class="a-clay" d="M250 186c20-46 48-70 78-70s50 26 62 70z" />
      <circle class="a-honey" cx="356" cy="116" r="16" />
      <ellipse class="a-shadow" cx="320" cy="528" rx="250" ry="13" />
      <path class="a-oak" d="M128 490h14l-6 38h-10zM498 490h14l2 38h-10z" />
      <path class="a-spruce" d="M128 286c0-22 14-34 36-34h312c22 0 36 12 36 34v150H128z" />
      <path class="a-spruce-2" d="M318 258h4v140h-4z" />
      <path class="a-spruce-3" d="M150 378h170v58H150zM320 378h170v58H320z" />
      <path class="a-spruce-2" d="M318 378h4v58h-4zM150 374h340v6H150z" />
      <path
        class="a-spruce"
        d="M84 360c0-22 14-36 36-36s34 14 34 36v134H96c-8 0-12-4-12-12zM556 360c0-22-14-36-36-36s-34 14-34 36v134h58c8 0 12-4 12-12z"
      />
      <path class="a-spruce-2" d="M154 360v76h332v-76h0v134H154z" />
      <path class="a-spruce-3" d="M154 378h166v62H154zM320 378h166v62H320z" />
      <path class="a-spruce-2" d="M154 438h332v4H154zM318 378h4v62h-4z" />
      <path class="a-honey" d="M176 300l78-14 16 82-80 12z" />
      <path class="a-honey-2" d="M254 286l16 82-20 3-15-82z" />
      <path class="a-linen" d="M404 292l66 20-22 70-68-18z" />
      <path class="a-linen-2" d="M452 306l18 6-22 70-19-5z" />
    </Scene>
  );
}
