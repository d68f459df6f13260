import type { ElsewhereBody } from '#contract/modal/bodies.ts';
import type { Elsewhere } from '#contract/modal/calls.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { linkToCart } from '#server/links/link-to-cart.ts';
import { qrCode } from '#server/links/qr-code.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { servicingDayOf } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { isLoggedIn } from './session.ts';
import type { Turn } from './turn.ts';

/**
 * A link with which the customer goes on on another device: sent to them, or as a code for its camera. Whoever opens it
 * has to log in there, and stands where they stopped; the first device keeps it. Refuses with Unauthorized before the login, TransportNotAvailable without a number.
 */
export async function continueElsewhere(
  house: House,
  { session, merchant, body }: Turn<ElsewhereBody>,
): Promise<Outcome<Elsewhere>> {
  const person = isLoggedIn(house, session) ? await personById(house, session.customerId) : null;
  if (person === null || session.cart === null) return refuse('Unauthorized', 'Log in first.');
  const { transport } = body;
  const to = transport === 'sms' ? person.mobilePhone : person.email;
  if (to === null) return refuse('TransportNotAvailable', 'We have no mobile number of yours. Use e-mail.');
  const { merchantId, cart, parentOrigin } = session;
  const { address, expiresAt, writes } = await linkToCart(house, { merchantId, cart, returnUrl: parentOrigin });
  const link = { address, code: qrCode(address) };
  if (transport === 'code') return done(link, ...writes);
  const openThrough = servicingDayOf(house, expiresAt);
  const text = messagesIn(session.locale).continue_link({
    brand: house.settings.brand,
    merchant: merchant.name,
    address,
    openThrough,
  });
  const message = {
    customerId: person.customerId,
    to,
    channel: transport,
    kind: 'continue_link',
    ...text,
  } as const;
  return done(link, ...writes, writeMessage(house, message));
}
