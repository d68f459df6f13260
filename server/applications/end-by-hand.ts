import type { ActedAnswer } from '#contract/v3/operator-applications.ts';
import type { HandAct } from '#core/application/by-hand.ts';
import { applicationAfterAll } from '#core/application/lifecycle.ts';
import type { ReasonCode } from '#core/application/reasons.ts';
import { scorecardVersion } from '#core/application/scorecard.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { personById } from '#server/customers/person.ts';
import { grantLimit } from '#server/customers/spending.ts';
import type { Write } from '#server/db/write.ts';
import { announce, type EventType } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { dayInState, servicingDay } from '#server/moment.ts';
import type { Outcome } from '#server/outcome.ts';
import { actByHand, type ByHand, type Seen } from './act-by-hand.ts';
import type { Application } from './application.ts';
import { moveApplication } from './application-store.ts';
import { giveNotice } from './give-notice.ts';

/** Takes an application back at the applicant's wish; a limit that it granted is gone. Refuses as `actByHand`. */
export async function withdrawByHand(house: House, wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  return end(house, 'withdraw', 'application.withdrawn', wanted);
}

/**
 * Ends an approval for a cause, such as fraud or a bankruptcy, with the notice that the law asks for; leases that are
 * signed go on. Refuses as `actByHand`.
 */
export async function revokeByHand(
  house: House,
  wanted: ByHand & { because: readonly ReasonCode[] },
): Promise<Outcome<ActedAnswer>> {
  const reasons = [...new Set(wanted.because)];
  return end(house, 'revoke', 'application.revoked', wanted, async (application, facts, seen) => {
    const person = await personById(house, application.customerId);
    if (person === null) throw new Error('An application without its customer.');
    const today = facts.address === null ? servicingDay(house) : dayInState(house, facts.address.state);
    // The approval that ends rested on it, so its end does too.
    const { reportUsed, accountReportUsed } = seen;
    const answer = { score: null, reportUsed, accountReportUsed, scorecard: scorecardVersion([]), componentLog: [] };
    return giveNotice(house, { application, person, action: 'revoked', reasons, limit: 0, answer, today });
  });
}

function end(
  house: House,
  act: HandAct,
  type: EventType,
  wanted: ByHand,
  tell: (application: Application, facts: CustomerFacts, seen: Seen) => Promise<Write[]> = async () => [],
): Promise<Outcome<ActedAnswer>> {
  return actByHand(house, act, wanted, async (application, moves, seen) => {
    const { customerId, merchantId, applicationId } = application;
    const facts = await customerFacts(house, customerId);
    if (facts === null) throw new Error('An application without its customer.');
    const state = applicationAfterAll(application.state, ...moves);
    const { verificationStatus } = facts;
    const gone = { customerId, limit: 0, expiresOn: null, verificationStatus };
    return {
      after: { ...application, state, documentsReceivedAt: null },
      writes: [
        moveApplication(application, { state, documentsReceivedAt: null }),
        ...(application.state === 'approved' ? [grantLimit(gone)] : []),
        ...(await tell(application, facts, seen)),
        announce(house, { type, customerId, merchantId, leaseId: null, payload: { applicationId } }),
      ],
    };
  });
}
