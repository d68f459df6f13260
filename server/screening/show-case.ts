import type { ScreeningCase } from '#contract/v3/operator-screening.ts';
import { wireNumber } from '#core/money/decimal.ts';
import { full } from '#core/screening/similarity.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { lineOf } from './list-cases.ts';
import { caseById, heldOf } from './screening-store.ts';

/** One case with all that a person needs to say whether it is them, and what waits until they do. Refuses with NotFound. */
export async function showCase(house: House, caseId: string): Promise<Outcome<ScreeningCase>> {
  const found = await caseById(house, caseId);
  if (found === null) return refuse('NotFound', 'There is no case with this id.');
  const { screened, resolution } = found;
  const held = await heldOf(house, found.customerId);
  return done({
    ...lineOf(found),
    applicationId: found.applicationId,
    person: {
      firstName: found.firstName,
      lastName: found.lastName,
      dateOfBirth: found.dateOfBirth,
      ...found.address,
    },
    lists: { provider: screened.provider, hash: screened.listHash, listedOn: screened.listedOn },
    matches: screened.matches.map(({ fingerprint: _, similarity, places, otherNames, ...match }) => ({
      ...match,
      ...{ places: [...places], otherNames: [...otherNames] },
      similarity: similarity / full,
    })),
    held: {
      ...{ payouts: held.payouts, payoutAmount: wireNumber(held.payoutCents) },
      ...{ refunds: held.refunds, leases: held.leases },
    },
    resolution:
      resolution === null ? null : { by: resolution.by, reason: resolution.reason, resolvedAt: resolution.resolvedAt },
    correction: found.correction,
    keepUntil: screened.keepUntil,
  });
}
