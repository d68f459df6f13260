import type { MerchantView } from '#contract/v3/operator.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { merchantText } from './show-merchant.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Changes a store's account as far as options are given. */
export async function setMerchant(connection: Connection, { names, options }: Given): Promise<Told> {
  if (Object.keys(options).length === 0) throw new WrongUsage('Set what? flexpay help merchants set tells.');
  const answer = await connection.asOperator<MerchantView>({
    method: 'POST',
    path: `/v3/operator/merchants/${encodeURIComponent(names[0]!)}`,
    about: `change the merchant ${names[0]}`,
    body: {
      name: options.name,
      minimumOrderValue: options.minimum,
      processingFee: options['processing-fee'],
      fixedInitialRent: options['fixed-initial-rent'],
      discountRate: options.discount,
      finalizeWithinHours: options['finalize-within'],
      firstPaymentAt: options['first-payment'],
      trustedPartner: isYes(options, 'trusted-partner'),
      compatibility: {
        bareLists: isYes(options, 'bare-lists'),
        shipmentNeedsPost: isYes(options, 'shipment-needs-post'),
        deniedAs: options['denied-as'],
        autoFinalize: isYes(options, 'auto-finalize'),
      },
    },
    idempotencyKey: connection.run,
  });
  return { json: answer, text: merchantText(answer) };
}

function isYes(options: Given['options'], name: string): boolean | undefined {
  const said = options[name];
  if (said === undefined) return undefined;
  if (said !== 'yes' && said !== 'no') throw new WrongUsage(`--${name} is yes or no.`);
  return said === 'yes';
}
