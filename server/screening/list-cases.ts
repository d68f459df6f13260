import type { ListScreeningAnswer, ListScreeningQuery, ScreeningLine } from '#contract/v3/operator-screening.ts';
import type { House } from '#server/house.ts';
import { inTime } from '#server/in-time.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { casesOf, type KeptCase } from './screening-store.ts';

const limitDefault = 20;

/** A page of cases for the operator, the oldest first. */
export async function listCases(
  house: House,
  { page = 1, limit = limitDefault, state }: ListScreeningQuery,
): Promise<Outcome<ListScreeningAnswer>> {
  const [{ cases, count }, standing] = await Promise.all([
    casesOf(house, { state: state ?? null, offset: (page - 1) * limit, limit }),
    // The queue is there also while the lists are not.
    inTime(house.screening, () => house.screening.lists()).catch(() => null),
  ]);
  const lists = standing === null ? null : { provider: house.screening.name, ...standing };
  return done({ cases: cases.map(lineOf), lists, meta: { count, totalPages: Math.ceil(count / limit), page, limit } });
}

/** A case as the operator's list shows it. */
export function lineOf(of: KeptCase): ScreeningLine {
  return {
    caseId: of.caseId,
    userId: of.customerId,
    name: `${of.firstName} ${of.lastName}`,
    state: of.state,
    foundBy: of.screened.occasion,
    openedAt: of.openedAt,
    reportDueOn: of.state === 'confirmed' ? (of.resolution?.reportDueOn ?? null) : null,
  };
}
