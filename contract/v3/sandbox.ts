import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Instant, Label } from '#contract/v3/values.ts';

/** The sandbox's own calls; in production none of them exists. */
export const moveClockBody = Type.Object({
  /** How far, as an ISO 8601 duration of weeks, days, hours, minutes or seconds. */
  advance: Type.Optional(
    Type.String({
      pattern: '^P(?=\\d|T\\d)(\\d{1,4}W)?(\\d{1,5}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,8}S)?)?$',
      'x-accepts': 'upper case',
      'x-says': 'must be a length of time, like P3D or PT12H',
    }),
  ),
  /** Or to when. */
  to: Type.Optional(Instant),
});
export type MoveClockBody = Static<typeof moveClockBody>;

export const clockAnswer = Type.Object({ now: Type.String() });
export type ClockAnswer = Static<typeof clockAnswer>;

export const inboxQuery = Type.Object({ to: Type.Optional(Label(320)) });
export type InboxQuery = Static<typeof inboxQuery>;

/** Newest first. */
export const inboxAnswer = Type.Object({
  messages: Type.Array(
    Type.Object({
      id: Type.String(),
      to: Type.String(),
      channel: Type.Enum(['email', 'sms']),
      kind: Type.String(),
      subject: Type.String(),
      body: Type.String(),
      sentAt: Type.String(),
    }),
  ),
});
export type InboxAnswer = Static<typeof inboxAnswer>;

export const keysAnswer = Type.Object({
  baseUrl: Type.String(),
  apiKey: Type.String(),
  authKey: Type.String(),
  merchants: Type.Array(Type.Object({ name: Type.String(), apiKey: Type.String(), authKey: Type.String() })),
  operatorKeyFile: Type.String(),
});
export type KeysAnswer = Static<typeof keysAnswer>;

/** One row: `input` and `effect` for people, the rest for programs. */
export const magicAnswer = Type.Array(
  Type.Object({
    input: Type.String(),
    effect: Type.String(),
    kind: Type.Enum(['ssn', 'email', 'phone', 'bank_account', 'card', 'document', 'transaction', 'header']),
    /** What has the effect: `x` and `N` stand for any digit, `*` for anything. */
    value: Type.String(),
    /** Something to type that has it. */
    example: Type.String(),
    /** The bank at which an account has it; absent where every bank does. */
    routing: Type.Optional(Type.String()),
    /** The number on a test card, for the form in the checkout; a call takes its token. */
    cardNumber: Type.Optional(Type.String()),
  }),
);
export type MagicAnswer = Static<typeof magicAnswer>;
