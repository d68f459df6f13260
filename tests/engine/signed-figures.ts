import { rateText, timesHalfUp } from '#core/money/money.ts';
import { derivationsOf } from '#core/pricing/derivation.ts';
import { dueDays } from '#core/schedule/schedule.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { evidenceAmounts } from '#server/evidence/evidence-amounts.ts';
import type { SignedFigures } from '../../checker/signed-figures.ts';
import type { Known } from './engine-answers.ts';

/** What the evidence file of a lease would say in figures. */
export function signedFigures({ asked, law, taxRate, price, priceTerms, terms }: Known): SignedFigures {
  const { rent, tax, fee, feeTax, total } = price.initialPayment;
  const inputs = {
    cashPrice: price.cashPrice,
    initialPayment: { rent, tax, processingFee: fee, processingFeeTax: feeTax, total },
    payments: {
      frequency: asked.frequency,
      regularRent: price.regular,
      regularTax: timesHalfUp(price.regular, taxRate),
      lastRent: price.last,
      lastTax: timesHalfUp(price.last, taxRate),
      dueOn: dueDays(terms),
    },
    totalOfPayments: price.totalOfPayments,
    totalTax: price.totalTax,
    totalWithTax: price.totalWithTax,
    costOfLease: price.costOfLease,
  };
  const { factor: _f, totalCap: _cap, taxRate: _rate, ...agreed } = priceTerms;
  return {
    terms: {
      ...agreed,
      factor: asked.leaseFactor,
      totalCap: law.totalCap === null ? null : rateText(law.totalCap),
      taxRate: asked.taxRate,
    },
    amounts: evidenceAmounts(inputs as AgreementInputs),
    derivation: derivationsOf(priceTerms, price),
  };
}
