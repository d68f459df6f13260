/** What a page sent, parsed already or not yet; undefined when it is no JSON or far too long. */
export async function readBody(request: AsyncIterable<Uint8Array> & { body?: unknown }): Promise<unknown> {
  if (request.body !== undefined) return jsonIn(request.body);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of request) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > bodyLengthMax) return undefined;
  }
  return jsonIn(text + decoder.decode());
}

const bodyLengthMax = 64_000;

/** A body that a framework left as text. */
export function jsonIn(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
