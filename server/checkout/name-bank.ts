import type { BankNameBody } from '#contract/modal/bodies.ts';
import type { BankName } from '#contract/modal/view.ts';
import { routingVerdict } from '#core/application/routing-number.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { Turn } from './turn.ts';

/** What a routing number is worth, and the bank's name where one is known (domain 4.3). */
export async function nameBank(house: House, { body }: Turn<BankNameBody>): Promise<Outcome<BankName>> {
  const routingNumber = body.routingNumber.trim();
  const verdict = routingVerdict(routingNumber, { sandbox: house.settings.mode === 'sandbox' });
  if (verdict !== 'ok') return done({ valid: false, bankName: null, reason: verdict });
  return done({ valid: true, bankName: await house.bankData.bankName(routingNumber), reason: null });
}
