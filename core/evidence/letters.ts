import type { Derivation } from '../pricing/derivation.ts';
import { paymentsFor } from '../pricing/price.ts';
import type { EvidenceFile, TermsText } from './evidence-file.ts';

/**
 * What is wrong with what stands for a formula's letters: each must be one of the terms that the agreement was made from,
 * or another figure (domain 1.1). Null when nothing is; a letter that this program does not know counts as it stands.
 */
export function letterFault(file: EvidenceFile, { inputs }: Derivation): string | null {
  const meanings = meaningsIn(file);
  for (const [letter, value] of Object.entries(inputs)) {
    const known = Object.hasOwn(meanings, letter) ? meanings[letter] : undefined;
    if (known !== undefined && !known.includes(value))
      return `${letter} is ${value}, which is nothing that was agreed on`;
  }
  return null;
}

function meaningsIn({ derivation, amounts, events }: EvidenceFile): Readonly<Record<string, readonly unknown[]>> {
  const terms = events[0]!.facts.terms as TermsText;
  const value = (figure: string) => derivation.find((one) => one.figure === figure)?.value;
  const { payments, initialPayment } = amounts;
  const first = value('firstRent') ?? 0;
  const rents = [initialPayment.rentCents, payments.regularRentCents, payments.lastRentCents];
  return {
    C: [terms.cashPrice],
    f: [terms.factor],
    cap: [terms.totalCap],
    fee: [terms.processingFee],
    fixed: [terms.fixedInitialRent],
    n: [paymentsFor(payments.frequency, terms.termWeeks)],
    // After a fixed rent at signing, what is left is spread over the payments after it.
    R: [value('totalRent'), (value('totalRent') ?? 0) - first],
    regular: [payments.regularRentCents],
    count: [payments.count, payments.count - 1],
    rate: [terms.taxRate, '0'],
    rent: rents,
    tax: [value('initialTax')],
    feeTax: [value('feeTax')],
    initialTax: [value('initialTax')],
    regularTax: [value('regularTax'), 0],
    lastTax: [value('lastTax'), 0],
    totalCost: [value('totalCost')],
    totalTax: [value('totalTax')],
  };
}
