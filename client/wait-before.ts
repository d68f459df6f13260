/**
 * How many milliseconds to wait before this attempt (the second, the third, …): what FlexPay asks for, else twice as long
 * each time. `random`, from 0 to 1, spreads callers that failed together, so that they don't come back together.
 */
export function waitBefore(attempt: number, retryAfterSeconds: number | null, random: number): number {
  const growing = firstWaitMs * 2 ** (attempt - 2) * (0.5 + random);
  return Math.round(
    retryAfterSeconds === null ? growing : Math.max(growing, retryAfterSeconds * 1_000 + firstWaitMs * random),
  );
}

const firstWaitMs = 250;
