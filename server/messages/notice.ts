import type { AdverseAction } from '#core/application/adverse-action.ts';
import type { Party } from '#core/application/party.ts';
import type { ReasonCode } from '#core/application/reasons.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';

/** What a notice of an adverse decision says, as data (domain 4.7). It is kept beside the rendered text. */
export type NoticeFacts = {
  readonly action: AdverseAction;
  readonly decidedOn: Day;
  readonly requested: Cents | null;
  readonly limit: Cents;
  /** One to four, those that truly drove the decision. */
  readonly reasons: readonly ReasonCode[];
  /** Set when a consumer report contributed; with it come the free report within 60 days and the right to dispute. */
  readonly agency: Party | null;
  /** The same for what an agency said of the bank account. Absent in notices from before anybody was asked. */
  readonly accountAgency?: Party | null;
  /** Set when a score was used. */
  readonly score: Score | null;
  readonly company: { readonly name: string; readonly address: string };
  readonly regulator: Party;
};

export type Score = {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly on: Day;
  readonly provider: string;
  /** What weighed most in it; none where nothing was short. */
  readonly factors: readonly ReasonCode[];
};

/** Whom it is to, and from whom. */
export type NoticeTo = { readonly brand: string; readonly firstName: string; readonly support: string };

/** Every word of a notice in one language. */
export type NoticeWords = {
  reason(code: ReasonCode): string;
  readonly subject: Readonly<Record<AdverseAction, (brand: string) => string>>;
  hello(firstName: string): string;
  readonly action: Readonly<Record<AdverseAction, (facts: NoticeFacts) => string>>;
  readonly mainReasons: string;
  agency(agency: Party): string;
  /** Against every agency that is named, be it one or two. */
  readonly reportRights: string;
  score(score: Score): string;
  readonly scoreFactors: string;
  creditor(of: Pick<NoticeFacts, 'company'> & Pick<NoticeTo, 'support'>): string;
  regulator(regulator: Party): string;
  yours(from: NoticeTo): string;
};

/** Renders a notice in the order of the law: action, reasons, report and score, who decided, whom one can turn to. */
export function noticeText(
  words: NoticeWords,
  about: NoticeTo & NoticeFacts,
): { readonly subject: string; readonly body: string } {
  const { action, score } = about;
  const agencies = agenciesOf(about).map(words.agency);
  const listed = (codes: readonly ReasonCode[]) => codes.map((code) => `- ${words.reason(code)}`).join('\n');
  const paragraphs = [
    words.hello(about.firstName),
    words.action[action](about),
    `${words.mainReasons}\n${listed(about.reasons)}`,
    // One that reports on both is named once.
    ...(agencies.length === 0 ? [] : [...new Set(agencies), words.reportRights]),
    ...(score === null ? [] : [words.score(score)]),
    ...(score === null || score.factors.length === 0 ? [] : [`${words.scoreFactors}\n${listed(score.factors)}`]),
    words.creditor(about),
    words.regulator(about.regulator),
    words.yours(about),
  ];
  return { subject: words.subject[action](about.brand), body: paragraphs.join('\n\n') };
}

/** Every consumer reporting agency that a notice names. */
export function agenciesOf({ agency, accountAgency }: Pick<NoticeFacts, 'agency' | 'accountAgency'>): readonly Party[] {
  return [agency ?? null, accountAgency ?? null].filter((one) => one !== null);
}
