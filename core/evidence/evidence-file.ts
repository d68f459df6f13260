import type { Frequency } from '../calendar/pay-cycle.ts';
import type { Derivation } from '../pricing/derivation.ts';
import type { PriceTerms } from '../pricing/price.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SignatureEvent } from './chain.ts';

/** The name of this form; another form has another name. */
export const evidenceFormat = 'flexpay-evidence-1';

/**
 * Everything that shows what was signed, by whom, and how its price came about, in one file that needs no server to be
 * checked (domain 4.8). Amounts are whole cents, hashes SHA-256 in hex, instants ISO text in UTC.
 */
export type EvidenceFile = {
  readonly format: typeof evidenceFormat;
  readonly agreement: {
    readonly number: string;
    /** The template. */
    readonly version: string;
    readonly merchant: string;
    readonly transactionId: string;
    readonly governingState: string;
    readonly rulesVersion: string;
    readonly rulesHash: string;
    readonly offeredAt: string;
    readonly signedAt: string;
  };
  readonly signer: {
    /** As it stands in the agreement; what was typed stands beside it, empty when a store signed for its customer. */
    readonly name: string;
    readonly typedName: string;
    readonly channel: 'api' | 'modal';
    readonly ipAddress: string;
    readonly userAgent: string;
  };
  readonly documents: readonly EvidenceDocument[];
  readonly cartHash: string;
  readonly amounts: EvidenceAmounts;
  readonly derivation: readonly Derivation[];
  readonly events: readonly SignatureEvent[];
  readonly signature: EvidenceSignature;
};

export type EvidenceDocument = {
  /** `agreement`, `signed-copy`, `e-records`, `debit-authorization`. */
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  /** Of the same words as a PDF; null where none is made. */
  readonly pdfSha256: string | null;
  /** Base64 of the UTF-8 bytes. */
  readonly html: string;
};

export type EvidenceAmounts = {
  readonly cashPriceCents: number;
  readonly totalRentCents: number;
  readonly processingFeeCents: number;
  readonly costOfLeaseCents: number;
  readonly totalCostCents: number;
  readonly totalTaxCents: number;
  readonly totalCostWithTaxCents: number;
  readonly payments: {
    readonly frequency: Frequency;
    readonly count: number;
    readonly regularRentCents: number;
    readonly regularTaxCents: number;
    readonly lastRentCents: number;
    readonly lastTaxCents: number;
    readonly dueOn: readonly string[];
  };
  readonly initialPayment: {
    readonly rentCents: number;
    readonly taxCents: number;
    readonly processingFeeCents: number;
    readonly processingFeeTaxCents: number;
    readonly totalCents: number;
  };
};

/** The terms of a price with its rates as decimal text: what the first event keeps. */
export type TermsText = Omit<PriceTerms, 'factor' | 'totalCap' | 'taxRate'> & {
  readonly factor: string;
  readonly totalCap: string | null;
  readonly taxRate: string;
};

export type EvidenceSignature = {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  /** 32 bytes in hex. */
  readonly publicKey: string;
  /** 64 bytes in hex, over the canonical text of the file without this member. */
  readonly value: string;
};

/** What the house's signature covers: all of the file but the signature's own value. */
export function signedText(file: {
  readonly signature: Omit<EvidenceSignature, 'value'> & { readonly value?: string };
}): string {
  const { value: _, ...key } = file.signature;
  return canonicalJson({ ...file, signature: key });
}
