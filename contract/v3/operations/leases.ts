import type { Operation } from '#contract/v3/operations/operation.ts';
import { dateChangeLimits } from '#core/lease/date-change.ts';

const sofa = {
  sku: 'SOFA-3',
  description: 'Tilda three-seat sofa',
  brand: 'Tilda',
  cost: 389.5,
  quantity: 1,
  condition: 'new',
};

export const leaseOperations = {
  createLease: {
    summary: 'Create a lease',
    says: `Offers the customer a lease for an order: prices it, writes the agreement and answers with both. Nothing is leased before it is signed.

The order is Σ cost × quantity + shipping − \`totalDiscount\`, in dollars and without sales tax. It has to reach the store's minimum and must not exceed what the customer may still lease; both bounds are inclusive. Shipping stands on top or at the items. A price may be zero, and below zero in a line whose \`sku\` begins with \`DISCOUNT\`, as long as the order stays above zero. The \`transactionId\` is yours and can be used once; send an \`Idempotency-Key\` to be able to repeat a call whose answer was lost.

\`contract\` is the agreement as base64 of HTML, with \`?asPdf=true\` as base64 of a PDF of the same words.

An article of a kind that is not leased, such as a gift card, is a \`ValidationError\` at its \`sku\` or its \`description\`, whichever gave it away; what the operator does not lease beside these is the operator's to say. A discount is no article.

With \`?sendLink=true\` we send the customer an e-mail and a text with the price and a link to our page, where they log in, read, sign and pay this one lease. The link is open for 72 hours and may be forwarded: it shows the goods, and nothing of a person before the login.

With \`?withToken=true\` the answer has an \`agreementToken\` for this one lease, told once and good for an hour. It opens the agreement itself, \`GET /agreements/document\` with the header \`Agreement-Token\` (as PDF where \`Accept\` is \`application/pdf\`), and our page at \`/pay#agreementToken=…\`, where the customer gives their password or a one-time code and signs. It signs nothing by itself. Put it behind the \`#\`, so that no server and no log on the way sees it.`,
    tag: 'Leases',
    origin: 'documented',
    refusals: [
      'InvalidTransactionId',
      'DecisionRequired',
      'SpendingHold',
      'VerificationRequired',
      'LeaseAmountNotSatisfied',
      'ExceedSpendingLimitError',
    ],
    examples: [
      {
        name: 'A sofa with shipping',
        given: 'an approved customer',
        body: { transactionId: '{newTransactionId}', items: [sofa], shipping: { cost: '25.00', method: 'ground' } },
      },
      {
        name: 'As PDF, with a link for the customer and a token for the store',
        given: 'an approved customer',
        query: { asPdf: true, sendLink: true, withToken: true },
        body: { transactionId: '{newTransactionId}', orderId: '4711', items: [sofa], totalDiscount: 20 },
      },
      {
        name: 'Below the minimum',
        given: 'an approved customer',
        body: { transactionId: '{newTransactionId}', items: [{ ...sofa, cost: 49.94 }] },
        refused: 'LeaseAmountNotSatisfied',
      },
      {
        name: 'Above the limit',
        given: 'an approved customer',
        body: { transactionId: '{newTransactionId}', items: [{ ...sofa, cost: 1500.01 }] },
        refused: 'ExceedSpendingLimitError',
      },
      {
        name: 'What is not leased',
        given: 'an approved customer',
        body: {
          transactionId: '{newTransactionId}',
          items: [sofa, { ...sofa, sku: 'GC-50', description: 'Gift card' }],
        },
        refused: 'ValidationError',
      },
      {
        name: 'The id was used',
        given: 'an offered lease',
        body: { transactionId: '{transactionId}', items: [sofa] },
        refused: 'InvalidTransactionId',
      },
      {
        name: 'No approval yet',
        given: 'a customer',
        body: { transactionId: '{newTransactionId}', items: [sofa] },
        refused: 'DecisionRequired',
      },
      {
        name: 'Questions are open',
        given: 'a questioned customer',
        body: { transactionId: '{newTransactionId}', items: [sofa] },
        refused: 'VerificationRequired',
      },
      {
        name: 'Nothing may be leased for now',
        given: 'a possible match',
        body: { transactionId: '{newTransactionId}', items: [sofa] },
        refused: 'SpendingHold',
      },
    ],
  },
  getLease: {
    summary: 'Get a lease',
    says: `A lease of the customer that the token speaks for: its agreement, its price and whether it is signed. With \`?asPdf=true\` the agreement is a PDF of the same words.`,
    tag: 'Leases',
    origin: 'documented',
    refusals: ['LeaseNotFound'],
    examples: [
      { name: 'An offer', given: 'an offered lease', params: { leaseId: '{leaseId}' } },
      { name: 'Not theirs', given: 'a customer', params: { leaseId: 'nobodys-lease' }, refused: 'LeaseNotFound' },
    ],
  },
  signLease: {
    summary: 'Sign a lease',
    says: `Signs for the customer that the token speaks for and takes the first payment. Only an accepted payment makes a lease signed: a refused one answers 402 and leaves it open, one whose outcome is not known yet answers 503 with \`Retry-After\`, and the same call later asks again without charging twice.

\`signed: false\` says that the customer does not want to: it never signs, and the offer stays open to a change of mind. That they said no is kept with what led to the signature, once each time the agreement was shown; of a signed lease it changes nothing. Signing a signed lease is a success.

Where the account says so (\`firstPaymentAt\`), signing only authorizes the first payment: nothing is charged before the shipment.`,
    tag: 'Leases',
    origin: 'documented',
    refusals: [
      'LeaseNotFound',
      'LeaseExpired',
      'DecisionRequired',
      'SpendingHold',
      'VerificationRequired',
      'ExceedSpendingLimitError',
      'PaymentRequired',
      'ServiceUnavailable',
    ],
    examples: [
      {
        name: 'Signed',
        given: 'an offered lease',
        params: { leaseId: '{leaseId}' },
        body: { ipAddress: '203.0.113.7', signed: true },
      },
      {
        name: 'Signed twice',
        given: 'a signed lease',
        params: { leaseId: '{leaseId}' },
        body: { ipAddress: '203.0.113.7', signed: 'true' },
      },
      {
        name: 'Not signed',
        given: 'an offered lease',
        params: { leaseId: '{leaseId}' },
        body: { ipAddress: '203.0.113.7', signed: false },
      },
      {
        name: 'No longer open',
        given: 'a canceled offer',
        params: { leaseId: '{leaseId}' },
        body: { ipAddress: '203.0.113.7', signed: true },
        refused: 'LeaseExpired',
      },
      {
        name: 'Not theirs',
        given: 'a customer',
        params: { leaseId: 'nobodys-lease' },
        body: { ipAddress: '203.0.113.7', signed: true },
        refused: 'LeaseNotFound',
      },
    ],
  },
  quoteOrder: {
    summary: 'Price a cart',
    says: `What a cart would cost as a lease whose goods go to that state, without a customer: every figure that an agreement would have, every payment with the day on which it is due and the bank day on which it is asked for, and what buying early costs after so many days. Nothing is kept.

\`derivation\` says how each figure came about: a formula, what its letters stand for, and the value, in cents. \`round\` is half up to the cent, \`ceil\` and \`floor\` are to the cent.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['NotOffered', 'LeaseAmountNotSatisfied'],
    examples: [
      {
        name: 'A sofa, paid every two weeks',
        given: 'nothing',
        body: { items: [sofa], shipping: { cost: '25.00' }, state: 'TX', postalCode: '78701', frequency: 'biweekly' },
      },
      {
        name: 'Where leases are not offered',
        given: 'nothing',
        body: { items: [sofa], state: 'MN' },
        refused: 'NotOffered',
      },
      {
        name: 'Below the minimum',
        given: 'nothing',
        body: { items: [{ ...sofa, cost: 20 }], state: 'TX' },
        refused: 'LeaseAmountNotSatisfied',
      },
    ],
  },
  getSchedule: {
    summary: 'Get the payments of a lease',
    says: `All payments of a lease in order: what was billed and what of it is paid, and those to come. Before the goods have arrived, \`started\` is false and the days are planned; no rent falls due before delivery.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['LeaseNotFound'],
    examples: [
      { name: 'After delivery', given: 'a delivered lease', params: { leaseId: '{leaseId}' } },
      { name: 'Not theirs', given: 'a customer', params: { leaseId: 'nobodys-lease' }, refused: 'LeaseNotFound' },
    ],
  },
  getEarlyPurchase: {
    summary: 'Get the price of buying early',
    says: `What it costs to own the goods on a day, \`?on=\` or today: the lower of the contract's price and the one that the law of the place asks for, never more than what is left to pay. For a day to come the payments due until then count as made. The price holds through \`validThrough\`, as long as \`leaseVersion\` stays the same.

Money that is under way, \`pending\`, counts once it has settled. \`derivation\` says how the price came about.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['LeaseNotFound', 'NothingToBuy'],
    examples: [
      { name: 'Today', given: 'a delivered lease', params: { leaseId: '{leaseId}' } },
      {
        name: 'In two weeks',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { on: '{inTwoWeeks}' },
      },
      {
        name: 'Nothing is signed yet',
        given: 'an offered lease',
        params: { leaseId: '{leaseId}' },
        refused: 'NothingToBuy',
      },
      { name: 'Not theirs', given: 'a customer', params: { leaseId: 'nobodys-lease' }, refused: 'LeaseNotFound' },
    ],
  },
  getCounterfactual: {
    summary: 'Ask what would change',
    says: `What one thing that is done or happens today would change, beside what lies ahead now. Nothing happens and nothing is kept; what is really done later gives these figures when nothing came between. Ask one question.

\`pay\`: so much more were paid.

\`returnSku\`, \`returnQuantity\` (all of them without a number): goods went back. Inside the store's return window, and before delivery, as if they had never been in the lease; later they are surrendered and only the payments to come shrink.

\`frequency\`: what is to come were paid in another rhythm.

\`nextDueDate\`: the next payment were due on that day, and those after it on the pay days that follow. Every payment keeps its amount and the total stays. No payment moves by more than ${dateChangeLimits.daysMax} days or reaches the agreed day of another; the days of a lease move ${dateChangeLimits.timesMax} times at most; what the bank is asked for already stays. Where rent would fall due earlier than agreed, the customer has to agree: \`acceptEarlier=true\`.

\`exchangeSku\`, \`exchangeQuantity\`, \`exchangeCost\` (of one of the other goods; the same value without it): goods were exchanged. Of the same value they are a \`substitution\`, and the payments stay. Of another value the lease is priced \`from_inception\` before delivery and inside the store's window, later \`prospective\`: what was billed stays, what is to come falls with the value of the goods, or rises by the lease of the difference. A higher price has to fit what the customer may still lease.

\`lossSku\`, \`lossQuantity\`, or \`lossOfAll=true\`: goods were lost, stolen or damaged. \`loss.amount\` is the most that is owed for them, before tax: the least of their \`marketValue\` and \`repairCost\` where given, the rent still to come on them, and the price of buying them early without rent past due, which stays owed by itself. \`after\` is the lease without them, unless it is their repair that is paid.

\`payments\` are those to come afterwards. \`renegotiation\`: the law of the place calls the change a new agreement (any change in Maine, elsewhere payments that change by more than a quarter). \`needsSignature\`: new disclosures and a new signature would be needed first. \`needsAuthorization\`: a permission to debit an account would have to be given anew. \`derivation\` says how the figures came about.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['LeaseNotFound', 'NothingToBuy', 'ExceedSpendingLimitError'],
    examples: [
      {
        name: 'If 40.00 more were paid',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { pay: '40.00' },
      },
      {
        name: 'If it were paid monthly',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { frequency: 'monthly' },
      },
      {
        name: 'If the next payment were due two days later',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { nextDueDate: '{inNineDays}' },
      },
      {
        name: 'If the table were exchanged for one of 500.00',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { exchangeSku: 'TABLE-1', exchangeCost: '500.00' },
      },
      {
        name: 'If everything were lost, and worth 300.00 that day',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { lossOfAll: true, marketValue: '300.00' },
      },
      {
        name: 'A table above what the customer may still lease',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { exchangeSku: 'TABLE-1', exchangeCost: '2000.00' },
        refused: 'ExceedSpendingLimitError',
      },
      {
        name: 'A day that is too far',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { nextDueDate: '2040-01-01' },
        refused: 'ValidationError',
      },
      {
        name: 'Goods that are not in it',
        given: 'a delivered lease',
        params: { leaseId: '{leaseId}' },
        query: { returnSku: 'NO-SUCH-SKU' },
        refused: 'ValidationError',
      },
      {
        name: 'Nothing is signed yet',
        given: 'an offered lease',
        params: { leaseId: '{leaseId}' },
        query: { pay: 10 },
        refused: 'NothingToBuy',
      },
      {
        name: 'Not theirs',
        given: 'a customer',
        params: { leaseId: 'nobodys-lease' },
        query: { pay: 10 },
        refused: 'LeaseNotFound',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
