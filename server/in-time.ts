/** Whoever is asked outside the house may say how long they are waited for. */
type Asked = { readonly timeoutMs?: number };

/** Nobody who stands at a counter waits longer for one of those we ask; nor do they when nothing is said. */
const timeoutMsMax = 10_000;

/**
 * What somebody outside answers before their time is over, whether or not they listen to the signal. Throws when it is
 * over, as `isLate` knows: no answer is no answer, and never a yes or a no.
 */
export function inTime<Answer>(
  { timeoutMs = timeoutMsMax }: Asked,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const signal = AbortSignal.timeout(Math.min(timeoutMs, timeoutMsMax));
  const late = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  return Promise.race([ask(signal), late]);
}

/** Whether an error says that the time was over, be it ours or one of the provider's own. */
export function isLate(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
