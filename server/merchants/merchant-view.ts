import type { MerchantView } from '#contract/v3/operator.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import { feeStates } from './fee-states.ts';
import type { Account } from './merchant.ts';

/** A store's account as the operator sees it. */
export function merchantView(house: House, account: Account): MerchantView {
  const { vendorNumber, minimumOrderCents, processingFeeCents, fixedInitialRentCents, ...rest } = account;
  return {
    ...rest,
    vendorId: vendorNumber,
    minimumOrderValue: wireNumber(minimumOrderCents),
    processingFee: wireNumber(processingFeeCents),
    processingFeeStates: feeStates(house, processingFeeCents),
    fixedInitialRent: wireNumber(fixedInitialRentCents),
  };
}
