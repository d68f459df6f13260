import { bankNameOf } from '#core/application/routing-number.ts';
import type { BankData } from '#ports/bank-data.ts';

/** The well-known routing numbers of domain 4.3. A hit is a hint; an unknown number is no fault. */
export const builtInBankData: BankData = {
  name: 'built-in',
  sandbox: false,
  bankName: async (routingNumber) => bankNameOf(routingNumber),
};
