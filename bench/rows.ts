import type { Point } from './points.ts';
import type { Speed } from './speed.ts';

export const header = '                   clients    house/s   p50 ms   p99 ms    limit/s   p50 ms   p99 ms   ratio';

export function row(what: string, clients: number, { house, limit, ratio }: Point, goal = ''): string {
  const figures = ({ perSecond, p50, p99 }: Speed) =>
    Math.round(perSecond).toLocaleString('en').padStart(11) + p50.toFixed(2).padStart(9) + p99.toFixed(2).padStart(9);
  const wanted = goal === '' ? '' : `  (goal: ${goal})`;
  return `${what.padEnd(18)}${String(clients).padStart(8)}${figures(house)}${figures(limit)}${ratio.toFixed(2).padStart(8)}${wanted}`;
}

export function say(...text: string[]): void {
  process.stdout.write(`${text.join('')}\n`);
}
