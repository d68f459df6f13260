import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Flag, Label, Meta, OneOf, paging, Text } from '#contract/v3/values.ts';
import { holdCausesByHand } from '#core/lease/hold.ts';

/** Somebody's word that a lease is on hold (domain 6.3). */
export const LeaseHoldView = Type.Object({
  holdId: Type.String(),
  leaseNumber: Type.String(),
  userId: Type.String(),
  /** `screening` is a confirmed match of a screening list: it ends by correcting the case. */
  cause: Type.Enum([...holdCausesByHand, 'screening']),
  by: Type.String(),
  reason: Type.String(),
  setAt: Type.String(),
  lifted: Type.Union([Type.Object({ by: Type.String(), reason: Type.String(), at: Type.String() }), Type.Null()]),
});
export type LeaseHoldView = Static<typeof LeaseHoldView>;

export const listLeaseHoldsQuery = Type.Object({
  ...paging(20),
  leaseNumber: Type.Optional(Text(20)),
  userId: Type.Optional(Text(100)),
  open: Type.Optional(Flag),
});
export type ListLeaseHoldsQuery = Static<typeof listLeaseHoldsQuery>;

export const listLeaseHoldsAnswer = Type.Object({ holds: Type.Array(LeaseHoldView), meta: Meta });
export type ListLeaseHoldsAnswer = Static<typeof listLeaseHoldsAnswer>;

/** Why, who says so, and what for the record: all three are kept. */
export const holdLeaseBody = Type.Object({
  cause: OneOf([...holdCausesByHand]),
  by: Label(100),
  reason: Text(1000),
});
export type HoldLeaseBody = Static<typeof holdLeaseBody>;
