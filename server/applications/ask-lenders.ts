import { applicationAfterAll } from '#core/application/lifecycle.ts';
import { clearAnswer, type LenderAnswer, type LenderOutcome, nextInWaterfall } from '#core/application/waterfall.ts';
import type { Lender, SharedApplicant } from '#ports/lenders.ts';
import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { lendersConsented } from '#server/customers/lenders-consented.ts';
import { personById } from '#server/customers/person.ts';
import { causesOnDenylist } from '#server/denylist/match-denylist.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { inTime } from '#server/in-time.ts';
import { now } from '#server/moment.ts';
import { done } from '#server/outcome.ts';
import { type Application, notAskedYet } from './application.ts';
import { applicationById, recordUndecided } from './application-store.ts';

/**
 * Asks those who come before us, in their order, and answers the application as they leave it: handed over to the first
 * that approves, and withdrawn here, or ours to decide. Each is asked once; what became of each is kept and announced.
 * Unknown goes on to the next and is never a yes. Intend stands already: the application was committed.
 */
export async function askLenders(house: House, application: Application): Promise<Application> {
  const { list } = house.lenders;
  if (list.length === 0 || lendersAsked(application) !== null) return application;
  // Whom a person of ours has to look at first is sent to nobody.
  if ((await causesOnDenylist(house, application)).length > 0) return application;
  const consented = await lendersConsented(house, application.customerId, application.createdAt);
  const outcomes: LenderOutcome[] = [];
  const available = list.map(({ place }) => place);
  for (;;) {
    const next = nextInWaterfall({ available, consented, outcomes });
    if (next.step === 'decide ourselves' || next.step === 'hand over') break;
    const lender = list.find(({ place }) => place === next.lender)!;
    const answer = next.step === 'skip' ? ({ outcome: 'skipped' } as const) : await ask(house, lender, application);
    outcomes.push({ lender: next.lender, ...answer });
  }
  return record(house, application, outcomes);
}

/** What became of each lender; null before they were asked. */
export function lendersAsked({ decision }: Pick<Application, 'decision'>): readonly LenderOutcome[] | null {
  return decision?.lenders ?? null;
}

async function ask(house: House, lender: Lender, application: Application): Promise<LenderAnswer> {
  try {
    const applicant = await applicantOf(house, application);
    if (applicant === null) return { outcome: 'unknown' };
    return clearAnswer(await inTime(lender, (signal) => lender.ask(applicant, signal)));
  } catch (error) {
    house.log.error({ err: error, lender: lender.place }, 'a lender gave no answer; the next is asked');
    return { outcome: 'unknown' };
  }
}

async function applicantOf(house: House, application: Application): Promise<SharedApplicant | null> {
  const { customerId, applicationId: reference, monthlyIncome, requested } = application;
  const [person, facts] = await Promise.all([personById(house, customerId), customerFacts(house, customerId)]);
  if (person === null || facts === null) return null;
  const { firstName, lastName, email, mobilePhone, dateOfBirth } = person;
  return {
    ...{ reference, firstName, lastName, email, mobilePhone, dateOfBirth, monthlyIncome, requested },
    address: facts.address,
    ssn: () => openIdentity(house, customerId, 'lender'),
  };
}

/** Handed in, or begun as a prequalification: nobody of ours has decided on it. */
const isUndecided = ({ state }: Application): boolean => state === 'submitted' || state === 'draft';

async function record(
  house: House,
  { customerId, applicationId }: Application,
  lenders: readonly LenderOutcome[],
): Promise<Application> {
  const recorded = await carryOut(house, async () => {
    const application = await applicationById(house, { customerId, applicationId });
    if (application === null) throw new Error('An application is gone while lenders were asked.');
    // Somebody else asked meanwhile: what was recorded first counts.
    if (lendersAsked(application) !== null || !isUndecided(application)) return done(application);
    const isElsewhere = lenders.some(({ outcome }) => outcome === 'approved');
    const state = isElsewhere ? applicationAfterAll('submitted', 'withdraw') : application.state;
    const decision = isElsewhere
      ? ({ decision: 'elsewhere', lenders } as const)
      : ({ decision: 'pending', why: notAskedYet, askedAt: now(house), lenders } as const);
    const of = { customerId, merchantId: application.merchantId, leaseId: null };
    return done(
      { ...application, state, decision, version: application.version + 1 },
      recordUndecided(application, { state, decision }),
      ...lenders.map(({ lender, outcome }) =>
        announce(house, { ...of, type: 'lender.answered', payload: { applicationId, lender, outcome } }),
      ),
      ...(isElsewhere ? [announce(house, { ...of, type: 'application.withdrawn', payload: { applicationId } })] : []),
    );
  });
  if ('refused' in recorded) throw new Error(recorded.message);
  return recorded.answer;
}
