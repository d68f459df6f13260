/**
 * What a log may have of an error. A database's error names the row it met in `detail` and `parameters`, and a provider's may
 * carry its request: people's data, which no log may have.
 */
export function loggable(error: unknown): { name?: string; message?: string; code?: unknown; stack?: string } {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, message, stack } = error;
  const { code } = error as { code?: unknown };
  return { name, message, ...(code === undefined ? {} : { code }), ...(stack === undefined ? {} : { stack }) };
}
