import type { Language } from '#core/calendar/day-text.ts';

/**
 * The words of the frame around every screen and of the first screen, in English. Another language is another object of
 * the type `Texts`. The other screens' words load with them (later-en.ts).
 */
export const en = {
  language: 'en' as Language,
  /** Said in the other language, to whoever reads that one. */
  other: { language: 'es' as Language, name: 'Español', label: 'Español: Leer en español' },
  sandbox: { name: 'Sandbox.', warning: 'Do not type a real number here.', values: 'Test values' },
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  continue: 'Continue',
  back: 'Back',
  optional: 'optional',
  help: 'Help',
  close: 'Close',
  terms: 'Terms',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  legal: 'Legal',
  backToScreen: 'Back to your application',
  notYou: 'Not you?',
  show: 'Show',
  hide: 'Hide',
  choose: 'Choose',
  backToStore: (store: string) => `Back to ${store}`,
  loading: 'One moment',

  closing: {
    title: 'Leave for now?',
    lead: (store: string) => `No order is placed. Your bag at ${store} stays as it is, and what you typed is kept.`,
    stay: 'Keep going',
    leave: 'Close',
  },
  trouble: {
    title: 'That did not go through',
    network: 'We could not be reached. Nothing was lost. Check your connection and press the button again.',
    start: 'We cannot start',
    part: 'This part is not here yet',
    again: 'Try again',
    alone: 'This page opens from a store’s payment button.',
    order: 'The store sent an order that we cannot read. Please tell the store.',
    other: 'Something did not work on our side. Nothing was lost. Try again in a moment.',
  },
  /** What the server refused of a screen as a whole, by its code. */
  refusals: {
    DecisionRequired: 'You need a valid approval first. Close this window and press the payment button again.',
    ExceedSpendingLimitError: 'This order is over what you may lease. Take something out of your bag and try again.',
    Forbidden: 'This page may not open the checkout. Please tell the store.',
    InvalidTransactionId: 'This order has been signed already. The store has it on file.',
    LeaseAmountNotSatisfied: 'This order is below the minimum. Add something to your bag and try again.',
    LeaseExpired: 'This agreement is no longer open for signature. Go back to the review for a new one.',
    LeaseNotFound: 'There is no agreement on this screen. Go back to the review for a new one.',
    PaymentRequired: 'The bank refused the first payment, so nothing was signed. Use another account and try again.',
    ServiceUnavailable: 'There is no answer yet. Try again in a moment; nothing is charged twice.',
    SpendingHold: 'You cannot lease more for now. Ask us why: our help is one press away.',
    TooManyRequests:
      'That was tried too often. Wait half an hour, then try again. After several applications it can take up to thirty days.',
    ApplicationInProgress:
      'An application of yours is being looked at already. We will write to you when it is decided.',
    TransactionCanceled: 'The store has ended this order or made a new link for it. Ask there.',
    TransportNotAvailable: 'We have no mobile number of yours. Choose e-mail.',
    Unauthorized: 'This checkout is over. Open it again from the store.',
    VerificationRequired: 'You have to show who you are first. Close this window and press the payment button again.',
  } as Readonly<Record<string, string>>,
  anotherLook: (count: number) =>
    count === 1 ? 'One answer needs another look' : `${inWords(count)} answers need another look`,

  frequencies: {
    weekly: { each: 'Each week', every: 'Every week', payment: 'weekly', unit: 'a week' },
    biweekly: { each: 'Every two weeks', every: 'Every two weeks', payment: 'two-weekly', unit: 'every two weeks' },
    semimonthly: { each: 'Twice a month', every: 'Twice a month', payment: 'half-monthly', unit: 'twice a month' },
    monthly: { each: 'Each month', every: 'Once a month', payment: 'monthly', unit: 'a month' },
  },

  email: {
    title: 'Start with your e-mail',
    lead: 'We look for your account. If you are new, we start one.',
    signTitle: 'Your agreement is ready to sign',
    signLead: (store: string) =>
      `It is about your order at ${store}. Type the e-mail address that our message went to.`,
    label: 'E-mail',
    glance: (payment: string, unit: string, count: number, total: string, cash: string) =>
      `${payment} ${unit}, ${count} payments, ${total} in total. Cash price ${cash}.`,
    glanceCash: (cash: string) => `Cash price ${cash}.`,
    more: (count: number) => (count === 1 ? ' and one more item' : ` and ${count} more items`),
    before: 'Before you begin',
    facts: [
      { title: 'About three minutes', text: 'Have your SSN or ITIN and a bank account at hand.' },
      { title: 'Every cost before you sign', text: 'You see the total, read the agreement, then decide.' },
      { title: 'Nothing is charged until you sign', text: 'You can stop at any time. Your bag stays as it is.' },
    ],
    missing: 'Type your e-mail address.',
    wrong: 'This does not look like an e-mail address. It needs a form like name@example.com.',
  },
};

export type Texts = typeof en;

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

const inWords = (count: number): string => words[count] ?? String(count);
