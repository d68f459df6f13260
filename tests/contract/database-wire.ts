import net, { type AddressInfo, type Socket } from 'node:net';

/** The way from a house to its database. */
export type DatabaseWire = {
  readonly url: string;
  /** What is asked from now on does not arrive, and nobody is told so. */
  hold(): void;
  /** Nothing arrives any more, and whoever asks hears that at once. */
  cut(): void;
  mend(): void;
  close(): void;
};

export async function openDatabaseWire(databaseUrl: string): Promise<DatabaseWire> {
  const { hostname, port } = new URL(databaseUrl);
  const ends = new Set<Socket>();
  let state: 'whole' | 'held' | 'cut' = 'whole';
  const server = net.createServer((house) => {
    if (state === 'cut') return house.destroy();
    const database = net.connect(Number(port || 5432), hostname);
    for (const [end, other] of [
      [house, database],
      [database, house],
    ] as const) {
      ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
    house.on('data', (bytes) => (state === 'held' ? undefined : database.write(bytes)));
    database.on('data', (bytes) => house.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const endAll = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: url.href,
    hold: () => {
      state = 'held';
    },
    cut: () => {
      state = 'cut';
      endAll();
    },
    mend: () => {
      state = 'whole';
    },
    close: () => {
      server.close();
      endAll();
    },
  };
}
