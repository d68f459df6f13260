import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Label, Meta, MoneyFromZero, OneOf, paging, Text } from '#contract/v3/values.ts';
import { reasonTexts } from '#core/application/reasons.ts';

/** Every state of an application (domain 6.3). */
export const applicationStates = [
  'draft',
  'submitted',
  'kba_pending',
  'kba_passed',
  'kba_failed',
  'kba_expired',
  'step_up',
  'review',
  'deciding',
  'approved',
  'declined',
  'expired',
  'revoked',
  'abandoned',
  'withdrawn',
] as const;

const reasonCodes = Object.keys(reasonTexts) as (keyof typeof reasonTexts)[];

/** A reason by its code, as it stands in a notice. */
const Because = Type.Array(Type.Enum(reasonCodes, { 'x-says': `must be one of ${reasonCodes.join(', ')}` }), {
  minItems: 1,
  maxItems: 4,
});

const NullableText = Type.Union([Type.String(), Type.Null()]);

/** Whose turn it is. */
const WaitsFor = Type.Enum(['operator', 'customer', 'provider', 'nobody']);

const Line = {
  applicationId: Type.String(),
  userId: Type.String(),
  merchantId: Type.String(),
  name: Type.String(),
  state: Type.Enum([...applicationStates]),
  waitsFor: WaitsFor,
  /** Why a person has to look, in words. */
  reviewBecause: Type.Array(Type.String()),
  documents: Type.Enum(['none', 'requested', 'received']),
  spendingLimit: Type.Number(),
  createdAt: Type.String(),
  decidedAt: NullableText,
  /** Thirty days after it was complete: by then the law wants an answer (domain 4.7). */
  decideBy: NullableText,
};

/** An application as it stands in the operator's list. */
export const ApplicationLine = Type.Object(Line);
export type ApplicationLine = Static<typeof ApplicationLine>;

export const listApplicationsQuery = Type.Object({
  ...paging(20),
  state: Type.Optional(OneOf([...applicationStates])),
  waitsFor: Type.Optional(OneOf(['operator', 'customer', 'provider', 'nobody'])),
  merchantId: Type.Optional(Text(100)),
});
export type ListApplicationsQuery = Static<typeof listApplicationsQuery>;

export const listApplicationsAnswer = Type.Object({ applications: Type.Array(ApplicationLine), meta: Meta });
export type ListApplicationsAnswer = Static<typeof listApplicationsAnswer>;

/** One application with all that its decision saw and how it was made. Numbers that could hurt a person are masked. */
export const ApplicationDetail = Type.Object({
  ...Line,
  applicant: Type.Object({
    firstName: Type.String(),
    lastName: Type.String(),
    email: Type.String(),
    mobileLast4: NullableText,
    ssnLast4: NullableText,
    dateOfBirth: NullableText,
    city: NullableText,
    state: NullableText,
    bankName: NullableText,
    accountLast4: NullableText,
  }),
  stated: Type.Object({
    monthlyIncome: Type.Union([Type.Number(), Type.Null()]),
    payFrequency: NullableText,
    nextPayDate: NullableText,
    employer: NullableText,
    requestedAmount: Type.Union([Type.Number(), Type.Null()]),
  }),
  /** The snapshot of the decision, as it was stored: amounts in cents. Null before anybody decided. */
  input: Type.Unknown(),
  /** The decision with its trace: knock-outs, points of each characteristic, every bound of the limit, version, settings. */
  decision: Type.Unknown(),
  reasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  expiresOn: NullableText,
  /** What may be done with it now. */
  can: Type.Array(Type.String()),
  /** The notices of adverse decisions as they were sent. `needsLetter`: no consent to electronic records is on file. */
  notices: Type.Array(
    Type.Object({
      action: Type.String(),
      language: Type.String(),
      subject: Type.String(),
      body: Type.String(),
      needsLetter: Type.Boolean(),
      noticedOn: Type.String(),
      deliverBy: Type.String(),
      sentAt: NullableText,
    }),
  ),
  actions: Type.Array(
    Type.Object({
      action: Type.String(),
      by: Type.String(),
      reason: Type.String(),
      before: Type.Unknown(),
      after: Type.Unknown(),
      recordedAt: Type.String(),
    }),
  ),
});
export type ApplicationDetail = Static<typeof ApplicationDetail>;

/** Who does it and why: both stand in the record of the act for good. */
const Signed = { by: Label(100), reason: Text(1000) };

export const actBody = Type.Object(Signed);
export type ActBody = Static<typeof actBody>;

/** Without a limit the scorecard's own counts. */
export const approveApplicationBody = Type.Object({ ...Signed, spendingLimit: Type.Optional(MoneyFromZero) });
export type ApproveApplicationBody = Static<typeof approveApplicationBody>;

/** `because` is what the applicant is told. */
export const declineApplicationBody = Type.Object({ ...Signed, because: Because });
export type DeclineApplicationBody = Static<typeof declineApplicationBody>;

/** How an application stands after an act. */
export const actedAnswer = Type.Object({
  applicationId: Type.String(),
  state: Type.Enum([...applicationStates]),
  spendingLimit: Type.Number(),
  can: Type.Array(Type.String()),
});
export type ActedAnswer = Static<typeof actedAnswer>;

export const replayQuery = Type.Object({ version: Type.Optional(Text(100)), merchantId: Type.Optional(Text(100)) });
export type ReplayQuery = Static<typeof replayQuery>;

const Verdict = Type.Object({
  decision: Type.String(),
  score: Type.Union([Type.Integer(), Type.Null()]),
  grade: NullableText,
  spendingLimit: Type.Number(),
  reasons: Type.Array(Type.String()),
});

/** What decisions come to when they are made again. */
export const replayAnswer = Type.Object({
  /** Null: each under its own rules. */
  version: NullableText,
  examined: Type.Integer(),
  same: Type.Integer(),
  changed: Type.Integer(),
  /** What the scorecard did not decide by itself, by who did. */
  skipped: Type.Array(Type.Object({ why: Type.String(), decisions: Type.Integer() })),
  /** How many would no longer be told a reason, and how many would be told it anew. */
  reasons: Type.Array(
    Type.Object({ code: Type.String(), text: Type.String(), lost: Type.Integer(), gained: Type.Integer() }),
  ),
  /** Those that change, at most 200 of them. */
  decisions: Type.Array(
    Type.Object({
      applicationId: Type.String(),
      before: Verdict,
      after: Verdict,
      lost: Type.Array(Type.String()),
      gained: Type.Array(Type.String()),
      /** The characteristics that have other points. */
      moved: Type.Array(Type.String()),
    }),
  ),
  /** SHA-256 over every outcome: the same decisions under the same rules have the same. */
  digest: Type.String(),
  isComplete: Type.Boolean(),
});
export type ReplayAnswer = Static<typeof replayAnswer>;
