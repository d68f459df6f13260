import { correction, generate } from 'lean-qr';

/** An address as a code for a camera: a square of `size` modules, and the dark ones as the path of an SVG. */
export type QrCode = { readonly size: number; readonly path: string };

/** What the standard wants around a code, in modules; the path stands within it. */
const quietZone = 4;

/**
 * The code of an address. A screen reflects, so a quarter of it may be unreadable. Dark on light is for whoever draws it
 * to keep, at night too: most cameras do not read the inverse.
 */
export function qrCode(address: string): QrCode {
  const code = generate(address, { minCorrectionLevel: correction.Q });
  const rows = Array.from({ length: code.size }, (_, y) => darkRuns(code, y));
  return { size: code.size + 2 * quietZone, path: rows.join('') };
}

/** The same as a picture that stands by itself. */
export function qrPicture(address: string): string {
  const { size, path } = qrCode(address);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

/** Every run of dark modules in a row as one rectangle. */
function darkRuns(code: ReturnType<typeof generate>, y: number): string {
  let path = '';
  for (let x = 0; x < code.size; x += 1) {
    if (!code.get(x, y)) continue;
    const from = x;
    while (code.get(x + 1, y)) x += 1;
    path += `M${from + quietZone} ${y + quietZone}h${x + 1 - from}v1H${from + quietZone}z`;
  }
  return path;
}
