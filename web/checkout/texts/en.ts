/**
 * The words of the frame around every screen and of the first screen, in English. Another language is another object of
 * the type `Texts`. The other screens' words load with them (later-en.ts).
 */
export const en = {
  language: 'en',
  sandbox: { name: 'Sandbox.', warning: 'Do not type a real number here.' },
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
    again: 'Try again',
    alone: 'This page opens from a store’s payment button.',
  },
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
