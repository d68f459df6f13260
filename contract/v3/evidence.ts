import * as Type from 'typebox';
import { DerivationView } from '#contract/v3/lease-figures.ts';

/** The evidence of a signature (core/evidence/evidence-file.ts). Amounts in whole cents, hashes in hex: it is hashed and signed. */

const Fact = Type.Record(Type.String(), Type.Unknown());
const Cents = Type.Integer();

const EvidenceKey = {
  algorithm: Type.Literal('Ed25519'),
  keyId: Type.String(),
  /** 32 bytes in hex. */
  publicKey: Type.String(),
};

export const evidenceKeyAnswer = Type.Object(EvidenceKey);

export const evidenceAnswer = Type.Object({
  format: Type.Literal('flexpay-evidence-1'),
  agreement: Type.Object({
    number: Type.String(),
    version: Type.String(),
    merchant: Type.String(),
    transactionId: Type.String(),
    governingState: Type.String(),
    rulesVersion: Type.String(),
    rulesHash: Type.String(),
    offeredAt: Type.String(),
    signedAt: Type.String(),
  }),
  signer: Type.Object({
    name: Type.String(),
    typedName: Type.String(),
    channel: Type.Enum(['api', 'modal']),
    ipAddress: Type.String(),
    userAgent: Type.String(),
  }),
  documents: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      sha256: Type.String(),
      pdfSha256: Type.Union([Type.String(), Type.Null()]),
      html: Type.String(),
    }),
  ),
  cartHash: Type.String(),
  amounts: Type.Object({
    cashPriceCents: Cents,
    totalRentCents: Cents,
    processingFeeCents: Cents,
    costOfLeaseCents: Cents,
    totalCostCents: Cents,
    totalTaxCents: Cents,
    totalCostWithTaxCents: Cents,
    payments: Type.Object({
      frequency: Type.String(),
      count: Type.Integer(),
      regularRentCents: Cents,
      regularTaxCents: Cents,
      lastRentCents: Cents,
      lastTaxCents: Cents,
      dueOn: Type.Array(Type.String()),
    }),
    initialPayment: Type.Object({
      rentCents: Cents,
      taxCents: Cents,
      processingFeeCents: Cents,
      processingFeeTaxCents: Cents,
      totalCents: Cents,
    }),
  }),
  derivation: Type.Array(DerivationView),
  events: Type.Array(
    Type.Object({
      number: Type.Integer(),
      kind: Type.String(),
      at: Type.String(),
      facts: Fact,
      previous: Type.Union([Type.String(), Type.Null()]),
      hash: Type.String(),
    }),
  ),
  signature: Type.Object({ ...EvidenceKey, value: Type.String() }),
});
