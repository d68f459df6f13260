import type { EvidenceAmounts } from '#core/evidence/evidence-file.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';

/** Every amount that an agreement discloses, in cents, as evidence names them. */
export function evidenceAmounts(inputs: AgreementInputs): EvidenceAmounts {
  const { payments, initialPayment } = inputs;
  return {
    cashPriceCents: inputs.cashPrice,
    totalRentCents: inputs.totalOfPayments - initialPayment.processingFee,
    processingFeeCents: initialPayment.processingFee,
    costOfLeaseCents: inputs.costOfLease,
    totalCostCents: inputs.totalOfPayments,
    totalTaxCents: inputs.totalTax,
    totalCostWithTaxCents: inputs.totalWithTax,
    payments: {
      frequency: payments.frequency,
      count: payments.dueOn.length,
      regularRentCents: payments.regularRent,
      regularTaxCents: payments.regularTax,
      lastRentCents: payments.lastRent,
      lastTaxCents: payments.lastTax,
      dueOn: payments.dueOn,
    },
    initialPayment: {
      rentCents: initialPayment.rent,
      taxCents: initialPayment.tax,
      processingFeeCents: initialPayment.processingFee,
      processingFeeTaxCents: initialPayment.processingFeeTax,
      totalCents: initialPayment.total,
    },
  };
}
