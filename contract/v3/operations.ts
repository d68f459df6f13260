import { agreementOperations } from '#contract/v3/operations/agreements.ts';
import { applicationOperations } from '#contract/v3/operations/applications.ts';
import { checkoutOperations } from '#contract/v3/operations/checkout.ts';
import { customerOperations } from '#contract/v3/operations/customers.ts';
import { evidenceOperations } from '#contract/v3/operations/evidence.ts';
import { handOverOperations } from '#contract/v3/operations/hand-overs.ts';
import { kioskOperations } from '#contract/v3/operations/kiosks.ts';
import { leaseOperations } from '#contract/v3/operations/leases.ts';
import type { Operation } from '#contract/v3/operations/operation.ts';
import { operatorOperations } from '#contract/v3/operations/operator.ts';
import { operatorApplicationOperations } from '#contract/v3/operations/operator-applications.ts';
import { operatorDenylistOperations } from '#contract/v3/operations/operator-denylist.ts';
import { operatorDocumentOperations } from '#contract/v3/operations/operator-documents.ts';
import { operatorHoldOperations } from '#contract/v3/operations/operator-holds.ts';
import { operatorLeaseHoldOperations } from '#contract/v3/operations/operator-lease-holds.ts';
import { operatorLetterOperations } from '#contract/v3/operations/operator-letters.ts';
import { operatorScreeningOperations } from '#contract/v3/operations/operator-screening.ts';
import { partnerOperations } from '#contract/v3/operations/partners.ts';
import { paymentMethodOperations } from '#contract/v3/operations/payment-methods.ts';
import { productOperations } from '#contract/v3/operations/products.ts';
import { sandboxOperations } from '#contract/v3/operations/sandbox.ts';
import { settingOperations } from '#contract/v3/operations/settings.ts';
import { transactionOperations } from '#contract/v3/operations/transactions.ts';

/** Every published operation by its name, in the order of the documents. */
export const operations: Readonly<Record<string, Operation>> = {
  ...customerOperations,
  ...paymentMethodOperations,
  ...applicationOperations,
  ...leaseOperations,
  ...evidenceOperations,
  ...checkoutOperations,
  ...handOverOperations,
  ...kioskOperations,
  ...transactionOperations,
  ...productOperations,
  ...agreementOperations,
  ...settingOperations,
  ...partnerOperations,
  ...operatorOperations,
  ...operatorApplicationOperations,
  ...operatorDocumentOperations,
  ...operatorLetterOperations,
  ...operatorHoldOperations,
  ...operatorDenylistOperations,
  ...operatorLeaseHoldOperations,
  ...operatorScreeningOperations,
  ...sandboxOperations,
};
