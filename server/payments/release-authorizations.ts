import { attemptAfter } from '#core/payment/lifecycle.ts';
import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { done } from '#server/outcome.ts';
import { authorizationsToRelease, moveAttempt } from '#server/payments/payment-store.ts';

const batchMax = 500;

/**
 * Lets go of money that a first payment was authorized with and that is not taken from there any more: its lease has ended,
 * or a charge of it was refused. The processor is told before it is written down, so a lost answer is told again.
 */
export async function releaseAuthorizations(house: House): Promise<number> {
  let released = 0;
  for (const open of await authorizationsToRelease(house.db, batchMax)) {
    await house.processor.release(open.attemptId);
    const result = await carryOut(house, async () => {
      const found = await leaseById(house.db, open.customerId, open.leaseId);
      const attempt = found?.attempts.find(({ attemptId }) => attemptId === open.attemptId);
      if (found === null || attempt?.state !== 'authorized') return done(false);
      return done(true, moveAttempt(found, attempt, { state: attemptAfter('authorized', 'release')! }));
    });
    if ('answer' in result && result.answer) released += 1;
  }
  return released;
}
