import type { Day } from '#core/calendar/day.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import { type NoticeFacts, type NoticeTo, noticeText } from './notice.ts';
import { noticeEn } from './notice-en.ts';

/** A message as a person reads it: plain text. A text message shows the body alone, so that a code's body stands by itself. */
export type MessageText = { subject: string; body: string };

/**
 * Every e-mail and text message of the platform in English, by kind (README.md lists who gets which and why). Another
 * language is another object of the type `MessageTexts`; `messagesIn` chooses.
 * Amounts are whole cents, days are named. A body that carries a code is erased in production once it is sent (rulings 15).
 */
export const messageTexts = {
  /** A code to choose a new password. */
  password_reset: (about: { brand: string; code: string; minutes: number }): MessageText => ({
    subject: `${about.code} is your ${about.brand} code for a new password`,
    body: `${about.code} is your ${about.brand} code to choose a new password. It works for ${about.minutes} minutes. Did not ask for it? Your password stays as it is.`,
  }),

  /** There is a new password. It goes to the owner of the address, who may not be the one who changed it. */
  password_changed: (about: Person): MessageText => ({
    subject: `Your ${about.brand} password was changed`,
    body: letter(about, [
      'The password of your account was changed just now, and every other device was logged out.',
      'Was it not you? Choose “Forgot your password?” where you log in: the next code goes to you. Then write to us.',
    ]),
  }),

  /** A one-time code instead of a password. */
  passcode: (about: { brand: string; code: string; minutes: number }): MessageText => ({
    subject: `${about.code} is your ${about.brand} code`,
    body: `${about.code} is your ${about.brand} code. It works once, for ${about.minutes} minutes. We never ask you for it by phone.`,
  }),

  /** The way to go on on another device. The link opens nothing of theirs before they log in. */
  continue_link: (about: {
    brand: string;
    merchant: string;
    hasOrder: boolean;
    address: string;
    openThrough: Day;
  }): MessageText => ({
    subject: `Go on with your ${about.hasOrder ? 'order' : 'application'} at ${about.merchant}`,
    body: `Go on with your ${about.hasOrder ? 'order' : 'application'} at ${about.merchant} on this device, through ${longDay(about.openThrough)}: ${about.address} You log in there. Nothing is charged before you sign. ${about.brand}`,
  }),

  /**
   * The way to a cart that a store's associate handed over; its reader stands at the counter and asked for it. Nobody has
   * said yet that texts may come to this number: it says whose it is, that there is one, and how to have none again.
   */
  hand_over: (about: { brand: string; merchant: string; address: string; minutes: number }): MessageText => ({
    subject: `Your order at ${about.merchant}`,
    body: `${about.brand}: your order at ${about.merchant}, as you asked in the store. Open it on your own phone within ${about.minutes} minutes: ${about.address} Nothing is charged before you sign. One message. Msg & data rates may apply. Reply HELP for help, STOP to get no more.`,
  }),

  /** A one-time code that confirms a signature. It names the total, so that nobody signs something else. */
  signature_code: (about: {
    brand: string;
    code: string;
    minutes: number;
    merchant: string;
    total: Cents;
  }): MessageText => ({
    subject: `${about.code} is your ${about.brand} code to sign`,
    body: `${about.code} is your ${about.brand} code to sign your lease with ${about.merchant}, ${dollars(about.total)} in total. It works for ${about.minutes} minutes. Not you? Do not share it.`,
  }),

  /**
   * A store has made an agreement; its customer reads and signs it on our page. All of the price stands together. `first` is
   * the first payment where it is not a regular one.
   */
  signing_link: (about: {
    brand: string;
    merchant: string;
    frequency: keyof typeof periods;
    count: number;
    first?: Cents;
    payment: Cents;
    cashPrice: Cents;
    totalWithTax: Cents;
    openThrough: Day;
    address: string;
  }): MessageText => ({
    subject: `Your agreement with ${about.merchant} is ready to sign`,
    body: `Your lease for an order at ${about.merchant}: ${about.first === undefined ? about.count : `a first payment of ${dollars(about.first)} and ${about.count - 1}`} ${periods[about.frequency]} payments of ${dollars(about.payment)}, ${dollars(about.totalWithTax)} in total; the cash price is ${dollars(about.cashPrice)}. Read and sign it by ${longDay(about.openThrough)}: ${about.address} Nothing is charged before you sign. ${about.brand}`,
  }),

  /** The decision, when it is yes. */
  application_approved: (
    about: Person & { limit: Cents; atLimit: { weekly: Cents; count: number; total: Cents }; validThrough: Day },
  ): MessageText => ({
    subject: `You can lease up to ${dollars(about.limit)}`,
    body: letter(about, [
      `You can lease items for up to ${dollars(about.limit)}, through ${longDay(about.validThrough)}. At that price a lease is ${about.atLimit.count} weekly payments of ${dollars(about.atLimit.weekly)}, ${dollars(about.atLimit.total)} in total, before tax.`,
      'Nothing is agreed yet. Before you sign anything you see the payment, the number of payments, the cash price and the total of payments together.',
    ]),
  }),

  /** An approval ends within days, and its owner said that they may be contacted. The only reminder there is. */
  approval_ends: (
    about: Person & { limit: Cents; atLimit: { weekly: Cents; count: number; total: Cents }; validThrough: Day },
  ): MessageText => ({
    subject: `You can lease up to ${dollars(about.limit)} through ${longDay(about.validThrough)}`,
    body: letter(about, [
      `Your approval ends after ${longDay(about.validThrough)}. Until then you can lease items for up to ${dollars(about.limit)}. At that price a lease is ${about.atLimit.count} weekly payments of ${dollars(about.atLimit.weekly)}, ${dollars(about.atLimit.total)} in total, before tax.`,
      'You do not have to do anything. Nothing is agreed, and after that day you can apply again. This is the only reminder.',
    ]),
  }),

  /** Who it is has to be proven by documents. They never come by e-mail: an e-mail is no safe place for them. */
  documents_needed: (about: Person & { address: string; openThrough: Day }): MessageText => ({
    subject: `We need documents for your application with ${about.brand}`,
    body: letter(about, [
      'Before we can decide on your application we have to be sure that it is you. We need a copy of your driver’s license or another photo ID of a government, and a bill or a bank statement of the last 60 days with your name and address on it.',
      `Hand them in here, as photos or as PDF: ${about.address} You log in there with this address. Please do not send them by e-mail.`,
      `The page is open through ${longDay(about.openThrough)}. If nothing has come by then, we can’t go on with your application. Is there another way that you need? Ask us: ${about.support}.`,
    ]),
  }),

  /** The notice of an adverse decision: declined, or ended (domain 4.7). Its words are in a file of their own. */
  application_declined: (about: NoticeTo & NoticeFacts): MessageText => noticeText(noticeEn, about),

  /** The same notice beside an approval for less than was asked for or could have been given. */
  limit_notice: (about: NoticeTo & NoticeFacts): MessageText => noticeText(noticeEn, about),

  /** Signed on our screen, before the first payment: the copy that they are entitled to at once (domain 4.8). */
  agreement_signed: (
    about: Person & AgreedFigures & { firstPayment: Cents; atShipment: boolean; documentUrl: string; sha256: string },
  ): MessageText => ({
    subject: `The agreement you signed: ${about.leaseNumber} with ${about.merchant}`,
    body: letter(about, [
      `You signed agreement ${about.leaseNumber} for your order at ${about.merchant}. Keep this message.`,
      about.atShipment
        ? `It is in force once your first payment of ${dollars(about.firstPayment)} is authorized. Nothing is charged before your order is shipped.`
        : `It is in force once your first payment of ${dollars(about.firstPayment)} is accepted. Until then nothing is charged and you owe nothing.`,
      figures(about).join('\n'),
      `The agreement you signed: ${about.documentUrl}\nAs PDF: ${about.documentUrl}/agreement.pdf`,
      'Was it not you who signed? Tell us at once.',
      `Document fingerprint: ${about.sha256}`,
    ]),
  }),

  /** The customer's copy at signing (domain 4.8). */
  agreement_copy: (about: Person & Agreement & { documentUrl: string | null; sha256: string }): MessageText => ({
    subject: `Your lease ${about.leaseNumber} with ${about.merchant}`,
    body: letter(about, [
      `You signed lease ${about.leaseNumber} for your order at ${about.merchant}. Keep this message.`,
      [
        ...figures(about),
        about.isPaid
          ? `Paid at signing: ${dollars(about.firstPayment)}`
          : `First payment, taken when your order is shipped: ${dollars(about.firstPayment)}`,
        `Next payment: ${longDay(about.nextDueOn)}`,
        `Last payment: ${longDay(about.lastDueOn)}`,
      ].join('\n'),
      about.documentUrl
        ? `Your signed agreement: ${about.documentUrl}\nAs PDF: ${about.documentUrl}/agreement.pdf`
        : 'Your signed agreement is attached. It is the copy you are entitled to.',
      'This is a lease: the items are yours after the last payment, or sooner if you buy early. You may return them at any time.',
      `Document fingerprint: ${about.sha256}`,
    ]),
  }),

  /** Everything was cancelled before delivery. */
  lease_cancelled_refund: (about: Person & Lease & { refund: Cents }): MessageText => ({
    subject: `Lease ${about.leaseNumber} is cancelled`,
    body: letter(about, [
      `Your order at ${about.merchant} was cancelled before delivery, so lease ${about.leaseNumber} has ended. You owe nothing.`,
      refundLine(about.refund),
      'The amount of the order is available to you again.',
    ]),
  }),

  /** The store did not confirm a signed lease in time. */
  lease_expired_refund: (about: Person & Lease & { refund: Cents }): MessageText => ({
    subject: `Lease ${about.leaseNumber} has ended, nothing to pay`,
    body: letter(about, [
      `${about.merchant} did not confirm your order in time, so lease ${about.leaseNumber} has ended. You owe nothing and no order was placed.`,
      refundLine(about.refund),
      `You can order again at ${about.merchant}. The amount is available to you again.`,
    ]),
  }),

  /** Some or all of the items are on their way. */
  shipment_confirmed: (
    about: Person & Lease & Goods & { carrier: string | null; trackingNumber: string | null; shippedOn: Day },
  ): MessageText => ({
    subject: `On the way: your order at ${about.merchant}`,
    body: letter(about, [
      `${about.merchant} sent these items on ${longDay(about.shippedOn)} with ${about.carrier ?? 'the store’s own delivery'}${about.trackingNumber ? `, tracking number ${about.trackingNumber}` : ''}:\n${goods(about)}`,
      `Lease ${about.leaseNumber} starts when they arrive. If that is later than planned, your payment days move with it.`,
    ]),
  }),

  /** Items arrived; with the first of them the lease starts. */
  delivery_confirmed: (
    about: Person & Lease & Goods & { deliveredOn: Day; nextPayment: Cents; nextDueOn: Day | null },
  ): MessageText => ({
    subject: `Delivered: your order at ${about.merchant}`,
    body: letter(about, [
      `These items were delivered on ${longDay(about.deliveredOn)}:\n${goods(about)}`,
      about.nextDueOn
        ? `Your next payment on lease ${about.leaseNumber} is ${dollars(about.nextPayment)} on ${longDay(about.nextDueOn)}.`
        : `No payment is left on lease ${about.leaseNumber}: the items are yours.`,
    ]),
  }),

  /** The store gave back a part of a price. `nextPayment` is null when nothing is left to pay. */
  price_lowered: (
    about: Person &
      Lease & {
        given: Cents;
        cashPrice: Cents;
        totalRent: Cents;
        refund: Cents;
        nextPayment: Cents | null;
        nextDueOn: Day | null;
      },
  ): MessageText => ({
    subject: `Your lease ${about.leaseNumber} costs less`,
    body: letter(about, [
      `${about.merchant} gave back ${dollars(about.given)} of the price of your order, so lease ${about.leaseNumber} was priced again as if that had been its price from the beginning.`,
      [
        `Cash price: ${dollars(about.cashPrice)}`,
        `Total of payments before tax, what you must pay to own the items: ${dollars(about.totalRent)}`,
      ].join('\n'),
      about.nextPayment !== null && about.nextDueOn
        ? `Your next payment is ${dollars(about.nextPayment)} on ${longDay(about.nextDueOn)}.`
        : `Lease ${about.leaseNumber} has nothing left to pay.`,
      refundLine(about.refund),
    ]),
  }),

  /** Items went back to the store. `nextPayment` is null when nothing is left to pay. */
  return_confirmed: (
    about: Person & Lease & Goods & { refund: Cents; nextPayment: Cents | null; nextDueOn: Day | null },
  ): MessageText => ({
    subject: `Returned: your order at ${about.merchant}`,
    body: letter(about, [
      `${about.merchant} took these items back:\n${goods(about)}`,
      about.nextPayment !== null && about.nextDueOn
        ? `Lease ${about.leaseNumber} goes on for what you kept. Your next payment is ${dollars(about.nextPayment)} on ${longDay(about.nextDueOn)}.`
        : `Lease ${about.leaseNumber} has nothing left to pay.`,
      refundLine(about.refund),
    ]),
  }),

  /** A payment was taken outside the schedule. What is left stands on every receipt (domain 3.1). */
  payment_received: (about: Person & Lease & { amount: Cents; left: Cents }): MessageText => ({
    subject: `We received ${dollars(about.amount)} for lease ${about.leaseNumber}`,
    body: letter(about, [
      `We received your payment of ${dollars(about.amount)} for lease ${about.leaseNumber} with ${about.merchant}.`,
      about.left > 0
        ? `${dollars(about.left)} are left to pay, tax included. If your bank sends the payment back, that amount is owed again.`
        : 'Nothing is left to pay. The items are yours as soon as your bank has confirmed the payment.',
    ]),
  }),

  /** The order is about to leave: the first payment, which signing only authorized, was taken. */
  first_payment_taken: (about: Person & Lease & { amount: Cents }): MessageText => ({
    subject: `Your order at ${about.merchant} is about to leave`,
    body: letter(about, [
      `Your order at ${about.merchant} is about to leave, so we took your first payment for lease ${about.leaseNumber}: ${dollars(about.amount)}, as you allowed when you signed.`,
      'The next payment is due after delivery. We tell you its day.',
    ]),
  }),

  /** The first payment was refused at the shipment. */
  first_payment_failed: (about: Person & Lease & { amount: Cents }): MessageText => ({
    subject: `We could not take the first payment for your order at ${about.merchant}`,
    body: letter(about, [
      `Your order at ${about.merchant} was about to leave, but the first payment of ${dollars(about.amount)} for lease ${about.leaseNumber} was refused. Nothing was charged, and the order waits.`,
      `To receive it, give us another account or card: at the checkout of ${about.merchant}, or ask us (${about.support}). Do you not want it any more? Tell the store; you owe nothing.`,
    ]),
  }),

  /** The last payment is final: the goods have a new owner. */
  lease_completed: (about: Person & Lease & { items: string[] }): MessageText => ({
    subject: `It is yours: your order at ${about.merchant}`,
    body: letter(about, [
      `Lease ${about.leaseNumber} is paid. These items are yours now:\n${about.items.map((item) => `- ${item}`).join('\n')}`,
      'There is nothing left to pay and nothing to return. Keep this message with your receipt.',
    ]),
  }),

  /** The rent paid has reached the share that the law of the place names: the goods have a new owner. */
  lease_vested: (
    about: Person & Lease & { place: string; percent: string; items: string[]; refund: Cents },
  ): MessageText => ({
    subject: `It is yours: your order at ${about.merchant}`,
    body: letter(about, [
      `By the law of ${about.place} the items of lease ${about.leaseNumber} are yours as soon as ${about.percent}% of the rent you have paid is as much as their cash price. That is so now:\n${about.items.map((item) => `- ${item}`).join('\n')}`,
      'There is nothing left to pay and nothing to return. Keep this message with your receipt.',
      about.refund > 0
        ? `You paid more than was needed: we are sending ${dollars(about.refund)} back to the account you paid from.`
        : 'There is nothing to refund.',
    ]),
  }),

  /** The sales tax where the goods are has changed. The rent never does. */
  tax_changed: (about: Person & Lease & { payment: Cents; tax: Cents; dueOn: Day }): MessageText => ({
    subject: `The tax on lease ${about.leaseNumber} has changed`,
    body: letter(about, [
      `The sales tax where you keep the items of lease ${about.leaseNumber} has changed. Your rent stays what it is.`,
      `Your next payment is ${dollars(about.payment)} on ${longDay(about.dueOn)}, ${dollars(about.tax)} of it tax.`,
    ]),
  }),

  /** A hold has ended. Why there was one is nobody's business but the operator's. */
  lease_resumed: (about: Person & Lease & { next: { payment: Cents; dueOn: Day } | null }): MessageText => ({
    subject: `Lease ${about.leaseNumber} goes on`,
    body: letter(about, [
      `We had paused everything about lease ${about.leaseNumber} with ${about.merchant}. It goes on now. Nothing was charged for the time between, and what you have to pay in all is what it was.`,
      about.next === null
        ? 'No more payments fall due.'
        : `Your next payment is ${dollars(about.next.payment)} on ${longDay(about.next.dueOn)}; the others follow in the same rhythm.`,
    ]),
  }),
};

export type MessageTexts = typeof messageTexts;

export type MessageKind = keyof MessageTexts;

export type Person = { brand: string; firstName: string; support: string };

type Lease = { leaseNumber: string; merchant: string };

export type Goods = { items: { description: string; quantity: number }[] };

/** What an agreement costs. */
export type AgreedFigures = Lease & {
  frequency: keyof typeof periods;
  count: number;
  /** The first payment, without a fee, where it is not a regular one. */
  first?: Cents;
  payment: Cents;
  lastPayment: Cents;
  cashPrice: Cents;
  totalWithTax: Cents;
};

/** `isPaid`: the first payment is on its way; else it is authorized and taken when the order is shipped. */
type Agreement = AgreedFigures & { firstPayment: Cents; isPaid: boolean; nextDueOn: Day; lastDueOn: Day };

const periods = { weekly: 'weekly', biweekly: 'every two weeks', semimonthly: 'twice a month', monthly: 'monthly' };

const figures = (about: AgreedFigures): string[] => [
  `Payments: ${about.first === undefined ? about.count : `a first one of ${dollars(about.first)}, then ${about.count - 1}`} ${periods[about.frequency]}, ${dollars(about.payment)} each, the last one ${dollars(about.lastPayment)}`,
  `Cash price: ${dollars(about.cashPrice)}`,
  `Total of payments, what you must pay to own the items: ${dollars(about.totalWithTax)}`,
];

const refundLine = (refund: Cents): string =>
  refund > 0 ? `We are sending ${dollars(refund)} back to the account you paid from.` : 'There is nothing to refund.';

const goods = ({ items }: Goods): string =>
  items
    .map(({ description, quantity }) => (quantity === 1 ? `- ${description}` : `- ${quantity} × ${description}`))
    .join('\n');

const letter = (to: Person, paragraphs: string[]): string =>
  [`Hello ${to.firstName},`, ...paragraphs, `${to.brand}\n${to.support}`].join('\n\n');
