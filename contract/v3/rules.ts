import type { Static } from 'typebox';
import * as Type from 'typebox';

/** A record of the law, for the operator: which text of it this house has, and whether leases may be signed under it. */
const RecordView = Type.Object({
  version: Type.String(),
  state: Type.String(),
  statute: Type.String(),
  effectiveFrom: Type.String(),
  enabled: Type.Boolean(),
  /** Whether counsel has confirmed every value. */
  verified: Type.Boolean(),
  live: Type.Boolean(),
  signedOffBy: Type.Union([Type.String(), Type.Null()]),
  hash: Type.String(),
  /** Leases that stand under it and are not over. A later record changes none of them. */
  openLeases: Type.Integer(),
});

export const rulesAnswer = Type.Object({ rules: Type.Array(RecordView) });
export type RulesAnswer = Static<typeof rulesAnswer>;

/** Every value of a record, also those of its base: where it stands, and how sure we are. */
export const rulesOfVersionAnswer = Type.Object({
  ...RecordView.properties,
  values: Type.Array(
    Type.Object({
      section: Type.String(),
      /** The value as JSON: amounts in cents, rates as decimal text. */
      value: Type.String(),
      source: Type.Array(Type.String()),
      confidence: Type.Enum(['high', 'medium', 'low']),
      verified: Type.Boolean(),
      /** The version that says it: the record's own or its base's. */
      from: Type.String(),
    }),
  ),
});
export type RulesOfVersionAnswer = Static<typeof rulesOfVersionAnswer>;
