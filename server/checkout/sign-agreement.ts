import type { SignatureBody } from '#contract/modal/bodies.ts';
import { languageOf } from '#server/agreements/agreement-inputs.ts';
import { faultWords } from '#server/applications/fault-words.ts';
import { checkPasscode } from '#server/customers/check-passcode.ts';
import { recordConsent } from '#server/customers/consent.ts';
import { passcodeHash } from '#server/customers/issue-passcode.ts';
import { type Person, personById } from '#server/customers/person.ts';
import { moreEvents } from '#server/evidence/signature-events.ts';
import { accessCodeProof } from '#server/evidence/signing-facts.ts';
import type { House } from '#server/house.ts';
import { type LeasePaper, leasePaper } from '#server/leases/lease-paper.ts';
import { findLink } from '#server/links/find-link.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { now } from '#server/moment.ts';
import { done, isRefused, type Outcome, refuse } from '#server/outcome.ts';
import { eRecordsDocument } from './documents.ts';
import { isLoggedIn, type Session, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField, wrongFields } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/**
 * The customer signs: agrees to electronic records with the code that stands in the agreement, acknowledges the total and
 * the prices of buying early, each for itself,
 * types their name, and shows by a one-time code that it is them (domain 4.8). Their copy goes out at once; the lease itself
 * is signed by its first payment (rulings 7), and nothing is charged here.
 */
export async function signAgreement(
  house: House,
  { session, merchant, body, device }: Turn<SignatureBody>,
): Promise<Outcome<SessionChange>> {
  const { leaseId } = session;
  if (!isLoggedIn(house, session) || leaseId === null) return done({});
  const { customerId } = session;
  const [person, paper] = await Promise.all([
    personById(house, customerId),
    leasePaper(house, { customerId, leaseId }),
  ]);
  if (person === null || paper === null) return done({ step: 'review', leaseId: null });
  if (paper.state !== 'offered' || paper.expiresAt <= now(house)) {
    return refuse(
      'LeaseExpired',
      'This agreement is no longer open for signature. Go back to the review for a new one.',
    );
  }
  const words = wrongWords[session.locale];
  const faults = faultsOf(body, { paper, name: `${person.firstName} ${person.lastName}`, words });
  if (faults.length > 0) return wrongFields(faults, faultWords[session.locale].again);
  const checked = await checkPasscode(house, { customerId, purpose: 'signature', code: body.oneTimeCode });
  if (isRefused(checked)) return wrongField('oneTimeCode', words.passcode);

  const document = eRecordsDocument(house, session.locale);
  const at = now(house);
  const typedName = body.typedName.trim();
  const { passcodeId } = checked.answer;
  const signature = { typedName, passcodeId, signedAt: at, ...device };
  const { totalWithTax, earlyPurchase } = paper.inputs;
  const events = await moreEvents(house.db, { customerId, leaseId }, [
    {
      kind: 'consented',
      at,
      facts: {
        channel: 'modal',
        document: { id: 'e-records', version: document.version, sha256: document.sha256 },
        accessCodeProof: accessCodeProof(paper.sha256, body.eRecordsCode),
        ...device,
      },
    },
    {
      kind: 'acknowledged',
      at,
      facts: { totalWithTaxCents: totalWithTax, earlyPurchase: earlyPurchase.table.length > 0, ...device },
    },
    {
      kind: 'identified',
      at,
      facts: {
        typedName,
        intent: signingIntent[session.locale],
        agreementSha256: paper.sha256,
        oneTimeCode: {
          id: passcodeId,
          keyedHash: passcodeHash(house, customerId, body.oneTimeCode.replace(/\s/g, '')),
        },
        ...(await atCounter(house, session, device)),
        ...device,
      },
    },
  ]);
  return done(
    { step: 'payment', progress: { ...session.progress, signature, paymentRefused: null } },
    ...checked.writes,
    ...events,
    recordConsent(house, {
      customerId,
      kind: 'e_records',
      given: true,
      version: document.version,
      hash: document.sha256,
      ...device,
    }),
    copyOfSigned(house, paper, { person, merchant }),
  );
}

/** The copy is due at once, whether or not the first payment that puts it in force is accepted (domain 3.1, 4.8). */
function copyOfSigned(house: House, paper: LeasePaper, { person, merchant }: { person: Person; merchant: Merchant }) {
  const { inputs, leaseId, leaseNumber, sha256 } = paper;
  const { brand, support, publicUrl } = house.settings;
  const { initialPayment, payments } = inputs;
  const { frequency, dueOn, regularRent, regularTax, lastRent, lastTax } = payments;
  const [first, regular] = [initialPayment.rent + initialPayment.tax, regularRent + regularTax];
  const text = messagesIn(languageOf(inputs)).agreement_signed({
    ...{ brand, support, firstName: person.firstName, leaseNumber, merchant: merchant.name },
    frequency,
    count: dueOn.length,
    ...(first === regular ? {} : { first }),
    payment: regular,
    lastPayment: lastRent + lastTax,
    cashPrice: inputs.cashPrice,
    totalWithTax: inputs.totalWithTax,
    firstPayment: initialPayment.total,
    atShipment: inputs.firstPaymentAt === 'shipment',
    documentUrl: `${publicUrl}/agreements/${leaseNumber}/${leaseId}`,
    sha256,
  });
  const { customerId, email: to } = person;
  return writeMessage(house, { customerId, to, channel: 'email', kind: 'agreement_signed', ...text });
}

/**
 * That a store's associate handed the cart over, and whether it was signed on the network of their counter: a shop's
 * guests may share it, and a tablet of the store is on it, so it is no reason to refuse, but whoever doubts the signature should know.
 */
async function atCounter(house: House, { linkId, kioskId }: Session, { ipAddress }: { ipAddress: string }) {
  const counter = linkId === null ? null : ((await findLink(house, { id: linkId }))?.counter ?? null);
  if (counter === null) return {};
  const sameNetworkAsStore = counter.ipAddress === null ? null : counter.ipAddress === ipAddress;
  const { associateId } = counter;
  return { handedOver: { associateId, sameNetworkAsStore, ...(kioskId !== null && { kioskId }) } };
}

/** What the button of the signature says, word for word. */
const signingIntent = { en: 'Sign the agreement', es: 'Firmar el contrato' };

function faultsOf(
  body: SignatureBody,
  { paper, name, words }: { paper: LeasePaper; name: string; words: (typeof wrongWords)['en'] },
): { path: string; message: string }[] {
  const isTheirs = matchForm(body.typedName) === matchForm(name);
  const hasRead = body.eRecordsCode.replace(/\s/g, '').toUpperCase() === paper.inputs.eRecordsCode.toUpperCase();
  const hasSeenEarly = body.earlyPurchaseAcknowledged || paper.inputs.earlyPurchase.table.length === 0;
  const wrong: [string, boolean, string][] = [
    ['eRecordsConsent', body.eRecordsConsent, words.eRecordsConsent],
    ['eRecordsCode', hasRead, words.eRecordsCode],
    ['totalAcknowledged', body.totalAcknowledged, words.totalAcknowledged],
    ['earlyPurchaseAcknowledged', hasSeenEarly, words.earlyPurchaseAcknowledged],
    ['typedName', isTheirs, words.typedName(name)],
    ['oneTimeCode', body.oneTimeCode.trim() !== '', words.noCode],
  ];
  return wrong.filter(([, isRight]) => !isRight).map(([path, , message]) => ({ path, message }));
}

/** A name as two spellings of it compare equal: no accents, no capitals, single spaces (domain 4.1). */
function matchForm(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'");
  return plain.toUpperCase().trim().replace(/\s+/g, ' ');
}
