import * as Type from 'typebox';

/** What a cart page asks before it shows the button (api-v3 8.1). Dollars. */
export const leaseSettingsAnswer = Type.Object({
  minimumOrderValue: Type.Number(),
  currency: Type.Enum(['USD']),
  countries: Type.Array(Type.Enum(['US'])),
  /** An extension: what a cart page may say of a lease before it knows the state. */
  leaseTerms: Type.Object({
    factor: Type.String(),
    weeks: Type.Integer(),
    /** Charged at signing where the law of the place allows it; absent: none. */
    processingFee: Type.Optional(Type.Number()),
    /** Rent taken at signing, the rest being spread over the weeks; absent: the first of the weekly payments is. */
    fixedInitialRent: Type.Optional(Type.Number()),
  }),
});
