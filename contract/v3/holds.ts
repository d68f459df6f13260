import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Flag, Label, Meta, paging, Text } from '#contract/v3/values.ts';

/** Somebody's word that nothing of a customer is erased (domain 4.14). */
export const HoldView = Type.Object({
  holdId: Type.String(),
  userId: Type.String(),
  by: Type.String(),
  reason: Type.String(),
  setAt: Type.String(),
  lifted: Type.Union([Type.Object({ by: Type.String(), reason: Type.String(), at: Type.String() }), Type.Null()]),
});
export type HoldView = Static<typeof HoldView>;

export const listHoldsQuery = Type.Object({
  ...paging(20),
  userId: Type.Optional(Text(100)),
  open: Type.Optional(Flag),
});
export type ListHoldsQuery = Static<typeof listHoldsQuery>;

export const listHoldsAnswer = Type.Object({ holds: Type.Array(HoldView), meta: Meta });
export type ListHoldsAnswer = Static<typeof listHoldsAnswer>;

/** Who says so and why: both are kept. */
const Signed = { by: Label(100), reason: Text(1000) };

export const setHoldBody = Type.Object({ userId: Text(100), ...Signed });
export type SetHoldBody = Static<typeof setHoldBody>;

export const liftHoldBody = Type.Object(Signed);
export type LiftHoldBody = Static<typeof liftHoldBody>;
