import type { PayBody } from '#contract/modal/bodies.ts';
import { carryOut } from '#server/carry-out.ts';
import { recordConsent } from '#server/customers/consent.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { commit, Stale } from '#server/db/commit.ts';
import { keepDocument } from '#server/evidence/shown-documents.ts';
import { moreEvents } from '#server/evidence/signature-events.ts';
import type { House } from '#server/house.ts';
import { type LeasePaper, leasePaper } from '#server/leases/lease-paper.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { now } from '#server/moment.ts';
import { done, isRefused, type Outcome, type Refused } from '#server/outcome.ts';
import { permissionFor } from './documents.ts';
import { firstPaymentFrom } from './first-payment-from.ts';
import { isLoggedIn, type Session, type SessionChange, type Signature } from './session.ts';
import { saveSession } from './session-store.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/**
 * Takes the first payment from the account or the card, under its own authorization, and with it signs the lease. A refused payment
 * leaves the screen as it is and says why; one whose outcome nobody knows is asked about again, never charged again.
 * Refuses as `signLease`.
 */
export async function payFirstPayment(
  house: House,
  { session, merchant, body, device }: Turn<PayBody>,
): Promise<Outcome<SessionChange>> {
  const { leaseId } = session;
  const { signature } = session.progress;
  if (!isLoggedIn(house, session) || leaseId === null || signature === null) return done({ step: 'review' });
  if (!body.debitAuthorized) return wrongField('debitAuthorized', wrongWords[session.locale].debitAuthorized);
  const { customerId } = session;
  const [paper, facts] = await Promise.all([
    leasePaper(house, { customerId, leaseId }),
    customerFacts(house, customerId),
  ]);
  if (paper === null || facts === null) return done({ step: 'review', leaseId: null });
  const from = await firstPaymentFrom(house, session, facts);
  if (from === null) return done({ step: 'bank' });

  if (paper.signedAt === null) {
    const { kind, ...document } = permissionFor(house, paper, { from, language: session.locale });
    const { version, sha256 } = document;
    const consent = { customerId, kind, given: true, version, hash: sha256, ...device } as const;
    const authorized = {
      kind: 'debit_authorized',
      at: now(house),
      facts: { document: { id: kind.replace('_', '-'), version, sha256 }, ...device },
    } as const;
    // The permission stands before the money is asked for.
    await carryOut(house, async () => {
      const events = await moreEvents(house.db, { customerId, leaseId }, [authorized]);
      // Asked after the events were read: an agreement that is voided from here on makes them stale. A void one is refused below.
      const isOpen = (await leasePaper(house, { customerId, leaseId }))?.state === 'offered';
      if (!isOpen) return done(null);
      return done(null, recordConsent(house, consent), keepDocument(document), ...events);
    });
  }
  const evidence = evidenceOf(signature, paper);
  const paidFrom =
    'card' in from
      ? ({ paymentMethodId: from.card.cardId, rail: 'card' } as const)
      : ({ paymentMethodId: from.account.bankAccountId, rail: 'ach' } as const);
  const signed = await signLease(house, { merchantId: merchant.merchantId, customerId, leaseId, evidence, paidFrom });
  if (isRefused(signed)) return refused(house, session, signed);
  return done({ step: 'done', progress: { ...session.progress, paymentRefused: null } }, ...signed.writes);
}

/** The refusal is remembered, so that a second tab and a reload show it too. */
async function refused(house: House, session: Session, refusal: Refused): Promise<Refused> {
  if (refusal.refused !== 'PaymentRequired') return refusal;
  const paymentRefused = { code: String(refusal.data?.reason ?? refusal.refused), message: refusal.message };
  const progress = { ...session.progress, paymentRefused };
  try {
    await commit(house.db, [saveSession(house, session, { progress })]);
  } catch (error) {
    // Another tab has moved on; what it did is newer than this news.
    if (!(error instanceof Stale)) throw error;
  }
  return refusal;
}

function evidenceOf(signature: Signature, { inputs, sha256 }: LeasePaper) {
  return {
    ipAddress: signature.ipAddress,
    userAgent: signature.userAgent,
    typedName: signature.typedName,
    channel: 'modal',
    confirmed: {
      eRecords: 'consented with the code of the agreement',
      totalWithTaxCents: String(inputs.totalWithTax),
      oneTimeCode: signature.passcodeId,
      signedOnScreenAt: signature.signedAt,
      agreementSha256: sha256,
    },
  } as const;
}
