/** What the shop's server said: an answer, or its sentence for "no". `status` 0: it did not answer. */
export type Said<Data> = { ok: true; data: Data } | { ok: false; status: number; message: string; data: unknown };

/** Asks the shop's own server. Never rejects. */
export async function askShop<Data>(path: string, body?: object): Promise<Said<Data>> {
  try {
    const response = await fetch(`/store/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    });
    const data = (await response.json()) as Data & { error?: { message: string } };
    if (response.ok) return { ok: true, data };
    return { ok: false, status: response.status, message: data.error?.message ?? 'That did not work.', data };
  } catch {
    return {
      ok: false,
      status: 0,
      message: 'Our shop does not answer. Please check your connection and try again.',
      data: null,
    };
  }
}
