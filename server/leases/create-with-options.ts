import type { CreateLeaseBody, CreateLeaseQuery } from '#contract/v3/leases.ts';
import { dayAt } from '#core/calendar/day.ts';
import { zoneOfState } from '#core/calendar/time-zones.ts';
import { personById } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Call, CallingMerchant } from '#server/http/route.ts';
import { createLease } from '#server/leases/create-lease.ts';
import { echoed, offerView } from '#server/leases/get-lease.ts';
import type { LeaseOffer, LeaseOrder } from '#server/leases/order.ts';
import { orderOfRequest } from '#server/leases/order-of-request.ts';
import { agreementToken, signingLink } from '#server/links/link-to-lease.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { hoursAfter, now } from '#server/moment.ts';
import { isRefused, type Outcome } from '#server/outcome.ts';

type Asked = Call<CreateLeaseBody, CreateLeaseQuery>;

/** Creates a lease as the API asks for it (api-v3 5.1): `asPdf`, `sendLink` and `withToken` say what comes with it. */
export async function createWithOptions(house: House, call: Asked): Promise<Outcome<object>> {
  const { merchant, customerId, body, query } = call;
  const order = orderOfRequest(body);
  if ('refused' in order) return order;
  const { frequency = 'weekly', language = 'en' } = body;
  const outcome = await createLease(house, { merchant, customerId, order, frequency, language });
  if (isRefused(outcome)) return outcome;
  const offer = outcome.answer;
  const offered = { merchantId: merchant.merchantId, customerId, leaseId: offer.leaseId, order };
  const told = query.withToken === true ? agreementToken(house, offered) : null;
  const sent = query.sendLink === true ? await sendLink(house, merchant, customerId, offer, order) : [];
  const answer = {
    ...(await offerView(house, offer, { asPdf: query.asPdf === true })),
    ...echoed(body.payTomorrowTaxTotal),
    ...(told === null ? {} : { agreementToken: told.token }),
  };
  return { ...outcome, answer, writes: [...outcome.writes, ...(told === null ? [] : [told.write]), ...sent] };
}

/** The way to the signature, by e-mail and by text (api-v3 O-5), with the price that is signed. */
async function sendLink(
  house: House,
  merchant: CallingMerchant,
  customerId: string,
  offer: LeaseOffer,
  order: LeaseOrder,
): Promise<Write[]> {
  const person = await personById(house, customerId);
  if (person === null) return [];
  const { merchantId, name } = merchant;
  const { address, write } = signingLink(house, { merchantId, customerId, leaseId: offer.leaseId, order });
  const closes = Date.parse(hoursAfter(now(house), house.settings.leaseExpiresHours));
  const { price } = offer;
  const text = messagesIn(person.locale).signing_link({
    brand: house.settings.brand,
    merchant: name,
    frequency: offer.frequency,
    count: price.count,
    ...(price.firstRent === undefined ? {} : { first: price.firstRent + price.initialPayment.tax }),
    payment: price.regular + price.regularTax,
    cashPrice: price.cashPrice,
    totalWithTax: price.totalWithTax,
    openThrough: dayAt(closes, zoneOfState(offer.governingState)),
    address,
  });
  const message = { customerId, kind: 'signing_link', ...text } as const;
  const ways = [{ channel: 'email', to: person.email } as const];
  const bySms = person.mobilePhone === null ? [] : [{ channel: 'sms', to: person.mobilePhone } as const];
  return [write, ...[...ways, ...bySms].map((way) => writeMessage(house, { ...message, ...way }))];
}
