import net from 'node:net';

/** A statement as the house sent it, with its values as text. */
export type Statement = { readonly text: string; readonly values: readonly (string | null)[] };

/**
 * Stands between a house and its database and notes every prepared statement that passes, so that what is measured as
 * the database's own limit is the very statement the house sends and not a likeness of it.
 */
export async function listenIn(
  databaseUrl: string,
): Promise<{ url: string; heard: Statement[]; close(): Promise<void> }> {
  const target = new URL(databaseUrl);
  const heard: Statement[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((house) => {
    const database = net.connect(Number(target.port || 5432), target.hostname);
    const note = noteStatements(heard);
    house.on('data', (bytes) => {
      note(bytes);
      database.write(bytes);
    });
    database.pipe(house);
    for (const socket of [house, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        house.destroy();
        database.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as net.AddressInfo).port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { url: url.href, heard, close };
}

/** Reads the client's side of PostgreSQL's protocol 3: a Parse gives a name its text, a Bind gives it values. */
function noteStatements(heard: Statement[]): (bytes: Buffer) => void {
  const texts = new Map<string, string>();
  let waiting: Buffer = Buffer.alloc(0);
  let greeted = false;
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (;;) {
      const head = greeted ? 1 : 0; // the first message of a connection has no type
      if (waiting.length < head + 4) return;
      const end = head + waiting.readUInt32BE(head);
      if (waiting.length < end) return;
      const message = reader(waiting.subarray(head + 4, end));
      const type = greeted ? String.fromCharCode(waiting[0]!) : 'startup';
      if (type === 'P') texts.set(message.name(), message.name());
      if (type === 'B') heard.push({ text: texts.get(message.statement()) ?? '', values: message.values() });
      greeted = true;
      waiting = waiting.subarray(end);
    }
  };
}

function reader(bytes: Buffer) {
  let at = 0;
  const number = (width: 2 | 4) => {
    at += width;
    return width === 2 ? bytes.readInt16BE(at - 2) : bytes.readInt32BE(at - 4);
  };
  const name = () => {
    const end = bytes.indexOf(0, at);
    const text = bytes.toString('utf8', at, end);
    at = end + 1;
    return text;
  };
  return {
    name,
    /** The second name of a Bind; the first is the portal's. */
    statement: () => {
      name();
      return name();
    },
    values: () => {
      const formats = Array.from({ length: number(2) }, () => number(2));
      return Array.from({ length: number(2) }, (_, index) => {
        const length = number(4);
        if (length < 0) return null;
        at += length;
        // Bytes are sent as they are; as text PostgreSQL takes them in hex.
        const isBinary = (formats.length === 1 ? formats[0] : formats[index]) === 1;
        return isBinary ? `\\x${bytes.toString('hex', at - length, at)}` : bytes.toString('utf8', at - length, at);
      });
    },
  };
}
