import type { RoutingNumberAnswer } from '#contract/v3/routing-number.ts';
import { routingVerdict } from '#core/application/routing-number.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';

/**
 * Whether payments can come from a bank (api-v3 4.4). A number that is none is an answer and not a refusal. The name is
 * a hint and no proof that an account exists (domain 4.3).
 */
export async function checkRouting(
  house: House,
  { routingNumber }: { routingNumber: string | undefined },
): Promise<Outcome<RoutingNumberAnswer>> {
  const given = routingNumber?.trim() ?? '';
  if (given === '') {
    const fields = [{ path: 'routingNumber', message: 'is required' }];
    return refuse('ValidationError', 'Say which routing number: in the path, the query or the body.', { fields });
  }
  const verdict = routingVerdict(given, { sandbox: house.settings.mode === 'sandbox' });
  if (verdict !== 'ok') return done({ routingNumber: given, valid: false, bankName: null, reason: verdict });
  const bankName = await house.bankData.bankName(given);
  return done({ routingNumber: given, valid: true, bankName, reason: null });
}
