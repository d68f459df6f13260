import { Scene } from './scene.tsx';

export function OakBookcase() {
  return (
    <Scene label="An oak bookcase with five shelves of books, bowls and a plant" wall="sand" floor={524}>
      <ellipse class="a-shadow" cx="320" cy="556" rx="206" ry="10" />
      <path class="a-oak" d="M136 44h368v510H136z" />
      <path
        class="a-inside"
        d="M152 60h336v84H152zM152 156h336v84H152zM152 252h336v84H152zM152 348h336v84H152zM152 444h336v78H152z"
      />
      <path class="a-oak-2" d="M488 44h16v510h-16zM152 536h336v18H152z" />
      <path class="a-clay" d="M166 78h22v66h-22zM248 84h16v60h-16z" />
      <path class="a-slate" d="M190 70h18v74h-18zM266 74h24v70h-24z" />
      <path class="a-honey" d="M210 82h14v62h-14z" />
      <path class="a-pot" d="M226 76h20v68h-20z" />
      <path class="a-pot" d="M392 112h72c0 22-14 32-36 32s-36-10-36-32z" />
      <path class="a-leaf" d="M206 206c-20-8-28-22-28-40 18 4 28 16 30 32 4-20 14-32 36-36-2 22-12 38-32 46z" />
      <path class="a-pot-2" d="M184 204h48l-6 36h-36z" />
      <path class="a-slate" d="M320 178h20v62h-20zM400 172h22v68h-22z" />
      <path class="a-linen" d="M342 184h16v56h-16zM380 180h18v60h-18z" />
      <path class="a-clay" d="M360 170h18v70h-18zM424 182h14v58h-14z" />
      <path class="a-spruce" d="M166 272h24v64h-24zM212 268h16v68h-16z" />
      <path class="a-honey" d="M192 278h18v58h-18z" />
      <path class="a-linen" d="M230 280h26v56h-26z" />
      <path class="a-clay" d="M258 304l14-5 18 36-15 2z" />
      <path class="a-pot" d="M372 268h88v68h-88z" />
      <path class="a-slate-2" d="M382 326c14-30 28-40 40-40s20 16 30 40z" />
      <path class="a-oak-2" d="M166 396h112v12H166z" />
      <path class="a-slate" d="M170 408h104v12H170z" />
      <path class="a-linen" d="M164 420h116v12H164z" />
      <path class="a-honey" d="M340 372h18v60h-18zM400 366h24v66h-24z" />
      <path class="a-spruce" d="M360 366h22v66h-22z" />
      <path class="a-pot" d="M384 376h14v56h-14z" />
      <path class="a-slate" d="M426 374h18v58h-18z" />
      <path class="a-linen" d="M168 464h136v58H168z" />
      <path class="a-linen-2" d="M168 464h136v12H168zM222 486h28v10h-28z" />
      <path class="a-linen" d="M330 464h136v58H330z" />
      <path class="a-linen-2" d="M330 464h136v12H330zM384 486h28v10h-28z" />
    </Scene>
  );
}
