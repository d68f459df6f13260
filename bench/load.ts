import net from 'node:net';
import { text } from 'node:stream/consumers';
import type { Run } from './speed.ts';

// A program of its own: asks a house over plain sockets as fast as it answers, and prints how long each answer took as
// JSON. It shares the machine with what it measures, so it does no more than it must: requests are bytes made before, answers are
// counted and not read.

/** What to ask: requests that differ only in the digits of `number` where `marker` stands. */
export type LoadPlan = {
  readonly port: number;
  readonly clients: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** HTTP requests as text; each holds `marker` once. */
  readonly requests: readonly string[];
  /** The numbers asked for: ever new ones from here on, or over and over the first `among`. */
  readonly firstNumber: number;
  readonly among: number | null;
};

/** Stands for ten digits. */
export const marker = '##########';

export type LoadResult = Run & { readonly lastNumber: number };

if (import.meta.main) await main();

async function main(): Promise<void> {
  const plan = JSON.parse(await text(process.stdin)) as LoadPlan;
  const requests = plan.requests.map((request) => {
    const bytes = Buffer.from(request);
    return { bytes, at: bytes.indexOf(marker) };
  });
  const from = performance.now() + plan.warmUpSeconds * 1000;
  const until = from + plan.seconds * 1000;
  const took: number[] = [];
  let asked = 0;
  const next = (): Buffer => {
    const { bytes, at } = requests[asked % requests.length]!;
    const number = plan.among === null ? plan.firstNumber + asked : (asked * 7_919) % plan.among;
    asked += 1;
    bytes.write(scattered(number), at, 'latin1');
    return Buffer.from(bytes); // a socket may still hold the last one
  };
  const clients = Array.from({ length: plan.clients }, () =>
    askAgainAndAgain(plan.port, next, until, (began, ended) => {
      if (began >= from && ended <= until) took.push(ended - began);
    }),
  );
  await Promise.all(clients);
  const result: LoadResult = { took, seconds: plan.seconds, lastNumber: plan.firstNumber + asked - 1 };
  process.stdout.write(JSON.stringify(result));
}

/** Ten digits that no other number below 2³² gives, in no order: ids in the field do not come sorted. */
function scattered(number: number): string {
  return String(Math.imul(number, 0x9e3779b1) >>> 0).padStart(10, '0');
}

function askAgainAndAgain(
  port: number,
  next: () => Buffer,
  until: number,
  note: (began: number, ended: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let began = 0;
    let head = '';
    let missing = 0;
    const ask = () => {
      began = performance.now();
      head = '';
      missing = 0;
      socket.write(next());
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The house hung up.')));
    socket.on('data', (bytes) => {
      if (missing > 0) missing -= bytes.length;
      else {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.startsWith('HTTP/1.1 200')) {
          reject(new Error(`The house answered ${head}`));
          return;
        }
        missing = Number(/content-length: (\d+)/i.exec(head)?.[1]) - (head.length - end - 4);
      }
      if (missing > 0) return;
      const ended = performance.now();
      note(began, ended);
      if (ended < until) {
        ask();
        return;
      }
      socket.removeAllListeners('close');
      socket.end();
      resolve();
    });
  });
}
