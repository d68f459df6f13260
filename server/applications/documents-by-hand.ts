import type { ActedAnswer } from '#contract/v3/operator-applications.ts';
import { actsByHand } from '#core/application/by-hand.ts';
import { applicationAfterAll } from '#core/application/lifecycle.ts';
import { wireNumber } from '#core/money/decimal.ts';
import { carryOut } from '#server/carry-out.ts';
import { noteVerification } from '#server/customers/note-verification.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { actByHand, type ByHand, type Carry } from './act-by-hand.ts';
import { keptApplication, moveApplication } from './application-store.ts';
import { askForDocuments } from './ask-for-documents.ts';
import { declineByHand } from './decline-by-hand.ts';
import { decisionOverdueAt } from './list-applications.ts';
import { takeFurther } from './take-further.ts';

/**
 * Asks the applicant for documents that say who they are, before anything is decided; once more where what came does not do.
 * Refuses as `actByHand`, and with ApplicationNotWaiting where the day by which the law wants an answer is past.
 */
export async function requestDocuments(house: House, wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  const carry: Carry = async (application, moves) => {
    if (decisionOverdueAt(application) <= now(house)) return tooLate;
    const state = applicationAfterAll(application.state, ...moves);
    const person = await personById(house, application.customerId);
    const writes = [
      moveApplication(application, { state, documentsReceivedAt: null }),
      ...(person === null ? [] : askForDocuments(house, application, person)),
    ];
    return { after: { ...application, state, documentsReceivedAt: null }, writes };
  };
  // Asked for in the same words after documents came, it is asked once more.
  return actByHand(house, 'requestDocuments', wanted, carry, ({ documentsReceivedAt }) => documentsReceivedAt === null);
}

const tooLate = refuse(
  'ApplicationNotWaiting',
  'By now this application has to be decided: nothing can be asked for any more. Accept the documents, or decline.',
);

/** Notes that documents have come by another way than the screen: from now on it is our turn. */
export async function receiveDocuments(house: House, wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  return actByHand(house, 'receiveDocuments', wanted, async (application) => {
    const to = { state: application.state, documentsReceivedAt: now(house) };
    return { after: { ...application, ...to }, writes: [moveApplication(application, to)] };
  });
}

/** The documents say who it is: the application goes on to its decision. */
export async function acceptDocuments(house: House, wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  // Intend: that they were accepted stands before anybody is asked for the decision.
  const accepted = await carryOut(house, () =>
    actByHand(house, 'acceptDocuments', wanted, async (application, moves) => {
      const to = { state: applicationAfterAll(application.state, ...moves), documentsReceivedAt: null };
      const { customerId } = application;
      const proven = noteVerification({ customerId, verificationStatus: 'succeeded' });
      return { after: { ...application, ...to }, writes: [moveApplication(application, to), proven] };
    }),
  );
  if ('refused' in accepted) return accepted;
  const kept = await keptApplication(house, wanted.applicationId);
  const merchant = kept === null ? null : await findMerchant(house, kept.application.merchantId);
  if (kept === null || merchant === null || kept.application.state !== 'deciding') return done(accepted.answer);
  const taken = await takeFurther(house, kept.application, merchant);
  if ('refused' in taken) return taken;
  const { state, limit } = taken.answer.application;
  return done({ ...accepted.answer, state, spendingLimit: wireNumber(limit), can: actsByHand(state) }, ...taken.writes);
}

/** The documents do not say who it is: declined, with the notice that says so. */
export async function rejectDocuments(house: House, wanted: ByHand): Promise<Outcome<ActedAnswer>> {
  return declineByHand(house, { ...wanted, because: ['K06_IDENTITY_NOT_VERIFIED'] }, 'rejectDocuments');
}
