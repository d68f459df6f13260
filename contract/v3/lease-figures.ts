import type { Static } from 'typebox';
import * as Type from 'typebox';
import { orderItem, orderShipping } from '#contract/v3/leases.ts';
import { Day, Flag, itemsMax, Label, MoneyFromZero, OneOf, Quantity } from '#contract/v3/values.ts';

/** What a lease costs and when, worked from the engine: our extensions. Amounts in dollars, days `YYYY-MM-DD`. */

const Frequency = OneOf(['weekly', 'biweekly', 'semimonthly', 'monthly']);

/** How a figure came about: the formula, what its letters stand for (cents, counts, rates as text), and the value in cents. */
export const DerivationView = Type.Object({
  figure: Type.String(),
  formula: Type.String(),
  inputs: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()])),
  value: Type.Integer(),
});

const PaymentView = Type.Object({
  number: Type.Integer(),
  dueDate: Type.String(),
  /** The bank day on which the money is asked for. */
  debitDate: Type.String(),
  rent: Type.Number(),
  tax: Type.Number(),
  total: Type.Number(),
});

/** Pricing a cart for a place, without a customer. */
export const quoteBody = Type.Object({
  items: Type.Array(orderItem, { minItems: 1, maxItems: itemsMax }),
  shipping: Type.Optional(orderShipping),
  totalDiscount: Type.Optional(MoneyFromZero),
  /** Where the goods go: two letters. */
  state: Type.String({ pattern: '^[A-Z]{2}$', 'x-says': 'must be a state of two capital letters, like TX' }),
  postalCode: Type.Optional(Type.String({ pattern: '^\\d{5}(-\\d{4})?$', 'x-says': 'must be a ZIP code' })),
  frequency: Type.Optional(Frequency),
  /** A pay date of the customer: the payments follow it. */
  nextPayDate: Type.Optional(Day),
});
export type QuoteBody = Static<typeof quoteBody>;

export const quoteAnswer = Type.Object({
  state: Type.String(),
  rulesVersion: Type.String(),
  frequency: Type.String(),
  agreedOn: Type.String(),
  plannedStartDate: Type.String(),
  cashPrice: Type.Number(),
  initialPayment: Type.Object({
    rent: Type.Number(),
    tax: Type.Number(),
    processingFee: Type.Number(),
    processingFeeTax: Type.Number(),
    total: Type.Number(),
  }),
  term: Type.Integer(),
  payment: Type.Number(),
  lastPayment: Type.Number(),
  totalCost: Type.Number(),
  totalTax: Type.Number(),
  totalCostWithTax: Type.Number(),
  costOfRental: Type.Number(),
  payments: Type.Array(PaymentView),
  earlyPurchase: Type.Array(
    Type.Object({
      day: Type.Integer(),
      date: Type.String(),
      rentPaid: Type.Number(),
      price: Type.Number(),
      tax: Type.Number(),
      total: Type.Number(),
      method: Type.String(),
    }),
  ),
  derivation: Type.Array(DerivationView),
});

/** A lease's payments, those made and those to come. */
export const scheduleAnswer = Type.Object({
  leaseId: Type.String(),
  frequency: Type.String(),
  startDate: Type.String(),
  /** Until the goods have arrived the dates are planned. */
  started: Type.Boolean(),
  payments: Type.Array(
    Type.Object({
      ...PaymentView.properties,
      paid: Type.Number(),
      status: Type.Enum(['paid', 'partly_paid', 'due', 'past_due', 'scheduled']),
    }),
  ),
  totalCost: Type.Number(),
  totalPaid: Type.Number(),
  stillToPay: Type.Number(),
  /** While a payment is past due: since when, how much, and until when the law lets the customer catch up. */
  pastDue: Type.Union([
    Type.Object({ since: Type.String(), amount: Type.Number(), resumeThrough: Type.String() }),
    Type.Null(),
  ]),
});

export const earlyPurchaseQuery = Type.Object({ on: Type.Optional(Day) });
export type EarlyPurchaseQuery = Static<typeof earlyPurchaseQuery>;

const EarlyPurchaseView = Type.Object({
  date: Type.String(),
  /** What is paid to own the goods that day: rent, fees and tax together. */
  total: Type.Number(),
  rent: Type.Number(),
  fees: Type.Number(),
  tax: Type.Number(),
  /** Rent that would have been paid beside it. */
  saving: Type.Number(),
  method: Type.String(),
  by: Type.Enum(['contract', 'statute']),
  validThrough: Type.String(),
  rentPaid: Type.Number(),
  /** Payments under way, whole: they count once they have settled. */
  pending: Type.Number(),
  cashPrice: Type.Number(),
});

export const earlyPurchaseAnswer = Type.Object({
  leaseId: Type.String(),
  ...EarlyPurchaseView.properties,
  /** What the same costs a day later, when nothing is paid meanwhile but what falls due. */
  dayAfter: Type.Union([Type.Object({ date: Type.String(), total: Type.Number() }), Type.Null()]),
  /** Changes with everything that happens to the lease: a price of another version is no longer this price. */
  leaseVersion: Type.Integer(),
  derivation: Type.Array(DerivationView),
});

/** One thing that might be done or happen today, and what belongs to it. */
export const counterfactualQuery = Type.Object({
  pay: Type.Optional(MoneyFromZero),
  returnSku: Type.Optional(Label()),
  returnQuantity: Type.Optional(Quantity),
  frequency: Type.Optional(Frequency),
  /** The day to which the next payment would move. */
  nextDueDate: Type.Optional(Day),
  /** The customer agrees that rent falls due before the day agreed. */
  acceptEarlier: Type.Optional(Flag),
  exchangeSku: Type.Optional(Label()),
  exchangeQuantity: Type.Optional(Quantity),
  /** What one of the other goods costs; without it they are of the same value. */
  exchangeCost: Type.Optional(MoneyFromZero),
  lossSku: Type.Optional(Label()),
  lossQuantity: Type.Optional(Quantity),
  /** Everything in the customer's hands is lost. */
  lossOfAll: Type.Optional(Flag),
  /** What the lost goods were worth that day, all together. */
  marketValue: Type.Optional(MoneyFromZero),
  repairCost: Type.Optional(MoneyFromZero),
});
export type CounterfactualQuery = Static<typeof counterfactualQuery>;

const Outlook = Type.Object({
  frequency: Type.String(),
  paymentsLeft: Type.Integer(),
  nextPayment: Type.Union([Type.Object({ date: Type.String(), total: Type.Number() }), Type.Null()]),
  lastPaymentDate: Type.Union([Type.String(), Type.Null()]),
  stillToPay: Type.Number(),
  totalCost: Type.Number(),
  earlyPurchase: Type.Union([Type.Object({ total: Type.Number(), saving: Type.Number() }), Type.Null()]),
});

const MaybeAmount = Type.Union([Type.Number(), Type.Null()]);

export const counterfactualAnswer = Type.Object({
  leaseId: Type.String(),
  what: Type.Enum(['pay', 'return', 'frequency', 'due_date', 'exchange', 'loss']),
  now: Outlook,
  after: Outlook,
  /** The payments that would be to come. */
  payments: Type.Array(PaymentView),
  /** Paid and no longer owed by anybody: it would come back. */
  refund: Type.Number(),
  /** Whether the law of the place calls the change a new agreement. */
  renegotiation: Type.Boolean(),
  /** Whether new disclosures and a new signature would be needed. */
  needsSignature: Type.Boolean(),
  /** Whether a permission to debit an account would have to be given anew. */
  needsAuthorization: Type.Boolean(),
  /** The farthest that any payment moves, in days, and whether one moves to an earlier day. */
  dueDate: Type.Union([Type.Object({ movedDays: Type.Integer(), earlier: Type.Boolean() }), Type.Null()]),
  /** By how much the cash price would rise, below zero when it falls, and from when the lease is priced again. */
  exchange: Type.Union([
    Type.Object({
      way: Type.Enum(['substitution', 'from_inception', 'prospective']),
      difference: Type.Number(),
    }),
    Type.Null(),
  ]),
  /** The most that is owed for the goods, which of the values it is, and all of them; null is not known. */
  loss: Type.Union([
    Type.Object({
      amount: Type.Number(),
      by: Type.Enum(['marketValue', 'remainingRent', 'earlyPurchase', 'repairCost']),
      values: Type.Object({
        marketValue: MaybeAmount,
        remainingRent: MaybeAmount,
        earlyPurchase: MaybeAmount,
        repairCost: MaybeAmount,
      }),
    }),
    Type.Null(),
  ]),
  derivation: Type.Array(DerivationView),
});
