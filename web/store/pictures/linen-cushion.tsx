import { Scene } from './scene.tsx';

export function LinenCushion() {
  return (
    <Scene label="A square linen cushion with a brick-red border, on a bench" wall="blush" floor={500}>
      <ellipse class="a-shadow" cx="320" cy="504" rx="214" ry="12" />
      <path class="a-linen" d="M128 148c60 22 324 22 384 0-22 60-22 260 0 340-60-22-324-22-384 0 22-80 22-280 0-340z" />
      <path class="a-linen-2" d="M466 160c18-3 34-7 46-12-22 60-22 260 0 340-20-7-52-12-90-14 44-76 56-220 44-314z" />
      <path
        class="l-clay w8"
        d="M152 172c68 16 268 16 336 0-14 64-14 232 0 292-68-14-268-14-336 0 14-60 14-228 0-292z"
      />
      <path
        class="l-hem w2"
        d="M214 214c-6 60-6 150 0 206M268 218c-4 60-4 142 0 198M320 220v196M372 218c4 60 4 142 0 198M426 214c6 60 6 150 0 206"
      />
    </Scene>
  );
}
