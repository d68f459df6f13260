import {
  agreementsAnswer,
  type CollectPaymentBody,
  collectPaymentAnswer,
  collectPaymentBody,
} from '#contract/v3/agreements.ts';
import { centsOf } from '#core/money/decimal.ts';
import type { Call, Route } from '#server/http/route.ts';
import { collectPayment } from '#server/payments/collect-payment.ts';
import { listAgreements } from '#server/payments/list-agreements.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';

/** A customer's agreements and the payments on them (api-v3 7). */
export const routes: Route[] = [
  {
    operation: 'listAgreements',
    methods: ['GET'],
    paths: ['/v3/customers/me/agreements'],
    who: 'merchant and customer',
    response: agreementsAnswer,
    bareList: true,
    verb: (house, { customerId, merchant }: Call) =>
      listAgreements(house, { customerId, merchantId: merchant.merchantId }),
  },
  {
    operation: 'collectPayment',
    methods: ['POST'],
    paths: ['/v3/customers/me/agreements/{agreementId}/transactions/payment'],
    who: 'merchant and customer',
    body: collectPaymentBody,
    response: collectPaymentAnswer,
    bareList: true,
    verb: (house, { customerId, merchant, params, body, headers }: Call<CollectPaymentBody>) => {
      const key = headers['idempotency-key'];
      return collectPayment(house, {
        customerId,
        merchantId: merchant.merchantId,
        agreementId: params.agreementId!,
        paymentMethodId: body.paymentMethodId,
        amount: centsOf(body.amount)!,
        collectorId: body.collectorId ?? null,
        callKey: key === undefined ? null : tokenHash(house, 'collect payment', `${merchant.merchantId}|${key}`),
      });
    },
  },
];
