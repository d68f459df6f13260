import type { CardBody } from '#contract/modal/bodies.ts';
import { addPaymentMethod } from '#server/customers/add-payment-method.ts';
import { issueTokeniserKey } from '#server/customers/tokeniser-key.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome, refuse } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/** A one-time key for the card form. Only somebody who is about to pay gets one. */
export async function cardKey(
  house: House,
  { session, merchant }: Turn<object>,
): Promise<Outcome<{ childKey: string }>> {
  if (!isLoggedIn(house, session) || session.step !== 'payment' || house.processor.cardForm === null) return noPayment;
  return issueTokeniserKey(house, merchant.merchantId);
}

/**
 * The card that the first payment comes from, as the card form told it. It is put on file as any other, after the processor
 * has looked at it; later payments do not come from it by themselves.
 */
export async function giveCard(house: House, { session, body }: Turn<CardBody>): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session)) return done({ step: 'email' });
  if (house.processor.cardForm === null) return noPayment;
  const added = await addPaymentMethod(house, session.customerId, { primary: false, token: body });
  if (isRefused(added)) {
    return added.refused === 'ServiceUnavailable' ? added : wrongField('card', wrongWords[session.locale].card);
  }
  const progress = { ...session.progress, cardId: added.answer.id, paymentRefused: null };
  return done({ progress }, ...added.writes);
}

/** Back to the account. The card stays on file. */
export async function useAccount(_house: House, { session }: Turn<object>): Promise<Outcome<SessionChange>> {
  return done({ progress: { ...session.progress, cardId: null, paymentRefused: null } });
}

const noPayment = refuse('NotFound', 'There is no payment to make by card here.');
