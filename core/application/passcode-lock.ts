const sendsMax = 3;
const windowMs = 15 * 60_000;
const lockMs = 30 * 60_000;

/** Sends that are older decide nothing any more. */
export const passcodeSendsCountMs = windowMs + lockMs;

/**
 * For how long a customer is sent no more codes: for half an hour after the third within a quarter of an hour (domain
 * 4.5); 0 when the next may go out. `agesMs` says how long ago each of the earlier ones was sent.
 */
export function passcodeLockMs(agesMs: readonly number[]): number {
  const ages = [...agesMs].sort((a, b) => a - b);
  const last = ages.find((age, index) => {
    const first = ages[index + sendsMax - 1];
    return first !== undefined && first - age < windowMs;
  });
  return last === undefined ? 0 : Math.max(0, lockMs - last);
}

/**
 * The same after a code of which every try was wrong (domain 4.5): until half an hour after that code would have ended. It
 * is not kept when the last try was; this is never less than half an hour after it.
 */
export function wrongTriesLockMs(spentAgesMs: readonly number[], codeMs: number): number {
  return Math.max(0, ...spentAgesMs.map((age) => codeMs + lockMs - age));
}
