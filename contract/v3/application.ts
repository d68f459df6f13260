import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Country, Day, Flag, Label, MoneyFromZero, OneOf, StateCode, Text, TextOrEmpty } from '#contract/v3/values.ts';
import { lenderPlaces } from '#core/application/waterfall.ts';

const opaqueMax = 50;

/**
 * Applying for a spending limit (api-v3 4.1). What the numbers must look like is the law's to say, not the wire's. A number
 * that has lost its leading zeros is too short and refused; of an account nobody would see it, so that one is text alone.
 */
export const applyBody = Type.Object({
  street1: Text(),
  street2: Type.Optional(TextOrEmpty()),
  city: Text(),
  regionAbbr: StateCode,
  postalCode: Label(20),
  country: Country,
  mobilePhone: Label(40),
  dateOfBirth: Day,
  ssn: Label(20),
  gender: Type.Optional(OneOf(['male', 'female'])),
  driversLicenseNumber: Type.Optional(TextOrEmpty()),
  driversLicenseState: Type.Optional(TextOrEmpty()),
  employmentInformation: Type.Object({
    name: Type.Optional(TextOrEmpty()),
    phone: Type.Optional(TextOrEmpty()),
    monthlyIncome: MoneyFromZero,
    payFrequency: { ...Text(40), 'x-also': ['payFrquency'] },
    lastPayDate: Type.Optional(Day),
    nextPayDate: Type.Optional({ ...Day, 'x-also': ['nextPay'] }),
  }),
  bankAccount: Type.Object({ routing: Label(20), account: Text(40), type: OneOf(['checking', 'savings']) }),
  cardInformation: Type.Optional(
    Type.Array(Type.Unknown(), {
      maxItems: opaqueMax,
      description:
        'Anything, such as the `token` of a card as it is added to the payment methods. It is kept with the application, without card numbers, and pays nothing: add the card with `POST /v3/paymentMethods/add`.',
    }),
  ),
  fraudCheck: Type.Optional(Type.Array(Type.Unknown(), { maxItems: opaqueMax })),
  deviceFingerprint: Type.Optional(TextOrEmpty(100_000)),
  expectedPurchaseAmount: Type.Optional(MoneyFromZero),
  optInMarketing: Type.Optional(Flag),
  /** Our extension: the lenders before us that the customer agreed to be sent to, each by a consent of its own. */
  lenderConsents: Type.Optional(Type.Array(OneOf([...lenderPlaces]), { maxItems: 10 })),
  additionalData: Type.Optional(
    Type.Object({
      firstGlance: Type.Optional(Flag),
      storeEmployeeId: Type.Optional(Label()),
      commonApplicationKey: Type.Optional(Type.Unknown()),
    }),
  ),
});
export type ApplyBody = Static<typeof applyBody>;

/** The old spellings of the documents (`x-also`), under the names of today (api-v3 C-11). */
export function respellApply(body: Record<string, unknown>): Record<string, unknown> {
  const { employmentInformation: employment } = body;
  if (employment === null || typeof employment !== 'object' || Array.isArray(employment)) return body;
  const { payFrquency, nextPay, ...rest } = employment as Record<string, unknown>;
  const today = { payFrequency: payFrquency, nextPayDate: nextPay, ...rest };
  return { ...body, employmentInformation: today };
}
