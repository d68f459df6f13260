import type { ElsewhereBody } from '#contract/modal/bodies.ts';
import type { Elsewhere } from '#contract/modal/calls.ts';
import { type Person, personById } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { findLink } from '#server/links/find-link.ts';
import { linkToCart } from '#server/links/link-to-cart.ts';
import { qrCode } from '#server/links/qr-code.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { servicingDayOf } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { isLoggedIn, type Session } from './session.ts';
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
  if (person === null) return refuse('Unauthorized', 'Log in first.');
  const { transport } = body;
  const to = transport === 'sms' ? person.mobilePhone : person.email;
  if (to === null) return refuse('TransportNotAvailable', 'We have no mobile number of yours. Use e-mail.');
  const way = transport === 'code' ? null : { channel: transport, to };
  const { address, writes } = await goOnElsewhere(house, { session, person, merchant }, way);
  return done({ address, code: qrCode(address) }, ...writes);
}

type Going = { session: Session; person: Person; merchant: Merchant };

/** The link, and the message that brings it where there is a `way` to send it. */
export async function goOnElsewhere(
  house: House,
  { session, person, merchant }: Going,
  way: { channel: 'email' | 'sms'; to: string } | null,
): Promise<{ address: string; writes: Write[] }> {
  const { merchantId, cart, parentOrigin: returnUrl, linkId } = session;
  const counter = linkId === null ? null : ((await findLink(house, { id: linkId }))?.counter ?? null);
  const { address, expiresAt, writes } = await linkToCart(house, { merchantId, cart, returnUrl, counter });
  if (way === null) return { address, writes };
  const text = messagesIn(session.locale).continue_link({
    brand: house.settings.brand,
    merchant: merchant.name,
    hasOrder: cart !== null,
    address,
    openThrough: servicingDayOf(house, expiresAt),
  });
  const message = { customerId: person.customerId, kind: 'continue_link', ...way, ...text } as const;
  return { address, writes: [...writes, writeMessage(house, message)] };
}
