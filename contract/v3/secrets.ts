import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Meta, OneOf, paging, Text } from '#contract/v3/values.ts';

/** What a sealed number may be opened for; there is no other reason. */
const openingPurposes = [
  'decision',
  'account-report',
  'lender',
  'identity-check',
  'screening',
  'identity-questions',
  'first-payment',
  'collected-payment',
  'repeated-answer',
  'index-rotation',
  'document-check',
  'document-review',
] as const;
export type OpeningPurpose = (typeof openingPurposes)[number];

export const listOpeningsQuery = Type.Object({
  ...paging(50),
  customerId: Type.Optional(Text(100)),
  purpose: Type.Optional(OneOf([...openingPurposes])),
});
export type ListOpeningsQuery = Static<typeof listOpeningsQuery>;

/** What was opened, newest first: where it lies and whose it is, never what it says. */
export const listOpeningsAnswer = Type.Object({
  openings: Type.Array(
    Type.Object({
      openingId: Type.String(),
      purpose: Type.Enum([...openingPurposes]),
      table: Type.String(),
      column: Type.String(),
      rowId: Type.String(),
      /** The customer, or the caller whose answer was remembered. */
      owner: Type.String(),
      requestId: Type.Union([Type.String(), Type.Null()]),
      openedAt: Type.String(),
    }),
  ),
  meta: Meta,
});
export type ListOpeningsAnswer = Static<typeof listOpeningsAnswer>;

/** What stands under each key, so that an operator knows when an old one may go. */
export const keyUseAnswer = Type.Object({
  keys: Type.Array(
    Type.Object({
      kind: Type.Enum(['kek', 'index']),
      keyId: Type.String(),
      /** What is written is written under it. */
      current: Type.Boolean(),
      /** This house holds it. */
      held: Type.Boolean(),
      rows: Type.Integer(),
      /** Of those, what still has to be changed over before the key may go. */
      remaining: Type.Integer(),
      mayGo: Type.Boolean(),
      columns: Type.Array(Type.Object({ column: Type.String(), rows: Type.Integer(), remaining: Type.Integer() })),
    }),
  ),
});
export type KeyUseAnswer = Static<typeof keyUseAnswer>;
