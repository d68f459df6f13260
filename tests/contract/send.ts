import http from 'node:http';

export type Request = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string | Uint8Array;
};

export type Sent = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: unknown;
  readonly text: string;
};

/** One request, as it stands: GETs with bodies and paths that nobody straightens. */
export function send(baseUrl: string, { method, path, headers, text }: Request): Promise<Sent> {
  const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const request = http.request(
      { hostname, port, method, path, agent, headers: { ...length, ...headers } },
      (response) => {
        let received = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          received += chunk;
        });
        const { statusCode: status = 0, headers } = response;
        response.on('end', () => resolve({ status, headers, body: parsed(received), text: received }));
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
