import { workOut } from '../pricing/work-out.ts';
import { accessCodesIn } from './access-codes.ts';
import { canonicalJson } from './canonical-json.ts';
import { firstBroken, type Sha256, type SignatureEvent } from './chain.ts';
import { type EvidenceFile, evidenceFormat, signedText } from './evidence-file.ts';
import { letterFault } from './letters.ts';
import { envelopeAfter, missingBeforeSigning } from './order-of-signing.ts';

/** What a check needs of the machine. */
export type Instruments = {
  readonly sha256: Sha256;
  /** The text of base64 of UTF-8; null when it is none, or not the one way to write it. */
  readonly textOf: (base64: string) => string | null;
  /** Whether an Ed25519 signature is this key's over the text; all in hex. False for what is no key or no signature. */
  readonly isSignedBy: (publicKey: string, signature: string, text: string) => boolean;
};

/** One thing that was looked at: what in plain words, and where it is wrong; null when it is right. */
export type EvidenceCheck = { readonly what: string; readonly fault: EvidenceFault | null };

/** The record that was altered, by its name for people, such as `event 3 (consented)`, and what is wrong with it. */
export type EvidenceFault = { readonly record: string; readonly says: string };

/**
 * Checks a file of evidence against itself and the house's signature, in the order in which a reader would: the chain, the
 * papers, the cart, the figures, the signer, and at the end the signature over all of it. `trustedKey` is the house's
 * public key when the reader has it from the house; without it any key could have signed, and the check says so.
 */
export function checkEvidence(file: EvidenceFile, trustedKey: string | null, with_: Instruments): EvidenceCheck[] {
  const checks: EvidenceCheck[] = [];
  for (const { what, fault } of questions(file, trustedKey, with_)) checks.push({ what, fault: asked(fault) });
  return checks;
}

type Question = { readonly what: string; readonly fault: () => EvidenceFault | null };

/** A file that is not of this form throws somewhere on the way: then that is what is wrong. */
function asked(fault: Question['fault']): EvidenceFault | null {
  try {
    return fault();
  } catch (error) {
    return { record: 'the form of the file', says: (error as Error).message };
  }
}

function questions(file: EvidenceFile, trustedKey: string | null, with_: Instruments): Question[] {
  return [
    { what: 'The file is of a form that is known here.', fault: () => formFault(file) },
    { what: 'Each event is as it was written, and follows the one before it.', fault: () => chainFault(file, with_) },
    { what: 'The events happened in the order that a signature needs.', fault: () => orderFault(file) },
    { what: 'Each document has the hash that it was shown and signed under.', fault: () => documentFault(file, with_) },
    { what: 'The code that was typed back stands in the agreement.', fault: () => codeFault(file, with_) },
    {
      what: 'The cart has the hash that was agreed on, and adds up to the cash price.',
      fault: () => cartFault(file, with_),
    },
    { what: 'Every figure follows from its formula.', fault: () => derivationFault(file) },
    { what: 'The amounts are those figures, and agree with each other.', fault: () => amountFault(file, with_) },
    { what: 'The agreement and its signer are those of the events.', fault: () => partyFault(file) },
    { what: 'The signature covers the whole file.', fault: () => signatureFault(file, with_) },
    ...(trustedKey === null
      ? []
      : [{ what: 'It was signed with the key that you trust.', fault: () => keyFault(file, trustedKey) }]),
  ];
}

function formFault({ format }: EvidenceFile): EvidenceFault | null {
  return format === evidenceFormat ? null : { record: 'format', says: `it is not ${evidenceFormat}` };
}

/** By where it stands: the number that it gives itself may be what was altered. */
function eventName(events: readonly SignatureEvent[], event: SignatureEvent): string {
  return `event ${events.indexOf(event) + 1} (${event.kind})`;
}

function chainFault({ events }: EvidenceFile, { sha256 }: Instruments): EvidenceFault | null {
  const broken = firstBroken(events, sha256);
  return broken === null ? null : { record: eventName(events, broken.event), says: broken.what };
}

function orderFault({ events }: EvidenceFile): EvidenceFault | null {
  const after = envelopeAfter(events);
  if ('wrong' in after)
    return { record: after.wrong === null ? 'events' : eventName(events, after.wrong), says: after.what };
  if (after.state !== 'sealed')
    return { record: 'events', says: `they end with the agreement ${after.state}, not sealed` };
  const signed = only(events, 'signed');
  const missing = channelOf(signed) === 'modal' ? missingBeforeSigning(events) : null;
  return missing === null ? null : { record: eventName(events, signed), says: missing };
}

type Paper = { readonly id: string; readonly sha256: string };

function documentFault({ documents, events }: EvidenceFile, { sha256, textOf }: Instruments): EvidenceFault | null {
  for (const one of documents) {
    const text = textOf(one.html);
    if (text === null || sha256(text) !== one.sha256) {
      return { record: `document ${one.id}`, says: 'its bytes are not those that its hash was made of' };
    }
  }
  const known = new Set(documents.map(({ id, sha256 }) => `${id} ${sha256}`));
  for (const event of events) {
    const gone = papersOf(event).find(({ id, sha256 }) => !known.has(`${id} ${sha256}`));
    if (gone !== undefined)
      return { record: `document ${gone.id}`, says: `it is not the one of ${eventName(events, event)}` };
  }
  const named = new Set(events.flatMap(papersOf).map(({ id, sha256 }) => `${id} ${sha256}`));
  const extra = documents.find(({ id, sha256 }) => !named.has(`${id} ${sha256}`));
  return extra === undefined ? null : { record: `document ${extra.id}`, says: 'no event speaks of it' };
}

/** The papers that an event names, each by what it is. */
function papersOf({ kind, facts }: SignatureEvent): Paper[] {
  const agreement = facts.agreementSha256;
  return [
    ...((facts.documents ?? []) as readonly Paper[]),
    ...(facts.document === undefined ? [] : [facts.document as Paper]),
    ...(typeof agreement === 'string' ? [{ id: 'agreement', sha256: agreement }] : []),
    ...(kind === 'sealed' ? [{ id: 'signed-copy', sha256: facts.copySha256 as string }] : []),
  ];
}

function codeFault({ documents, events }: EvidenceFile, { sha256, textOf }: Instruments): EvidenceFault | null {
  const agreement = documents.find(({ id }) => id === 'agreement')!;
  const codes = accessCodesIn(textOf(agreement.html) ?? '');
  const proofs = codes.map((code) => sha256(`${agreement.sha256}:${code}`));
  const typed = events.filter(({ facts }) => facts.accessCodeProof !== undefined);
  const wrong = typed.find(({ facts }) => !proofs.includes(facts.accessCodeProof as string));
  return wrong === undefined
    ? null
    : { record: eventName(events, wrong), says: 'its code does not stand in the agreement' };
}

type Cart = [string, [string, string, number, number][], number, number];

function cartFault(
  { cartHash, amounts, events, agreement }: EvidenceFile,
  { sha256 }: Instruments,
): EvidenceFault | null {
  const { facts } = events[0]!;
  const cart = facts.cart as Cart;
  if (sha256(JSON.stringify(cart)) !== facts.cartHash) return { record: 'cart', says: 'its hash is of another cart' };
  if (facts.cartHash !== cartHash) return { record: 'cartHash', says: 'it is not the one that was agreed on' };
  const [transactionId, lines, shipping, discount] = cart;
  if (transactionId !== agreement.transactionId) {
    return { record: 'agreement transactionId', says: 'it is not the one of the cart' };
  }
  const total = lines.reduce((sum, [, , cents]) => sum + cents, shipping - discount);
  if (Math.max(0, total) === amounts.cashPriceCents) return null;
  return { record: 'amount cashPriceCents', says: `the cart adds up to ${total}` };
}

function derivationFault(file: EvidenceFile): EvidenceFault | null {
  for (const one of file.derivation) {
    const record = `derivation ${one.figure}`;
    const value = workOut(one);
    if (value !== one.value) return { record, says: `${one.formula} is ${value}, not ${one.value}` };
    const says = letterFault(file, one);
    if (says !== null) return { record, says };
  }
  return null;
}

function amountFault({ amounts, derivation, events }: EvidenceFile, { sha256 }: Instruments): EvidenceFault | null {
  const { payments, initialPayment: first } = amounts;
  const values = new Map(derivation.map(({ figure, value }) => [figure, value]));
  const pairs: readonly [string, number, number | undefined][] = [
    ['totalRentCents', amounts.totalRentCents, values.get('totalRent')],
    ['costOfLeaseCents', amounts.costOfLeaseCents, values.get('costOfLease')],
    ['totalCostCents', amounts.totalCostCents, values.get('totalCost')],
    ['totalTaxCents', amounts.totalTaxCents, values.get('totalTax')],
    ['totalCostWithTaxCents', amounts.totalCostWithTaxCents, values.get('totalCostWithTax')],
    ['payments.count', payments.count, values.get('count')],
    ['payments.regularRentCents', payments.regularRentCents, values.get('regularRent') ?? payments.lastRentCents],
    ['payments.lastRentCents', payments.lastRentCents, values.get('lastRent') ?? values.get('firstRent')],
    ['payments.regularTaxCents', payments.regularTaxCents, values.get('regularTax') ?? payments.regularTaxCents],
    ['payments.lastTaxCents', payments.lastTaxCents, values.get('lastTax') ?? payments.lastTaxCents],
    ['payments.dueOn', payments.dueOn.length, payments.count],
    ['initialPayment.rentCents', first.rentCents, values.get('firstRent') ?? payments.regularRentCents],
    ['initialPayment.taxCents', first.taxCents, values.get('initialTax')],
    ['initialPayment.processingFeeCents', first.processingFeeCents, amounts.processingFeeCents],
    ['initialPayment.processingFeeTaxCents', first.processingFeeTaxCents, values.get('feeTax')],
    ['initialPayment.totalCents', first.totalCents, values.get('initialPayment')],
    ...events
      .filter(({ kind }) => kind === 'acknowledged')
      .map(({ facts }): [string, number, number] => [
        'totalCostWithTaxCents',
        amounts.totalCostWithTaxCents,
        facts.totalWithTaxCents as number,
      ]),
    ['initialPayment.totalCents', first.totalCents, paidAt(only(events, 'signed'))],
  ];
  const wrong = pairs.find(([, is, should]) => is !== should);
  if (wrong === undefined && sha256(canonicalJson(amounts)) !== events[0]!.facts.amountsSha256) {
    return { record: 'amounts', says: 'their hash is not the one of the first event' };
  }
  return wrong === undefined
    ? null
    : { record: `amount ${wrong[0]}`, says: `it is ${wrong[1]}, and follows as ${wrong[2]}` };
}

function partyFault({ agreement, signer, events }: EvidenceFile): EvidenceFault | null {
  const made = events[0]!;
  const signed = only(events, 'signed');
  const said = signed.facts.signer as Readonly<Record<string, unknown>>;
  const pairs: readonly [string, unknown, unknown][] = [
    ['agreement number', agreement.number, made.facts.agreementNumber],
    ['agreement version', agreement.version, made.facts.agreementVersion],
    ['agreement merchant', agreement.merchant, made.facts.merchant],
    ['agreement governingState', agreement.governingState, made.facts.governingState],
    ['agreement rulesVersion', agreement.rulesVersion, made.facts.rulesVersion],
    ['agreement rulesHash', agreement.rulesHash, made.facts.rulesHash],
    ['agreement offeredAt', agreement.offeredAt, made.at],
    ['agreement signedAt', agreement.signedAt, signed.at],
    ['signer name', signer.name, made.facts.customer],
    ['signer typedName', signer.typedName, said.typedName],
    ['signer channel', signer.channel, said.channel],
    ['signer ipAddress', signer.ipAddress, said.ipAddress],
    ['signer userAgent', signer.userAgent, said.userAgent],
  ];
  const wrong = pairs.find(([, is, should]) => is !== should);
  return wrong === undefined ? null : { record: wrong[0], says: `the events say ${canonicalJson(wrong[2] ?? null)}` };
}

function signatureFault(file: EvidenceFile, { isSignedBy }: Instruments): EvidenceFault | null {
  const { publicKey, value } = file.signature;
  if (isSignedBy(publicKey, value, signedText(file))) return null;
  return {
    record: 'signature',
    says: 'it does not cover this file: something in it, or the signature itself, was changed',
  };
}

function keyFault({ signature }: EvidenceFile, trustedKey: string): EvidenceFault | null {
  if (signature.publicKey === trustedKey) return null;
  return { record: 'signature publicKey', says: 'the file was signed with another key than the one you trust' };
}

function only(events: readonly SignatureEvent[], kind: SignatureEvent['kind']): SignatureEvent {
  const [found, ...more] = events.filter((one) => one.kind === kind);
  if (found === undefined || more.length > 0) throw new Error(`there is not one event of kind ${kind}`);
  return found;
}

function channelOf({ facts }: SignatureEvent): unknown {
  return (facts.signer as Readonly<Record<string, unknown>>).channel;
}

function paidAt({ facts }: SignatureEvent): number {
  return (facts.firstPayment as { readonly amountCents: number }).amountCents;
}
