import type { DocumentKind, MediaType } from '#core/application/documents.ts';
import type { LenderPlace } from '#core/application/waterfall.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { FirstPaymentAt } from '#core/lease/lease.ts';
import type { CardBrand } from '#core/payment/card-number.ts';

/**
 * What the modal is told after every call: one screen, and everything that screen shows.
 * All state lives in the server; the frame draws a View and sends back what was typed.
 * Amounts are integer cents, days are `YYYY-MM-DD`, secrets appear as their last four only.
 * Source: button-and-modal 2.
 */
export interface View {
  step: Step;
  progress: { at: number; of: number };
  /** The earlier screen that `back` leads to; null where there is no way back. */
  back: Step | null;
  /** The house's own day: the sandbox clock can be ahead of the device. */
  today: string;
  brand: { name: string; company: string; supportText: string };
  merchant: { name: string };
  sandbox: boolean;
  /** Set on the hosted page, which has no store's page around it. */
  hosted: Hosted | null;
  /** The language that the shopper reads in. */
  locale: Language;
  customer: Customer | null;
  draft: Draft;
  order: Order | null;
  /** What the store's page is told at the decision when the modal was opened without a cart; else null. */
  applicant: { userId: string } | null;
  questions: Questions | null;
  decision: Decision | null;
  /** What the shopper gave to show who they are; absent where no documents are asked for. */
  documents?: Documents;
  /** Who may look at the application before us, in their order, where consents are given; absent where nobody does. */
  lenders?: Lender[];
  /** A lender before us took the application: there is no decision of ours, and the shopper goes on there. */
  elsewhere?: Elsewhere;
  check: Check;
  offer: Offer | null;
  deliverTo: Address | null;
  agreement: Agreement | null;
  payment: FirstPayment | null;
  done: Done | null;
}

export interface Hosted {
  /** Where the shopper goes back to; null when the store named no page. */
  returnUrl: string | null;
  /** It is for one agreement that was made before: only that can be signed, by its own customer. */
  signsOnly: boolean;
  /** It is open on a store's own tablet, where nothing of the shopper may stay. */
  kiosk: boolean;
}

export type Step =
  | 'email'
  | 'password'
  | 'passcode'
  | 'forgot'
  | 'reset-code'
  | 'new-password'
  | 'password-changed'
  | 'profile'
  | 'personal'
  | 'bank'
  | 'waiting'
  | 'questions'
  | 'decision'
  | 'review'
  | 'agreement'
  | 'signature'
  | 'payment'
  | 'done';

export type Frequency = 'weekly' | 'biweekly' | 'semimonthly' | 'monthly';

export interface Customer {
  email: string;
  firstName: string;
  lastName: string;
  mobileLast4: string | null;
  hasPassword: boolean;
  /** Before the login only the address they typed is here, and where a code can go. */
  isLoggedIn: boolean;
}

/** What was typed on earlier screens of this application, so that going back loses nothing. */
export interface Draft {
  profile?: {
    firstName: string;
    lastName: string;
    mobilePhone: string;
    street1: string;
    street2: string;
    city: string;
    state: string;
    postalCode: string;
    optInMarketing: boolean;
  };
  personal?: {
    dateOfBirth: string;
    ssnLast4: string;
    monthlyIncome: string;
    payFrequency: Frequency;
    nextPayDate: string;
    employer: string;
    inquiryConsent: boolean;
    contactConsent: boolean;
  };
  bank?: { routingNumber: string; bankName: string | null; accountLast4: string; accountType: AccountType };
}

export type AccountType = 'checking' | 'savings';

export interface Order {
  transactionId: string;
  lines: {
    description: string;
    brand: string;
    condition: string;
    quantity: number;
    unitCents: number;
    lineCents: number;
    imageUrl: string | null;
  }[];
  shippingCents: number;
  /** Off the whole order, beside what stands among the lines. */
  discountCents: number;
  totalCents: number;
}

/** Questions that only the shopper can answer (domain 4.4). Before they are handed out there is only the way to begin. */
export interface Questions {
  /** How the ones before ended; which answers were wrong is never told. */
  before: 'failed' | 'expired' | null;
  open: {
    id: string;
    secondsLeft: number;
    questions: { id: string; label: string; choices: { id: string; label: string }[] }[];
  } | null;
}

export interface Decision {
  status: 'approved' | 'denied' | 'pending';
  limitCents: number;
  availableCents: number;
  weeklyAtLimitCents: number;
  /** Where they are known: how many payments, and their total, so that a payment never stands without its total. */
  countAtLimit?: number;
  totalAtLimitCents?: number;
  reasons: string[];
  /**
   * Whose turn it is while it is pending: a person of ours looks, the shopper shows who they are by documents, or somebody
   * whom we asked has not answered yet.
   */
  waitsFor?: 'operator' | 'customer' | 'provider';
  /** The notice that the law asks for, as it was sent, and whether it speaks of a consumer report. */
  noticeMessage?: string;
  reportUsed?: boolean;
}

/** One file of each kind. While they are not handed in each can be replaced and taken away. */
export interface Documents {
  areHandedIn: boolean;
  files: { kind: DocumentKind; mediaType: MediaType; bytes: number; receivedOn: string }[];
}

/** A lender in its own words, in the language of the View. */
export interface Lender {
  place: LenderPlace;
  name: string;
  purpose: string;
  /** Its own notice of what it does with the application. */
  noticeAt: string;
  /** The shopper's own tick, after they came back to this screen; nobody else's. */
  ticked: boolean;
}

export interface Elsewhere {
  name: string;
  limitCents: number;
  continueAt: string;
}

export interface Offer {
  frequency: Frequency;
  /** `count` is without a fixed first payment, which they all begin with. */
  options: { frequency: Frequency; paymentCents: number; count: number; lastCents: number }[];
  paymentCents: number;
  count: number;
  lastCents: number;
  cashPriceCents: number;
  totalOfPaymentsCents: number;
  totalTaxCents: number;
  costOfLeaseCents: number;
  firstPaymentCents: number;
  firstPaymentAt: FirstPaymentAt;
  /** The processing fee in the first payment, with its tax; 0 without one. */
  feeCents: number;
  firstDueOn: string;
  nextDueOn: string;
  lastDueOn: string;
}

/** How the order stands to what may be leased. */
export interface Check {
  overLimitByCents: number;
  underMinimumByCents: number;
  minimumCents: number;
  /**
   * Why nothing can be leased today, whatever is in the bag: not where it would be delivered, not at a price that the law
   * allows, a hold, an approval that is over, or a limit of which too little is free. Absent otherwise.
   */
  closed?: 'place' | 'price' | 'hold' | 'approval' | 'limit';
  /** The articles of the bag that are not leased, as the store calls them: without them the rest can be. Absent otherwise. */
  notLeased?: readonly string[];
}

export interface Address {
  name: string;
  street1: string;
  street2: string;
  city: string;
  state: string;
  postalCode: string;
}

export interface Agreement {
  leaseId: string;
  /** The whole document. Its styles live in `<style>` elements and classes, never in style attributes. */
  html: string;
  sha256: string;
  documents: { id: string; title: string; html: string }[];
  earlyPurchase: { day: number; on: string; amountCents: number }[];
}

/** It comes from the card that was chosen, else from the account. */
export interface FirstPayment {
  amountCents: number;
  takenAt: FirstPaymentAt;
  account: { last4: string; bankName: string | null } | null;
  card: { brand: CardBrand; last4: string } | null;
  /** The page of the card form; null where no cards are taken. */
  cardForm: string | null;
  authorizationHtml: string;
  refused: { code: string; message: string } | null;
}

export interface Done {
  leaseNumber: string;
  transactionId: string;
  paymentCents: number;
  takenAt: FirstPaymentAt;
  nextDueOn: string;
  /** True once the page's `onSign` returned or resolved (rulings 17): it is never told twice. */
  heard: boolean;
}

/** The answer to `bank-name`: the arithmetic of domain 4.3, the block list, and a name where one is known. */
export interface BankName {
  valid: boolean;
  bankName: string | null;
  reason: null | 'format' | 'prefix' | 'checksum' | 'blocked';
}
