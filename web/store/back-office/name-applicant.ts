import { isFlexPayError } from '#client/client.ts';
import { type Body, type Reply, refuses, says } from './reply.ts';
import type { Shop } from './shop.ts';

/**
 * Who applied, by the opaque id that FlexPay's window gave the page: the shop's server asks FlexPay with its own keys,
 * because nothing personal crosses the page. The page gets the first name and whether there is a limit.
 */
export async function nameApplicant({ flexpay }: Shop, body: Body): Promise<Reply> {
  try {
    const { token } = await flexpay.users.authorize(String(body.userId));
    const { firstName, decision } = await flexpay.customer(token).get();
    return says({ firstName, approved: decision?.approved ?? false });
  } catch (error) {
    if (!isFlexPayError(error)) throw error;
    return refuses(400, 'FlexPay does not know this customer as one of ours.');
  }
}
