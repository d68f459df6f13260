import type { Cents } from '../money/money.ts';

/** Who may be asked before us, in this order (product 19): who lends to the best risks first. */
export const lenderPlaces = ['prime', 'near_prime'] as const;
export type LenderPlace = (typeof lenderPlaces)[number];

/** What a lender says. Only a whole yes is one: a limit, and where the customer goes on. */
export type LenderAnswer =
  | { readonly outcome: 'approved'; readonly limitCents: Cents; readonly continueAt: string }
  | { readonly outcome: 'declined' }
  /** No answer, not in time, or none that can be read. */
  | { readonly outcome: 'unknown' };

/** What became of a lender for one application. `skipped`: the customer did not agree that they are asked. */
export type LenderOutcome = { readonly lender: LenderPlace } & (LenderAnswer | { readonly outcome: 'skipped' });

export type WaterfallStep =
  | { readonly step: 'ask' | 'skip'; readonly lender: LenderPlace }
  | { readonly step: 'hand over'; readonly to: Extract<LenderOutcome, { outcome: 'approved' }> }
  | { readonly step: 'decide ourselves' };

/**
 * What comes next in the order of lenders: the first yes ends it, a no or no answer goes on to the next, and in the end we
 * decide. Nobody is asked without the customer's consent to be sent there.
 */
export function nextInWaterfall(of: {
  available: readonly LenderPlace[];
  consented: readonly LenderPlace[];
  outcomes: readonly LenderOutcome[];
}): WaterfallStep {
  for (const one of of.outcomes) if (one.outcome === 'approved') return { step: 'hand over', to: one };
  const done = of.outcomes.map(({ lender }) => lender);
  const next = lenderPlaces.find((place) => of.available.includes(place) && !done.includes(place));
  if (next === undefined) return { step: 'decide ourselves' };
  return { step: of.consented.includes(next) ? 'ask' : 'skip', lender: next };
}

/** The answer as far as it is clear. A yes without a limit or without a safe way on is no answer. */
export function clearAnswer(answer: LenderAnswer): LenderAnswer {
  if (answer.outcome === 'declined') return { outcome: 'declined' };
  if (answer.outcome !== 'approved') return { outcome: 'unknown' };
  const { limitCents, continueAt } = answer;
  const isWhole = Number.isSafeInteger(limitCents) && limitCents > 0 && isSafeAddress(continueAt);
  return isWhole ? { outcome: 'approved', limitCents, continueAt } : { outcome: 'unknown' };
}

/** Whether a lender says all that a customer has to read before they agree that it is asked, in both languages. */
export function saysEnough(consent: { version?: unknown; en?: unknown; es?: unknown } | undefined): boolean {
  const isText = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';
  const isWhole = (words: unknown): boolean => {
    const { name, purpose, noticeAt } = (words ?? {}) as Record<string, unknown>;
    return isText(name) && isText(purpose) && isText(noticeAt) && isSafeAddress(noticeAt);
  };
  return isText(consent?.version) && isWhole(consent.en) && isWhole(consent.es);
}

/** Where an address of a lender leads, as a customer can recognise it. */
export const hostOf = (address: string): string => /^https:\/\/([\w.-]+)/.exec(address)?.[1] ?? address;

const isSafeAddress = (address: string): boolean => /^https:\/\/[\w.-]+(:\d+)?([/?#][^\s"'<>]*)?$/.test(address);
