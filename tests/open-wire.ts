import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A wire between a store and FlexPay. It notes what is asked, `POST /v3/…`. */
export type Wire = {
  readonly url: string;
  readonly asked: string[];
  /** Nothing gets through. */
  cut: boolean;
  /** So many answers are lost on their way back. */
  loses: number;
  close(): void;
};

export async function openWire(baseUrl: string): Promise<Wire> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const address = request.url ?? '/';
    asked.push(`${request.method} ${address}`);
    if (wire.cut) return request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { host: _, connection: _c, 'content-length': _l, 'transfer-encoding': _t, ...headers } = request.headers;
    const answer = await fetch(new URL(address, baseUrl), {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      body: body.length > 0 ? body : null,
    });
    if (wire.loses > 0) {
      wire.loses -= 1;
      return request.socket.destroy();
    }
    const type = answer.headers.get('content-type') ?? 'application/json';
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const wire: Wire = { url: `http://127.0.0.1:${port}`, asked, cut: false, loses: 0, close: () => server.close() };
  return wire;
}
