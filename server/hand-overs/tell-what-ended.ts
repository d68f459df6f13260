import { commit } from '#server/db/commit.ts';
import { write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { handOversOver } from './hand-over-store.ts';
import { tellCounter } from './tell-counter.ts';

const atOnceMax = 500;

/** Tells stores of hand-overs whose time is over. One that was signed or taken back has had its last word. Answers how many. */
export async function tellWhatEnded(house: House): Promise<number> {
  const over = await handOversOver(house, atOnceMax);
  for (const { handOverId, linkId, hasLastWord } of over) {
    const told = hasLastWord ? [] : [tellCounter(house, { linkId }, ['ended'])];
    await commit(house.db, [
      write`update hand_over set is_over = true where hand_over_id = ${handOverId} and link_id = ${linkId}`,
      ...told,
    ]);
  }
  return over.length;
}
