import { canonicalJson } from '#core/evidence/canonical-json.ts';
import type { NewSignatureEvent } from '#core/evidence/chain.ts';
import type { TermsText } from '#core/evidence/evidence-file.ts';
import { rate, rateText } from '#core/money/money.ts';
import type { PriceTerms } from '#core/pricing/price.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { evidenceAmounts } from '#server/evidence/evidence-amounts.ts';
import { sha256 } from '#server/evidence/signature-events.ts';
import type { Instant } from '#server/moment.ts';

/** What a lease was made of, as its first event keeps it. */
type Generated = {
  readonly agreement: { readonly inputs: AgreementInputs; readonly version: string; readonly hash: string };
  readonly rules: { readonly governingState: string; readonly version: string; readonly hash: string };
  /** What its hash is made of (server/leases/cart-hash.ts). */
  readonly cart: { readonly contents: readonly unknown[]; readonly hash: string };
  readonly priceTerms: PriceTerms;
};

/** The agreement was made from this cart, at this price, under these rules. */
export function generated(at: Instant, { agreement, rules, cart, priceTerms }: Generated): NewSignatureEvent {
  const { inputs } = agreement;
  return {
    kind: 'generated',
    at,
    facts: {
      agreementNumber: inputs.agreementNumber,
      agreementVersion: agreement.version,
      agreementSha256: agreement.hash,
      merchant: inputs.merchantName,
      customer: inputs.lessee.name,
      governingState: rules.governingState,
      rulesVersion: rules.version,
      rulesHash: rules.hash,
      cart: cart.contents,
      cartHash: cart.hash,
      amountsSha256: sha256(canonicalJson(evidenceAmounts(inputs))),
      terms: termsText(priceTerms),
    },
  };
}

function termsText({ factor, totalCap, taxRate, fixedInitialRent, ...terms }: PriceTerms): TermsText {
  return {
    ...terms,
    factor: rateText(factor),
    totalCap: totalCap === null ? null : rateText(totalCap),
    taxRate: rateText(taxRate),
    ...(fixedInitialRent === undefined ? {} : { fixedInitialRent }),
  };
}

/** The terms of a price as the first event keeps them, to price it again. */
export function termsOf({ factor, totalCap, taxRate, ...terms }: TermsText): PriceTerms {
  return {
    ...terms,
    factor: rate(factor),
    totalCap: totalCap === null ? null : rate(totalCap),
    taxRate: rate(taxRate),
  };
}

/** Papers by what they are, with the hash of what was shown. */
export type ShownPaper = { readonly id: string; readonly version: string; readonly sha256: string };

/** The agreement was put before somebody: on our screen, or in the answer to a store that shows it itself. */
export function presented(at: Instant, channel: 'api' | 'modal', documents: readonly ShownPaper[]): NewSignatureEvent {
  return { kind: 'presented', at, facts: { channel, documents } };
}

/**
 * The code from the agreement, typed back, as its proof (domain 4.8): whoever holds the document can work it out again,
 * and it fits no other document.
 */
export function accessCodeProof(agreementSha256: string, code: string): string {
  return sha256(`${agreementSha256}:${code.replace(/\s/g, '').toUpperCase()}`);
}
