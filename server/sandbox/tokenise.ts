import type { TokeniseBody } from '#contract/v3/payment-methods.ts';
import { useTokeniserKey } from '#server/customers/tokeniser-key.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuseMember } from '#server/outcome.ts';

/** Turns the name of a test card into its token, for one use of a child key, as a processor's card form does in the field. */
export async function tokenise(
  house: House,
  isTestCard: (token: string) => boolean,
  { childKey, card }: TokeniseBody,
): Promise<Outcome<{ token: string }>> {
  if (!isTestCard(card)) {
    const message = 'must be the name of a test card; see /sandbox/magic. The sandbox takes no card numbers';
    return refuseMember('card', message);
  }
  const used = await useTokeniserKey(house, childKey);
  if (used === null) {
    const message = 'is unknown, was used or is older than fifteen minutes. Ask for a new one';
    return refuseMember('childKey', message);
  }
  return done({ token: card }, used);
}
