import * as Type from 'typebox';

/** What a cart page asks before it shows the button (api-v3 8.1). Dollars. */
export const leaseSettingsAnswer = Type.Object({
  minimumOrderValue: Type.Number(),
  currency: Type.Enum(['USD']),
  countries: Type.Array(Type.Enum(['US'])),
  /** An extension: what a cart page may say of a lease before it knows the state. */
  leaseTerms: Type.Object({ factor: Type.String(), weeks: Type.Integer() }),
});
