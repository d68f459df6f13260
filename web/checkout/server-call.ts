import type { Calls } from '#contract/modal/calls.ts';

/** A "no" of the server, or the network's: what is so, and which fields need another look. */
export interface Refusal {
  statusCode: number;
  code: string;
  message: string;
  fields: { path: string; message: string }[];
  /** What else the server said of it. */
  data?: unknown;
}

export type Answer<T> = { ok: true; data: T } | { ok: false; refusal: Refusal };

/** One call to our own origin. Never throws: an unreachable server is a refusal with status 0 and code `Unreachable`. */
export async function serverCall<Verb extends keyof Calls>(
  verb: Verb,
  body: Calls[Verb][0],
  session: string | null,
): Promise<Answer<Calls[Verb][1]>> {
  try {
    const response = await fetch(`/modal/api/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(session && { 'x-flexpay-session': session }) },
      body: JSON.stringify(body),
      // The device's cookie; a foreign frame may have that where it may have no storage.
      credentials: 'same-origin',
      // The page may navigate away at once; these must arrive all the same.
      keepalive: verb === 'heard' || verb === 'close' || verb === 'kiosk-next',
    });
    const envelope = await response.json();
    if (response.ok && 'data' in envelope) return { ok: true, data: envelope.data };
    const { statusCode = response.status, code = 'Unknown', message = '', data } = envelope.error ?? {};
    return { ok: false, refusal: { statusCode, code, message, fields: data?.fields ?? [], data } };
  } catch {
    return { ok: false, refusal: { statusCode: 0, code: 'Unreachable', message: '', fields: [] } };
  }
}
