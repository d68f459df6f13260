import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Day, Flag, Label, Meta, paging } from '#contract/v3/values.ts';

/** A notice that has to go out on paper: its customer has not agreed to electronic records (domain 4.7). */
export const Letter = Type.Object({
  noticeId: Type.String(),
  applicationId: Type.String(),
  userId: Type.String(),
  action: Type.Enum(['declined', 'lower_limit', 'revoked']),
  language: Type.String(),
  noticedOn: Type.String(),
  /** Three business days after the decision. */
  deliverBy: Type.String(),
  /** True while it waits and its day is over. */
  isLate: Type.Boolean(),
  postedOn: Type.Union([Type.String(), Type.Null()]),
  postedBy: Type.Union([Type.String(), Type.Null()]),
});
export type Letter = Static<typeof Letter>;

export const listLettersQuery = Type.Object({ ...paging(20), posted: Type.Optional(Flag) });
export type ListLettersQuery = Static<typeof listLettersQuery>;

export const listLettersAnswer = Type.Object({ letters: Type.Array(Letter), meta: Meta });
export type ListLettersAnswer = Static<typeof listLettersAnswer>;

/** `pdf` in base64: the address for the window of an envelope, and the notice word for word as it was sent. */
export const PrintedLetter = Type.Object({ noticeId: Type.String(), pdf: Type.String() });
export type PrintedLetter = Static<typeof PrintedLetter>;

/** Who took it to the post, and when: today unless another day is named. */
export const postLetterBody = Type.Object({ by: Label(100), postedOn: Type.Optional(Day) });
export type PostLetterBody = Static<typeof postLetterBody>;
