import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Label, Meta, OneOf, paging, Text } from '#contract/v3/values.ts';

const NullableText = Type.Union([Type.String(), Type.Null()]);

export const screeningStates = ['open', 'cleared', 'confirmed'] as const;
export type ScreeningState = (typeof screeningStates)[number];

const Line = {
  caseId: Type.String(),
  userId: Type.String(),
  name: Type.String(),
  state: Type.Enum([...screeningStates]),
  /** When the match was found: at an application, before a store was paid, or in the night. */
  foundBy: Type.Enum(['application', 'funding', 'nightly']),
  openedAt: Type.String(),
  /** By then a confirmed match has to be reported; null otherwise. */
  reportDueOn: NullableText,
};

/** A possible match of a screening list, as it stands in the operator's list. */
export const ScreeningLine = Type.Object(Line);
export type ScreeningLine = Static<typeof ScreeningLine>;

export const listScreeningQuery = Type.Object({
  ...paging(20),
  state: Type.Optional(OneOf([...screeningStates])),
});
export type ListScreeningQuery = Static<typeof listScreeningQuery>;

/** Who is asked, under which lists, and why newer ones are not used; null while nobody answers. */
const Lists = Type.Union([
  Type.Object({
    provider: Type.String(),
    hash: Type.String(),
    listedOn: NullableText,
    problem: NullableText,
  }),
  Type.Null(),
]);

export const listScreeningAnswer = Type.Object({ cases: Type.Array(ScreeningLine), lists: Lists, meta: Meta });
export type ListScreeningAnswer = Static<typeof listScreeningAnswer>;

const Finding = Type.Union([
  Type.Object({ by: Type.String(), reason: Type.String(), resolvedAt: Type.String() }),
  Type.Null(),
]);

/** A case with what was asked, what the list says, and what waits for it. */
export const ScreeningCase = Type.Object({
  ...Line,
  applicationId: NullableText,
  person: Type.Object({
    firstName: Type.String(),
    lastName: Type.String(),
    dateOfBirth: NullableText,
    street1: NullableText,
    street2: NullableText,
    city: NullableText,
    state: NullableText,
    postalCode: NullableText,
  }),
  /** Who was asked, and which lists: their hash and the day of the newest. */
  lists: Type.Object({ provider: Type.String(), hash: Type.String(), listedOn: NullableText }),
  matches: Type.Array(
    Type.Object({
      entry: Type.String(),
      name: Type.String(),
      /** An alias that the list itself calls weak, such as a nickname. */
      isWeakName: Type.Boolean(),
      otherNames: Type.Array(Type.String()),
      /** 1 is the same name. */
      similarity: Type.Number(),
      birth: Type.String(),
      places: Type.Array(Type.String()),
      isSamePlace: Type.Boolean(),
      /** All else that the list says of them: days of birth, passports, nationality. */
      says: Type.String(),
    }),
  ),
  /** What waits while the customer has a case that is open or confirmed. */
  held: Type.Object({
    payouts: Type.Integer(),
    payoutAmount: Type.Number(),
    refunds: Type.Integer(),
    /** Leases on hold for a confirmed match. */
    leases: Type.Integer(),
  }),
  /** What was found first. */
  resolution: Finding,
  /** What a confirmed match turned out to be: cleared after all. */
  correction: Finding,
  keepUntil: Type.String(),
});
export type ScreeningCase = Static<typeof ScreeningCase>;

/** Who says it and why: both stand in the record for good. */
export const resolveBody = Type.Object({ by: Label(100), reason: Text(1000) });
export type ResolveBody = Static<typeof resolveBody>;

export const resolvedAnswer = Type.Object({
  caseId: Type.String(),
  state: Type.Enum([...screeningStates]),
  reportDueOn: NullableText,
  /** Whether anything of this customer still waits for a case. */
  isHeld: Type.Boolean(),
  /** How the application stands after it; null where none waited. */
  application: Type.Union([Type.Object({ applicationId: Type.String(), state: Type.String() }), Type.Null()]),
});
export type ResolvedAnswer = Static<typeof resolvedAnswer>;
