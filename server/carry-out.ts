import { commit, Duplicate, Stale } from '#server/db/commit.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { isRefused, type Outcome, type Refused } from '#server/outcome.ts';

const attemptsMax = 8;

/**
 * Reads, decides and commits: the verb reads and decides, its writes and the caller's `remember` go out as one
 * transaction. When what was read changed meanwhile, be it between two reads of the verb (it throws `Stale` then), the verb
 * is asked again with fresh eyes.
 * Throws what the database throws; `Duplicate('idempotency_pkey')` means the same request has already been answered.
 */
export async function carryOut<Answer>(
  house: House,
  verb: () => Promise<Outcome<Answer>>,
  remember?: (answer: Answer) => readonly Write[],
): Promise<Refused | { answer: Answer }> {
  for (let attempt = 1; ; attempt += 1) {
    let whenTaken: Exclude<Outcome<Answer>, Refused>['whenTaken'];
    try {
      const outcome = await verb();
      if (isRefused(outcome)) return outcome;
      whenTaken = outcome.whenTaken;
      await commit(house.db, [...outcome.writes, ...(remember?.(outcome.answer) ?? [])]);
      return { answer: outcome.answer };
    } catch (error) {
      const refusal = error instanceof Duplicate ? whenTaken?.[error.constraint] : undefined;
      if (refusal !== undefined) return refusal;
      const again = error instanceof Stale || (error instanceof Duplicate && error.constraint !== 'idempotency_pkey');
      if (!again || attempt === attemptsMax) throw error;
    }
  }
}
