import type { MerchantView } from '#contract/v3/operator.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** A store's account with its terms and switches. */
export async function showMerchant(connection: Connection, { names }: Given): Promise<Told> {
  const answer = await connection.asOperator<MerchantView>({
    method: 'GET',
    path: `/v3/operator/merchants/${encodeURIComponent(names[0]!)}`,
    about: `show the merchant ${names[0]}`,
  });
  return { json: answer, text: merchantText(answer) };
}

export function merchantText(merchant: MerchantView): string {
  const { compatibility } = merchant;
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  return columns([
    ['merchant', merchant.name],
    ['merchant id', merchant.merchantId],
    ['vendor id', merchant.vendorId],
    ['minimum order', merchant.minimumOrderValue.toFixed(2)],
    ['lease factor', merchant.leaseFactor],
    ['processing fee', feeText(merchant)],
    ['fixed initial rent', merchant.fixedInitialRent === 0 ? 'none' : merchant.fixedInitialRent.toFixed(2)],
    ['discount rate', merchant.discountRate],
    ['finalize within', `${merchant.finalizeWithinHours} hours`],
    ['first payment', `taken at ${merchant.firstPaymentAt === 'signing' ? 'signing' : 'the shipment'}`],
    ['trusted partner', yes(merchant.trustedPartner)],
    ['bare lists', yes(compatibility.bareLists)],
    ['shipment needs POST', yes(compatibility.shipmentNeedsPost)],
    ['denied is called', compatibility.deniedAs],
    ['shipment finalizes', yes(compatibility.autoFinalize)],
    ['since', merchant.createdAt.slice(0, 10)],
  ]);
}

function feeText({ processingFee, processingFeeStates }: MerchantView): string {
  return processingFee === 0 ? 'none' : `${processingFee.toFixed(2)} in ${processingFeeStates.join(' ')}`;
}
