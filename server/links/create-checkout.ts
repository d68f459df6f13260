import type { CreateCheckoutAnswer, CreateCheckoutBody } from '#contract/v3/checkout.ts';
import type { House } from '#server/house.ts';
import { transactionStanding } from '#server/leases/transaction-standing.ts';
import { cartOf } from '#server/links/cart-of.ts';
import { isAskedAgain } from '#server/links/is-asked-again.ts';
import type { Link } from '#server/links/link.ts';
import { linkAddress } from '#server/links/link-address.ts';
import { endCartLinks, insertLink, openCartLink } from '#server/links/link-store.ts';
import { newLink } from '#server/links/new-link.ts';
import { prefillOf } from '#server/links/prefill-of.ts';
import { readReturnUrl } from '#server/links/return-url.ts';
import { hoursAfter, now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';

/**
 * Starts the hosted checkout of a cart (api-v3 5.4): the answer names the page to send the shopper to. The same request
 * again is the same page while it is open; another cart under the same transaction ends the older page. Minimum and
 * limit are told to the shopper, who can do something about them. Refuses with InvalidTransactionId for a signed order.
 */
export async function createCheckout(
  house: House,
  { merchantId }: { merchantId: string },
  body: CreateCheckoutBody,
): Promise<Outcome<CreateCheckoutAnswer>> {
  const { transactionId } = body;
  const cart = cartOf(body);
  if ('refused' in cart) return cart;
  const back = await readReturnUrl(house, { merchantId, returnUrl: body.returnUrl });
  if ('refused' in back) return back;
  if ((await transactionStanding(house, { merchantId, transactionId })) === 'taken') {
    return refuse(
      'InvalidTransactionId',
      `The transaction id ${transactionId} has been used. Choose another one for this order.`,
    );
  }
  const at = now(house);
  const request = JSON.stringify(body);
  const earlier = await openCartLink(house, { merchantId, transactionId, at });
  if (earlier !== null && isAskedAgain(house, earlier, request)) return done(answerOf(house, earlier));
  const link = newLink(house, {
    ...{ merchantId, cart, returnUrl: back.url },
    prefill: prefillOf(body.customer),
    requestIndex: blindIndex(house, 'request', request),
    expiresAt: hoursAfter(at, house.settings.leaseExpiresHours),
  });
  const ended = earlier === null ? [] : [endCartLinks({ merchantId, transactionId, at })];
  return done(answerOf(house, link), ...ended, insertLink(house, link, null));
}

function answerOf(house: House, { linkId }: Link): CreateCheckoutAnswer {
  return { id: linkId, redirectUri: linkAddress(house, linkId) };
}
