/** What was done in that many seconds: how long each took, in milliseconds. */
export type Run = { readonly took: readonly number[]; readonly seconds: number };

/** How many a second, and how long the median and the slowest hundredth took, in milliseconds. */
export type Speed = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** The speed of several runs of one thing. */
export function speedOf(runs: readonly Run[]): Speed {
  const sorted = Float64Array.from(runs.flatMap(({ took }) => took)).sort();
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
}
