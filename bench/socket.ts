import net from 'node:net';

/** A connection to a house that asks one thing at a time, over a plain socket because the load shares the machine. */
export type Connection = { ask(request: string): Promise<Answer>; close(): void };

export type Answer = { readonly status: number; readonly body: string };

export function openConnection(port: number): Promise<Connection> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
  let received = '';
  let length = Number.POSITIVE_INFINITY;
  let waiting: PromiseWithResolvers<Answer> | null = null;
  const fail = (error: Error) => waiting?.reject(error);
  socket.setEncoding('latin1'); // a character is a byte, so that lengths add up
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The house hung up.')));
  socket.on('data', (text: string) => {
    received += text;
    if (length === Number.POSITIVE_INFINITY) length = lengthOf(received);
    if (received.length < length) return;
    const answer = { status: Number(received.slice(9, 12)), body: received.slice(received.indexOf('\r\n\r\n') + 4) };
    received = '';
    length = Number.POSITIVE_INFINITY;
    waiting?.resolve(answer);
  });
  const connection: Connection = {
    ask: (request) => {
      waiting = Promise.withResolvers();
      socket.write(request);
      return waiting.promise;
    },
    close: () => {
      waiting = null;
      socket.destroy();
    },
  };
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(connection));
    socket.once('error', reject);
  });
}

/** Of head and body together; infinite while the head is not complete. */
function lengthOf(received: string): number {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return Number.POSITIVE_INFINITY;
  return head + 4 + Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
}
