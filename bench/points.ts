import { type Run, type Speed, speedOf } from './speed.ts';

/** House and limit of one thing, and the median over the rounds of house over limit. */
export type Point = { readonly house: Speed; readonly limit: Speed; readonly ratio: number };

/** A round: the limit first, so that both see a database of about the same size and age. */
export async function pointOf(
  rounds: number,
  measureLimit: () => Promise<Run>,
  askHouse: () => Promise<Run>,
): Promise<Point> {
  const limit: Run[] = [];
  const house: Run[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    limit.push(await measureLimit());
    house.push(await askHouse());
  }
  return pointFrom(limit, house);
}

export function pointFrom(limit: readonly Run[], house: readonly Run[]): Point {
  const ratios = house.map((run, round) => speedOf([run]).perSecond / speedOf([limit[round]!]).perSecond);
  return { house: speedOf(house), limit: speedOf(limit), ratio: medianOf(ratios) };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
