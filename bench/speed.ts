/** How fast something went: how many a second, and how long the median and the slowest hundredth took, in ms. */
export type Speed = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** The speed of something done in that many seconds, by how long each took in milliseconds. */
export function speedOf(took: Float64Array, seconds: number): Speed {
  const sorted = took.toSorted();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
}
