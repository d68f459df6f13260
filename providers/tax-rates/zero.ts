import type { TaxRates } from '#ports/tax-rates.ts';

/** No sales tax anywhere: for the sandbox. Every amount still has its tax part, so a real table changes rates and nothing else. */
export const zeroTaxRates: TaxRates = { name: 'zero', sandbox: true, rateAt: async () => '0' };
