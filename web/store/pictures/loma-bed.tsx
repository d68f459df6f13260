import { Scene } from './scene.tsx';

export function LomaBed() {
  return (
    <Scene label="An oak bed with white linen and a grey blanket under a window" wall="mist" floor={500}>
      <path class="a-pot" d="M70 60h164v190H70z" />
      <path class="a-sky" d="M82 72h64v80H82zM158 72h64v80h-64zM82 164h64v74H82zM158 164h64v74h-64z" />
      <path class="a-pot-2" d="M60 248h184v12H60z" />
      <ellipse class="a-shadow" cx="330" cy="544" rx="280" ry="12" />
      <path class="a-oak" d="M56 520h16v28H56zM580 520h16v28h-16z" />
      <path class="a-oak" d="M88 214c0-8 4-12 12-12h452c8 0 12 4 12 12v210H88z" />
      <path class="a-oak-2" d="M88 268h476v4H88zM88 332h476v4H88z" />
      <path class="a-linen" d="M112 300c0-22 20-34 54-34h98c34 0 54 12 54 34v74H112z" />
      <path class="a-linen-2" d="M250 266h14c34 0 54 12 54 34v74h-40c6-50-4-90-28-108z" />
      <path class="a-linen" d="M334 300c0-22 20-34 54-34h98c34 0 54 12 54 34v74H334z" />
      <path class="a-linen-2" d="M472 266h14c34 0 54 12 54 34v74h-40c6-50-4-90-28-108z" />
      <path class="a-pot" d="M64 376c0-14 10-22 24-22h476c14 0 24 8 24 22v86H64z" />
      <path class="a-slate" d="M56 408h540v82H56z" />
      <path class="a-slate-2" d="M56 408h540v14H56zM200 422l-16 68h30l8-68zM452 422l10 68h30l-18-68z" />
      <path class="a-oak" d="M44 484h564v42H44z" />
      <path class="a-oak-2" d="M44 514h564v12H44z" />
    </Scene>
  );
}
