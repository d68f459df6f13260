import type { Static } from 'typebox';
import * as Type from 'typebox';
import { MoneyFromZero, Secret, Text } from '#contract/v3/values.ts';

const originsMax = 50;

/** The operator's own calls, an extension of ours (rulings 13). */
export const createMerchantBody = Type.Object({
  name: Text(200),
  minimumOrderValue: Type.Optional(MoneyFromZero),
  origins: Type.Optional(Type.Array(Text(255), { maxItems: originsMax })),
});
export type CreateMerchantBody = Static<typeof createMerchantBody>;

/** The keys are told here and never again. */
export const createMerchantAnswer = Type.Object({
  merchantId: Type.String(),
  name: Type.String(),
  apiKey: Secret,
  authKey: Type.String(),
});
export type CreateMerchantAnswer = Static<typeof createMerchantAnswer>;

/** What the books say of themselves (domain 6.4): every rule with how much it looked at and what broke it. */
export const auditAnswer = Type.Object({
  passed: Type.Boolean(),
  checks: Type.Array(
    Type.Object({
      invariant: Type.Integer(),
      rule: Type.String(),
      examined: Type.Integer(),
      breaches: Type.Integer(),
      examples: Type.Array(Type.String()),
    }),
  ),
});
export type AuditAnswer = Static<typeof auditAnswer>;
