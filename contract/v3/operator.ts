import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Flag, Meta, MoneyFromZero, OneOf, paging, Secret, Text, WholeNumber } from '#contract/v3/values.ts';

/** So many pages may open one merchant's modal. */
export const originsMax = 50;

const finalizeWithinHoursMax = 30 * 24;
const nameMax = 200;
const originMax = 255;

/** A share of an amount as exact decimal text, below one. */
const Share = Type.String({
  pattern: '^0(\\.\\d{1,4})?$',
  'x-accepts': 'money',
  'x-says': 'must be a share from 0 to 0.9999 with at most four decimals, like 0.06',
});

/** The operator's own calls, an extension of ours (rulings 13). */
export const createMerchantBody = Type.Object({
  name: Text(nameMax),
  minimumOrderValue: Type.Optional(MoneyFromZero),
  origins: Type.Optional(Type.Array(Text(originMax), { maxItems: originsMax })),
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

/**
 * A store's account. `vendorId` is its half of `x-consumer-custom-id`; factor and rate are decimal text. The processing fee is
 * charged in `processingFeeStates` alone: elsewhere the law allows none of that amount. Zero `fixedInitialRent`: the first
 * regular payment is taken at signing.
 */
export const MerchantView = Type.Object({
  merchantId: Type.String(),
  vendorId: Type.String(),
  name: Type.String(),
  minimumOrderValue: Type.Number(),
  leaseFactor: Type.String(),
  processingFee: Type.Number(),
  processingFeeStates: Type.Array(Type.String()),
  fixedInitialRent: Type.Number(),
  discountRate: Type.String(),
  finalizeWithinHours: Type.Integer(),
  firstPaymentAt: Type.Enum(['signing', 'shipment']),
  trustedPartner: Type.Boolean(),
  compatibility: Type.Object({
    bareLists: Type.Boolean(),
    shipmentNeedsPost: Type.Boolean(),
    deniedAs: Type.Enum(['denied', 'failed']),
    autoFinalize: Type.Boolean(),
  }),
  createdAt: Type.String(),
});
export type MerchantView = Static<typeof MerchantView>;

export const listMerchantsQuery = Type.Object({ ...paging(20), name: Type.Optional(Text(nameMax)) });
export type ListMerchantsQuery = Static<typeof listMerchantsQuery>;

export const listMerchantsAnswer = Type.Object({ merchants: Type.Array(MerchantView), meta: Meta });
export type ListMerchantsAnswer = Static<typeof listMerchantsAnswer>;

/** What is left out stays as it is. */
export const updateMerchantBody = Type.Object({
  name: Type.Optional(Text(nameMax)),
  minimumOrderValue: Type.Optional(MoneyFromZero),
  processingFee: Type.Optional(MoneyFromZero),
  fixedInitialRent: Type.Optional(MoneyFromZero),
  discountRate: Type.Optional(Share),
  finalizeWithinHours: Type.Optional(WholeNumber(1, finalizeWithinHoursMax)),
  firstPaymentAt: Type.Optional(OneOf(['signing', 'shipment'])),
  trustedPartner: Type.Optional(Flag),
  compatibility: Type.Optional(
    Type.Object({
      bareLists: Type.Optional(Flag),
      shipmentNeedsPost: Type.Optional(Flag),
      deniedAs: Type.Optional(OneOf(['denied', 'failed'])),
      autoFinalize: Type.Optional(Flag),
    }),
  ),
});
export type UpdateMerchantBody = Static<typeof updateMerchantBody>;

export const originBody = Type.Object({ origin: Text(originMax) });
export type OriginBody = Static<typeof originBody>;

/** The pages that may open the modal; `any` where none is registered and the sandbox lets every page. */
export const originsAnswer = Type.Object({ origins: Type.Array(Type.String()), any: Type.Boolean() });
export type OriginsAnswer = Static<typeof originsAnswer>;

export const listSecurityEventsQuery = Type.Object({
  ...paging(50),
  merchantId: Type.Optional(Text(100)),
  kind: Type.Optional(Text(100)),
});
export type ListSecurityEventsQuery = Static<typeof listSecurityEventsQuery>;

/** What happened around keys and tokens and on the denylist, which is no merchant's, newest first. `detail` names ids, never a secret. */
export const listSecurityEventsAnswer = Type.Object({
  events: Type.Array(
    Type.Object({
      eventId: Type.String(),
      merchantId: Type.Union([Type.String(), Type.Null()]),
      kind: Type.String(),
      detail: Type.Unknown(),
      recordedAt: Type.String(),
    }),
  ),
  meta: Meta,
});
export type ListSecurityEventsAnswer = Static<typeof listSecurityEventsAnswer>;

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
