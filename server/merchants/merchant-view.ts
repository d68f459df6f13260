import type { MerchantView } from '#contract/v3/operator.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { Account } from './merchant.ts';

/** A store's account as the operator sees it. */
export function merchantView({ vendorNumber, minimumOrderCents, ...account }: Account): MerchantView {
  return { ...account, vendorId: vendorNumber, minimumOrderValue: wireNumber(minimumOrderCents) };
}
