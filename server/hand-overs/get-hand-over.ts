import type { HandOverView } from '#contract/v3/hand-overs.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { handOverById } from './hand-over-store.ts';
import { viewOf } from './view.ts';

/** How far a hand-over is. Refuses with NotFound. */
export async function getHandOver(
  house: House,
  { merchantId }: { merchantId: string },
  handOverId: string,
): Promise<Outcome<HandOverView>> {
  const found = await handOverById(house, merchantId, handOverId);
  return found === null ? noSuchHandOver() : done(await viewOf(house, found));
}

export function noSuchHandOver(): Refused {
  return refuse('NotFound', 'This store has no such hand-over.');
}
