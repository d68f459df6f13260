import type { ActedAnswer } from '#contract/v3/operator-applications.ts';
import { applicationAfterAll } from '#core/application/lifecycle.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { grantLimit } from '#server/customers/spending.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { type Outcome, refuse } from '#server/outcome.ts';
import { actByHand, type ByHand } from './act-by-hand.ts';
import { moveApplication } from './application-store.ts';

/** Takes an application back at the applicant's wish; a limit that it granted is gone. Refuses as `actByHand`. */
export async function withdrawByHand(house: House, wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  return end(house, 'withdraw', wanted);
}

/** Ends an approval for a cause, such as fraud or a bankruptcy; leases that are signed go on. Refuses as `actByHand`. */
export async function revokeByHand(house: House, wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  return end(house, 'revoke', wanted);
}

function end(house: House, act: 'withdraw' | 'revoke', wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  return actByHand(house, act, wanted, async (application, moves) => {
    const { customerId, merchantId, applicationId } = application;
    const facts = await customerFacts(house, customerId);
    if (facts === null) return refuse('UserNotFound', 'There is no such customer.');
    const state = applicationAfterAll(application.state, ...moves);
    const { verificationStatus } = facts;
    const gone = { customerId, limit: 0, expiresOn: null, verificationStatus };
    return {
      after: { ...application, state },
      writes: [
        moveApplication(application, { state, documentsReceivedAt: null }),
        ...(application.state === 'approved' ? [grantLimit(gone)] : []),
        announce(house, {
          type: act === 'revoke' ? 'application.revoked' : 'application.withdrawn',
          customerId,
          merchantId,
          leaseId: null,
          payload: { applicationId },
        }),
      ],
    };
  });
}
