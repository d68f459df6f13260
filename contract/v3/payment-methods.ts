import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Flag, Label, OneOf, Secret, TextOrEmpty } from '#contract/v3/values.ts';

const gatewaysMax = 10;
const notACardNumber = '^(?!(?:[ -]*\\d){13,19}[ -]*$)';

/** What a processor calls a card. A text that could be a card number is refused, whatever its check digit says. */
const CardToken = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: notACardNumber,
  'x-accepts': 'trimmed',
  'x-says': 'must be the token that a processor gave for the card, of at most 500 characters, and never a card number',
});

/** A card as a processor's form tells it. */
export const tokenisedCard = Type.Object({
  /** `YYYY-MM`. */
  expirationDate: Type.Optional(
    Type.String({
      pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
      'x-accepts': 'trimmed',
      'x-says': 'must be a month, written YYYY-MM',
    }),
  ),
  cardType: OneOf(['american-express', 'visa', 'mastercard', 'discover']),
  lastFour: Type.Optional(Type.String({ pattern: '^\\d{4}$', 'x-accepts': 'label', 'x-says': 'must be four digits' })),
  firstSix: Type.Optional(Type.String({ pattern: '^\\d{6}$', 'x-accepts': 'label', 'x-says': 'must be six digits' })),
  token: Type.Union(
    [
      CardToken,
      Type.Array(Type.Object({ name: Type.Enum(['clover', 'loanpaymentpro']), token: CardToken }), {
        minItems: 1,
        maxItems: gatewaysMax,
      }),
    ],
    {
      'x-says':
        'must be the token that a processor gave for the card, or a list of { name: clover or loanpaymentpro, token }, and never a card number',
    },
  ),
  billingZip: Type.String({
    pattern: '^\\d{5}(-\\d{4})?$',
    'x-accepts': 'label',
    'x-says': 'must be a ZIP code of five digits',
  }),
});

export type TokenisedCard = Static<typeof tokenisedCard>;

/** A new way to pay: a bank account or a card, one of the two (api-v3 3.9). */
export const addPaymentMethodBody = Type.Object({
  primary: Type.Optional(Flag),
  label: Type.Optional(
    Type.String({
      maxLength: 100,
      pattern: notACardNumber,
      'x-says': 'must be text of at most 100 characters, and never a card number',
    }),
  ),
  ach: Type.Optional(
    Type.Object({
      routing: Label(20),
      account: Label(40),
      accountType: Type.Optional(OneOf(['checking', 'savings'])),
    }),
  ),
  token: Type.Optional(tokenisedCard),
});
export type AddPaymentMethodBody = Static<typeof addPaymentMethodBody>;

export const addPaymentMethodAnswer = Type.Object({ id: Type.String() });

/** What is on file, masked; a member that is not known is absent (api-v3 3.12). */
export const PaymentMethodView = Type.Object({
  id: Type.String(),
  type: Type.Enum(['ach', 'card']),
  cardBrand: Type.Optional(Type.String()),
  lastFour: Type.Optional(Type.String()),
  firstSix: Type.Optional(Type.String()),
  label: Type.Optional(Type.String()),
  /** Payments come from this one unless another is named; our extension. */
  primary: Type.Boolean(),
});
export type PaymentMethodView = Static<typeof PaymentMethodView>;

export const paymentMethodsAnswer = Type.Array(PaymentMethodView);

export const childKeyAnswer = Type.Object({ childKey: Secret });
export const pkmsKeyAnswer = Type.Object({ pkmsKey: Type.String() });

/** The sandbox's own tokeniser: a one-time key and the name of a test card. */
export const tokeniseBody = Type.Object({ childKey: Label(100), card: TextOrEmpty(40) });
export type TokeniseBody = Static<typeof tokeniseBody>;
export const tokeniseAnswer = Type.Object({ token: Type.String() });
