import type { DocumentKind } from '#core/application/documents.ts';
import type { LenderPlace } from '#core/application/waterfall.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { TokenOfCard } from './card-form.ts';
import type { AccountType, BankName, Frequency, Step, View } from './view.ts';

/**
 * Every call the frame makes: `POST /modal/api/<name>` with the body on the left; the answer is `{ data }` or the
 * envelope `{ error: { statusCode, code, message, data: { fields? } } }`. All but those that open carry the header
 * `X-FlexPay-Session`. Source: button-and-modal 2.
 */
export interface Calls {
  /** `device` is the token of an earlier `open` on this device: with it the session continues where it was. */
  open: [Languages & { authKey: string; parentOrigin: string; order: unknown; device?: string }, Opened];
  /**
   * The same for the hosted page: by the id in its address, or by an agreement token. A link that can't be paid is
   * refused with `Closed` as the refusal's data.
   */
  'open-link': [Languages & { link?: string; agreementToken?: string; device?: string }, Opened];
  /** A device becomes a store's tablet, once; then, whenever nobody is at it, it asks for the next cart. */
  'kiosk-begin': [{ setup: string }, { token: string }];
  'kiosk-next': [{ token: string }, NextAtKiosk];
  /** The signature of this device that the store's page has not taken. Changes nothing. */
  unheard: [{ authKey: string; parentOrigin: string; device?: string }, Unheard];
  view: [Nothing, View];
  /** Reads on in another language, on the same screen. */
  language: [{ language: Language }, View];
  email: [{ email: string }, View];
  password: [{ password: string }, View];
  'passcode-send': [{ transport: 'email' | 'sms' }, View];
  passcode: [{ passcode: string }, View];
  /** “Forgot password?”: the choice where a code goes, the code, the new password. */
  forgot: [Nothing, View];
  'reset-send': [{ transport: 'email' | 'sms' }, View];
  'reset-code': [{ code: string }, View];
  'new-password': [{ newPassword: string }, View];
  /** On from the confirmation, to where the customer stands. */
  'go-on': [Nothing, View];
  /** Where the customer is logged in. Nothing of it before the login. */
  account: [Nothing, Account];
  /** Every other device is logged out. The current one is empty for somebody who never chose any. */
  'change-password': [{ currentPassword: string; newPassword: string }, View];
  /** A link to go on with on another device, sent or as a code for its camera. It logs nobody in, and one device opens it. */
  'continue-elsewhere': [{ transport: 'code' | 'email' | 'sms' }, Elsewhere];
  /** This device as well. */
  'sign-out-everywhere': [Nothing, View];
  forget: [Nothing, View];
  /** What a half-typed address may be. Hints: nothing is kept, and no answer is as good as one. */
  address: [Address, AddressHints];
  profile: [Profile, View];
  personal: [Personal, View];
  bank: [Bank, View];
  'bank-name': [{ routingNumber: string }, BankName];
  /** The questions are handed out and their time begins; `answers` is the one submission. */
  'questions-start': [Nothing, View];
  answers: [{ id: string; answers: { questionId: string; choiceId: string }[] }, View];
  /** One file that shows who the shopper is, base64; away again; and all of them handed in, after which nothing changes. */
  document: [{ kind: DocumentKind; content: string }, View];
  'document-remove': [{ kind: DocumentKind }, View];
  'documents-hand-in': [Nothing, View];
  review: [Nothing, View];
  frequency: [{ frequency: Frequency }, View];
  agreement: [Nothing, View];
  /** The agreement on the screen, base64. */
  'agreement-pdf': [Nothing, { pdf: string }];
  'code-send': [Nothing, View];
  signature: [Signature, View];
  /** A one-time key for the card form, the card that it then told, and back to the account. */
  'card-key': [Nothing, { childKey: string }];
  card: [TokenOfCard, View];
  'use-account': [Nothing, View];
  pay: [{ debitAuthorized: boolean }, View];
  back: [{ to: Step }, View];
  heard: [Nothing, View];
  close: [Nothing, View];
}

/** What is known of the shopper's languages at an opening: the store's page may name one, the browser has one. */
interface Languages {
  locale?: Language;
  browserLocale?: Language;
}

export interface Opened {
  session: string;
  device: string;
  view: View;
}

/** `link` is the cart that waits for this tablet; null while none does. */
export interface NextAtKiosk {
  brand: Closed['brand'];
  store: string;
  link: string | null;
}

export interface Account {
  devices: { name: string; isThis: boolean; since: string }[];
}

/** `session` is what `heard` is said with; both are null when there is nothing to tell. */
export interface Unheard {
  session: string | null;
  signed: { leaseNumber: string; transactionId: string } | null;
}

/** Where it goes on; nothing in the address names anybody. */
export interface Elsewhere {
  address: string;
  code: QrCode;
}

/** The address as a code for a camera: so many modules each way, the quiet zone with them, and the dark ones as a path. */
interface QrCode {
  size: number;
  path: string;
}

/** Why the hosted page has nothing to do; what is not known is null. */
export interface Closed {
  why: 'unknown' | 'expired' | 'elsewhere' | 'signed' | 'over';
  brand: { name: string; supportText: string };
  store: string | null;
  returnUrl: string | null;
  /** The last four digits of the lease's number. */
  leaseEnds: string | null;
}

type Nothing = Record<string, never>;

export interface Address {
  street1: string;
  street2: string;
  city: string;
  state: string;
  postalCode: string;
}

export interface AddressHints {
  /** Where the ZIP code is; null where nobody knows. */
  place: { state: string; city: string | null } | null;
  /** The best first, at most five. */
  suggestions: Address[];
}

export interface Profile {
  firstName: string;
  lastName: string;
  mobilePhone: string;
  /** Absent when the customer has chosen one already. */
  password?: string;
  street1: string;
  street2?: string;
  city: string;
  state: string;
  postalCode: string;
  optInMarketing: boolean;
}

export interface Personal {
  dateOfBirth: string;
  /** Absent: the number given before stays (the screen shows its last four). */
  ssn?: string;
  monthlyIncome: string;
  payFrequency: Frequency;
  nextPayDate: string;
  employer?: string;
  inquiryConsent: boolean;
  contactConsent: boolean;
  /** Whom of `View.lenders` the shopper ticked; absent where there are none. */
  lenderConsents?: LenderPlace[];
}

export interface Bank {
  routingNumber: string;
  /** Both absent: the account given before stays (the screen shows its last four). */
  accountNumber?: string;
  accountNumberAgain?: string;
  accountType: AccountType;
}

export interface Signature {
  typedName: string;
  eRecordsConsent: boolean;
  /** The code that is printed in the agreement: typing it proves that the document could be opened (domain 4.8). */
  eRecordsCode: string;
  totalAcknowledged: boolean;
  /** What it costs to buy early, for itself: not asked for where the agreement has no such price. */
  earlyPurchaseAcknowledged: boolean;
  oneTimeCode: string;
}
