/** What was done in that many seconds: how long each took, in milliseconds. */
export type Run = { readonly took: readonly number[]; readonly seconds: number };

/** The same for a flow of several steps, done by so many clients at once. */
export type FlowRun = {
  readonly clients: number;
  readonly seconds: number;
  readonly steps: Record<string, number[]>;
  readonly flows: number[];
};

/** How many a second, and how long the median and the slowest hundredth took, in milliseconds. */
export type Speed = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** The speed of several runs of one thing. */
export function speedOf(runs: readonly Run[]): Speed {
  const took = runs.flatMap((run) => run.took);
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  return { perSecond: took.length / seconds, p50: shareOf(took, 0.5), p99: shareOf(took, 0.99) };
}

/** The value that this share of all is not above. */
export function shareOf(all: readonly number[], share: number): number {
  const sorted = Float64Array.from(all).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One step of flows as if the clients did nothing else: what the other steps took is left out of its seconds. */
export function stepOf(run: FlowRun, step: string): Run {
  const took = run.steps[step] ?? [];
  return { took, seconds: took.reduce((sum, ms) => sum + ms, 0) / 1000 / run.clients };
}

/** Adds a flow that was gone through, and how long each of its steps took. */
export function noteFlow(run: FlowRun, took: number, steps: Readonly<Record<string, number>>): void {
  run.flows.push(took);
  for (const [step, ms] of Object.entries(steps)) {
    const known = run.steps[step] ?? [];
    known.push(ms);
    run.steps[step] = known;
  }
}
