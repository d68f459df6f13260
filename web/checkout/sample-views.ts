import type { Step, View } from '#contract/modal/view.ts';

/** A View of every screen for tests: Maria leases a lamp of 105.00, 4.04 a week for 52 weeks (button-and-modal 1). */
export function sampleView(step: Step, changes: Partial<View> = {}): View {
  return { ...lamp, step, ...shownFrom(step), ...changes };
}

/** Who they are has to be shown by documents, and one of them is there. */
export const documentsAsked: Partial<View> = {
  decision: {
    status: 'pending',
    limitCents: 0,
    availableCents: 0,
    weeklyAtLimitCents: 0,
    reasons: [],
    waitsFor: 'customer',
  },
  documents: {
    areHandedIn: false,
    files: [{ kind: 'id_back', mediaType: 'image/jpeg', bytes: 2_140_000, receivedOn: '2026-11-20' }],
  },
};

const maria = {
  email: 'maria.delgado@example.com',
  firstName: 'Maria',
  lastName: 'Delgado',
  mobileLast4: '0142',
  hasPassword: true,
  isLoggedIn: true,
};

const lamp: View = {
  step: 'email',
  progress: { at: 1, of: 6 },
  back: null,
  today: '2026-11-20',
  brand: { name: 'FlexPay', company: 'FlexPay Leasing, Inc.', supportText: 'A person answers at (800) 555-0199.' },
  merchant: { name: 'Marlow & Finch' },
  sandbox: true,
  hosted: null,
  locale: 'en',
  customer: null,
  draft: {},
  order: {
    transactionId: 'A-1',
    lines: [
      {
        description: 'Halden desk lamp',
        brand: 'Halden',
        condition: 'new',
        quantity: 1,
        unitCents: 100_00,
        lineCents: 100_00,
        imageUrl: null,
      },
    ],
    shippingCents: 5_00,
    discountCents: 0,
    totalCents: 105_00,
  },
  applicant: null,
  questions: null,
  decision: null,
  check: { overLimitByCents: 0, underMinimumByCents: 0, minimumCents: 49_95 },
  offer: {
    frequency: 'weekly',
    options: [
      { frequency: 'weekly', paymentCents: 4_04, count: 52, lastCents: 3_96 },
      { frequency: 'monthly', paymentCents: 17_50, count: 12, lastCents: 17_50 },
    ],
    paymentCents: 4_04,
    count: 52,
    lastCents: 3_96,
    cashPriceCents: 105_00,
    totalOfPaymentsCents: 210_00,
    totalTaxCents: 0,
    costOfLeaseCents: 105_00,
    firstPaymentCents: 4_04,
    firstPaymentAt: 'signing',
    feeCents: 0,
    firstDueOn: '2026-11-20',
    nextDueOn: '2026-12-04',
    lastDueOn: '2027-11-19',
  },
  deliverTo: null,
  agreement: null,
  payment: null,
  done: null,
};

const paper = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><style>body{padding:1rem}</style></head><body><h1>${title}</h1><p>Access code K7M2</p></body></html>`;

const order: Step[] = ['email', 'profile', 'personal', 'bank', 'decision', 'review', 'agreement', 'payment', 'done'];

function shownFrom(step: Step): Partial<View> {
  const reached = (at: Step) => order.indexOf(step) >= order.indexOf(at);
  const view: Partial<View> = {};
  if (step !== 'email') Object.assign(view, { customer: maria, back: 'email', progress: { at: 3, of: 6 } });
  if (reached('decision') || step === 'waiting') {
    view.draft = {
      bank: { routingNumber: '325070760', bankName: 'JPMorgan Chase', accountLast4: '6789', accountType: 'checking' },
    };
  }
  if (reached('decision')) {
    view.decision = {
      status: 'approved',
      limitCents: 1_500_00,
      availableCents: 1_500_00,
      weeklyAtLimitCents: 57_70,
      countAtLimit: 52,
      totalAtLimitCents: 3_000_00,
      reasons: [],
    };
    view.deliverTo = {
      name: 'Maria Delgado',
      street1: '418 SE Alder St',
      street2: 'Apt 3',
      city: 'Portland',
      state: 'OR',
      postalCode: '97214',
    };
  }
  if (reached('agreement') || step === 'signature') {
    view.agreement = {
      leaseId: 'lease',
      html: paper('Rental-Purchase Agreement'),
      sha256: '9f2c71ab04de5e88',
      documents: [
        { id: 'e-records', title: 'About electronic records', html: paper('Paper copies') },
        { id: 'debit-authorization', title: 'Debit authorization', html: paper('Debit authorization') },
      ],
      earlyPurchase: [{ day: 30, on: '2026-12-25', amountCents: 84_80 }],
    };
  }
  if (reached('payment')) {
    view.payment = {
      takenAt: 'signing',
      amountCents: 4_04,
      account: { last4: '6789', bankName: 'JPMorgan Chase' },
      card: null,
      cardForm: '/modal/card',
      authorizationHtml: paper('Debit authorization'),
      refused: null,
    };
  }
  if (step === 'questions') {
    const choices = ['Alder Way', 'Cotton Mill Road', 'Elkhorn Drive', 'Foxglove Street', 'None of the above'];
    const question = (id: number) => ({
      id: `q${id}`,
      label: 'On which of these streets have you lived?',
      choices: choices.map((label, at) => ({ id: `q${id}c${at}`, label })),
    });
    view.questions = {
      before: null,
      open: { id: 'asked', secondsLeft: 300, questions: [1, 2, 3, 4, 5].map(question) },
    };
  }
  if (step === 'done') {
    view.done = {
      leaseNumber: '1234567890',
      transactionId: 'A-1',
      takenAt: 'signing',
      paymentCents: 4_04,
      nextDueOn: '2026-12-04',
      heard: false,
    };
  }
  return view;
}
