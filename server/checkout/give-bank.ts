import type { BankBody } from '#contract/modal/bodies.ts';
import { saveBank } from '#server/applications/save-bank.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { hasApproval, whereNext } from './where-next.ts';

/**
 * The account that payments come from. With it an application is complete and waits for its decision; with a limit in
 * hand it is only another account, and the way goes on where it was.
 */
export async function giveBank(
  house: House,
  { session, body, device }: Turn<BankBody>,
): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session)) return done({ step: 'email' });
  const { customerId } = session;
  const saved = await saveBank(house, {
    customerId,
    routingNumber: body.routingNumber.trim(),
    accountNumber: body.accountNumber?.trim() || null,
    accountNumberAgain: body.accountNumberAgain?.trim() || null,
    accountType: body.accountType,
    language: session.locale,
    origin: { callerAddress: device.ipAddress, customerAddress: device.ipAddress, deviceId: session.deviceId },
  });
  if (isRefused(saved)) return saved;
  if (saved.answer.isSubmitted) return done({ step: 'waiting' }, ...saved.writes);
  const facts = await customerFacts(house, customerId);
  if (facts === null || !hasApproval(house, facts)) {
    return done({ step: await whereNext(house, customerId, { hasCart: session.cart !== null }) }, ...saved.writes);
  }
  const { progress, leaseId, cart } = session;
  const step =
    leaseId === null ? (cart === null ? 'decision' : 'review') : progress.signature ? 'payment' : 'agreement';
  return done({ step, progress: { ...progress, paymentRefused: null } }, ...saved.writes);
}
