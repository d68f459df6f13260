import { createHash } from 'node:crypto';
import type { SignatureEvent } from '#core/evidence/chain.ts';
import {
  type EvidenceDocument,
  type EvidenceFile,
  evidenceFormat,
  signedText,
  type TermsText,
} from '#core/evidence/evidence-file.ts';
import { derivationsOf } from '#core/pricing/derivation.ts';
import { priceLease } from '#core/pricing/price.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { pdfOfPaper } from '#server/agreements/pdf/pdf-of-paper.ts';
import { unsealAgreement } from '#server/agreements/seal-agreement.ts';
import { evidenceAmounts } from '#server/evidence/evidence-amounts.ts';
import { evidenceKey, signEvidence } from '#server/evidence/evidence-key.ts';
import { shownDocuments } from '#server/evidence/shown-documents.ts';
import { sha256, signatureEvents } from '#server/evidence/signature-events.ts';
import { type ShownPaper, termsOf } from '#server/evidence/signing-facts.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { leaseAtStore, sealedCopy } from '#server/leases/find-lease.ts';
import type { LeaseWithPaper } from '#server/leases/stored-lease.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';

/**
 * The evidence of a signed lease as one file, signed by the house (domain 4.8). Made anew each time from what was kept at
 * the signature; as long as nothing of that was changed it is the same file.
 * @throws Error when what was kept does not fit together any more: then there is nothing that could be vouched for.
 */
export async function getEvidence(house: House, call: Call): Promise<Outcome<EvidenceFile>> {
  const found = await leaseAtStore(house.db, call, call.params.leaseId!);
  if (found === null) return refuse('LeaseNotFound', 'This customer has no lease with this id.');
  if (found.signedAt === null) {
    return refuse('LeaseNotSigned', 'There is no evidence of a signature: the customer has not signed yet.');
  }
  if (found.evidenceVersion === null) {
    return refuse('NotFound', 'This lease was signed before evidence was kept. Its signed copy is all there is.');
  }
  const file = await evidenceOf(house, found);
  const { evidenceKey: seed } = house.secrets;
  const unsigned = { ...file, signature: evidenceKey(seed) };
  return done({
    ...unsigned,
    signature: { ...unsigned.signature, value: signEvidence(seed, signedText(unsigned)) },
  });
}

async function evidenceOf(house: House, found: LeaseWithPaper): Promise<Omit<EvidenceFile, 'signature'>> {
  const events = await signatureEvents(house.db, found);
  const made = eventOfKind(found, events, 'generated');
  const signed = eventOfKind(found, events, 'signed');
  const inputs = found.agreementInputs as AgreementInputs;
  const signer = signed.facts.signer as EvidenceFile['signer'];
  return {
    format: evidenceFormat,
    agreement: {
      number: found.leaseNumber,
      version: found.agreementVersion,
      merchant: inputs.merchantName,
      transactionId: found.transactionId,
      governingState: found.governingState,
      rulesVersion: found.rulesVersion,
      rulesHash: found.rulesHash ?? '',
      offeredAt: found.createdAt,
      signedAt: found.signedAt!,
    },
    signer: {
      name: inputs.lessee.name,
      typedName: signer.typedName,
      channel: signer.channel,
      ipAddress: signer.ipAddress,
      userAgent: signer.userAgent,
    },
    documents: await documentsOf(house, found, events),
    cartHash: found.cartHash,
    amounts: evidenceAmounts(inputs),
    derivation: derivationOf(found, made),
    events,
  };
}

/** Prices the lease again from the terms it was made from: the figures must still be those of its paper. */
function derivationOf(found: LeaseWithPaper, made: SignatureEvent): EvidenceFile['derivation'] {
  const terms = termsOf(made.facts.terms as TermsText);
  const price = priceLease(terms);
  if ('refused' in price || price.totalWithTax !== (found.agreementInputs as AgreementInputs).totalWithTax) {
    throw new Error(`agreement ${found.leaseNumber} is priced otherwise today`);
  }
  return derivationsOf(terms, price);
}

/** The agreement as it was signed, the customer's copy, and every other paper that an event names. */
async function documentsOf(
  house: House,
  found: LeaseWithPaper,
  events: readonly SignatureEvent[],
): Promise<EvidenceDocument[]> {
  const copy = await sealedCopy(house.db, found);
  if (copy === null) throw new Error(`agreement ${found.leaseNumber} has no sealed copy`);
  const { agreementVersion: version } = found;
  const named = events.flatMap(papersNamed).filter(({ id }) => id !== 'agreement');
  const papers = new Map(named.map((paper) => [`${paper.id} ${paper.sha256}`, paper]));
  const kept = await shownDocuments(
    house.db,
    named.map((paper) => paper.sha256),
  );
  const agreement = unsealAgreement(copy);
  return [
    { ...document('agreement', version, agreement), pdfSha256: await pdfHash(house, found, agreement) },
    document('signed-copy', version, copy),
    ...[...papers.values()].map(({ id, sha256 }) => {
      const paper = kept.get(sha256);
      if (paper === undefined) throw new Error(`agreement ${found.leaseNumber} has lost its ${id}`);
      return document(id, paper.version, paper.html);
    }),
  ];
}

function papersNamed({ facts }: SignatureEvent): ShownPaper[] {
  const { documents = [], document: one } = facts as { documents?: ShownPaper[]; document?: ShownPaper };
  return one === undefined ? documents : [...documents, one];
}

function document(id: string, version: string, html: string): EvidenceDocument {
  return { id, version, sha256: sha256(html), pdfSha256: null, html: Buffer.from(html, 'utf8').toString('base64') };
}

async function pdfHash(house: House, found: LeaseWithPaper, html: string): Promise<string> {
  const bytes = await pdfOfPaper(html, {
    number: found.leaseNumber,
    company: house.settings.company,
    sha256: found.agreementHash,
    agreedOn: (found.agreementInputs as AgreementInputs).agreedOn,
  });
  return createHash('sha256').update(bytes).digest('hex');
}

function eventOfKind(
  { leaseNumber }: LeaseWithPaper,
  events: readonly SignatureEvent[],
  kind: SignatureEvent['kind'],
): SignatureEvent {
  const event = events.find((one) => one.kind === kind);
  if (event === undefined) throw new Error(`agreement ${leaseNumber} has lost its event ${kind}`);
  return event;
}
