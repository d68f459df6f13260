import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Day, Flag, Label, Meta, OneOf, paging, StateCode, Text, TextOrEmpty } from '#contract/v3/values.ts';
import { type DenyCode, deniedKinds, denyCodes } from '#core/application/denylist.ts';

const codes = Object.keys(denyCodes) as DenyCode[];

/** Who says so and why: both are kept. */
const Signed = { by: Label(100), reason: Text(1000) };

/** Something of a person that nobody is approved with before a person has looked. What it is cannot be read any more. */
export const DenylistEntry = Type.Object({
  entryId: Type.String(),
  kind: Type.Enum([...deniedKinds]),
  code: Type.Enum(codes),
  by: Type.String(),
  reason: Type.String(),
  /** The first and the last day on which it counts; `until` null: for good. */
  from: Type.String(),
  until: Type.Union([Type.String(), Type.Null()]),
  /** The customer whose it is, where it was listed as theirs. */
  userId: Type.Union([Type.String(), Type.Null()]),
  /** The index key that it is named under (`secrets status`). */
  keyId: Type.String(),
  addedAt: Type.String(),
  lifted: Type.Union([Type.Object({ by: Type.String(), reason: Type.String(), at: Type.String() }), Type.Null()]),
  /** How many applications it has met. */
  matches: Type.Integer(),
});
export type DenylistEntry = Static<typeof DenylistEntry>;

/** Exactly one of the first eight says who is meant; of a customer everything that is known of them is listed. */
export const addToDenylistBody = Type.Object({
  userId: Type.Optional(Text(100)),
  ssn: Type.Optional(Label(20)),
  bankAccount: Type.Optional(Type.Object({ routing: Label(20), account: Text(40) })),
  deviceId: Type.Optional(Text(100)),
  mobilePhone: Type.Optional(Label(40)),
  email: Type.Optional(Text(254)),
  emailDomain: Type.Optional(Text(253)),
  address: Type.Optional(
    Type.Object({
      street1: Text(),
      street2: Type.Optional(TextOrEmpty()),
      city: Text(),
      regionAbbr: StateCode,
      postalCode: Label(20),
    }),
  ),
  code: OneOf(codes),
  ...Signed,
  from: Type.Optional(Day),
  until: Type.Optional(Day),
});
export type AddToDenylistBody = Static<typeof addToDenylistBody>;

export const addToDenylistAnswer = Type.Object({ entries: Type.Array(DenylistEntry) });
export type AddToDenylistAnswer = Static<typeof addToDenylistAnswer>;

export const listDenylistQuery = Type.Object({
  ...paging(20),
  kind: Type.Optional(OneOf([...deniedKinds])),
  code: Type.Optional(OneOf(codes)),
  userId: Type.Optional(Text(100)),
  /** Those that met this application. */
  applicationId: Type.Optional(Text(100)),
  open: Type.Optional(Flag),
});
export type ListDenylistQuery = Static<typeof listDenylistQuery>;

export const listDenylistAnswer = Type.Object({ entries: Type.Array(DenylistEntry), meta: Meta });
export type ListDenylistAnswer = Static<typeof listDenylistAnswer>;

export const liftFromDenylistBody = Type.Object(Signed);
export type LiftFromDenylistBody = Static<typeof liftFromDenylistBody>;
