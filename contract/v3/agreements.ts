import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Label } from '#contract/v3/values.ts';

/** An agreement as its customer's apps see it (api-v3 7.1); `pastDueAmount` in dollars (O-6). */
export const AgreementView = Type.Object({
  id: Type.String(),
  referenceId: Type.String(),
  pastDueAmount: Type.Number(),
  items: Type.Array(
    Type.Object({
      description: Type.String(),
      /** Absent before something was shipped with one. */
      trackingLink: Type.Optional(Type.String()),
    }),
  ),
});
export type AgreementView = Static<typeof AgreementView>;

export const agreementsAnswer = Type.Array(AgreementView);

/** Collecting a payment (api-v3 7.2). Dollars and whole cents: what is charged is what was asked for. */
export const collectPaymentBody = Type.Object({
  paymentMethodId: Label(100),
  amount: Type.String({
    pattern: '^-?\\d{1,9}(\\.\\d{1,2}0{0,2})?$',
    'x-accepts': 'money',
    'x-says': 'must be an amount in dollars and whole cents, like 120.34',
  }),
  collectorId: Type.Optional(Label(100)),
});
export type CollectPaymentBody = Static<typeof collectPaymentBody>;

/** What became of a charge; the failure is told only where there is one. */
export const PaymentOutcome = Type.Object({
  paymentId: Type.String(),
  amount: Type.Number(),
  outcome: Type.Enum(['success', 'failure']),
  failureReason: Type.Optional(Type.String()),
  failureCode: Type.Optional(Type.String()),
});
export type PaymentOutcome = Static<typeof PaymentOutcome>;

export const collectPaymentAnswer = Type.Array(PaymentOutcome);
