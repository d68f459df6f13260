import { wordsEn } from '../words-en.ts';
import type { LeaseWords } from './lease-words.ts';
import { noticesIn } from './notices.ts';

const goods: Readonly<Record<string, string>> = {
  electronics: 'electronics',
  furniture: 'furniture',
  jewelry: 'jewelry',
  'musical instruments': 'musical instruments',
  'auto accessories': 'auto accessories',
};

export const leaseEn: LeaseWords = {
  ...wordsEn,
  condition: { new: 'New', used: 'Used or leased before', refurbished: 'Refurbished' },
  lateFee: (most, days) =>
    `${most}. It is charged once, for a payment that is ${days === 1 ? '1 day' : `${days} days`} late or more, and never on another charge`,
  cashByPayments: (atLeastOne) =>
    `any rent past due, and the cash price times the number of payments still to come divided by the number of all payments${atLeastOne ? ', but not less than one payment' : ''}`,
  cashOverTotal: 'any rent past due, and the rent still to come times the cash price divided by the total rent',
  notices: noticesIn('en'),
  title: 'Rental-Purchase Agreement',
  head: (it) => `Agreement ${it.agreementNumber} · ${it.agreedOn} · access code of this document:`,
  numberOfPayments: 'Number of payments',
  beforeTax: ', before tax',
  short: {
    heading: 'In short',
    says: (it) => ({
      ownership: [
        'This is a lease, not a sale.',
        'We own the items. They become yours once you have paid the total of payments or have bought them early.',
      ],
      pay: [
        'What you pay.',
        [
          it.atShipment
            ? `${it.initial.total}, authorized at signing, on ${it.agreedOn}, and taken when your order is shipped.`
            : `${it.initial.total} at signing, on ${it.agreedOn}.`,
          it.later && `${it.later.when}: ${it.later.count} of ${it.regular}.`,
          it.lastOn && `The last payment, on ${it.lastOn}, is ${it.last}.`,
        ]
          .filter(Boolean)
          .join(' '),
      ],
      cost: [
        'What leasing costs.',
        `Bought today, the items cost ${it.cashPrice}. Leased to the end, they cost ${it.totalOfPayments}, which is ${it.costOfLease} more.${it.taxed ? ` Sales tax of ${it.totalTax} on the payments makes it ${it.totalWithTax}.` : ''}`,
      ],
      stop: [
        'You can stop.',
        'Return the items at any time. You owe the rent due until that day, no charge for ending, and nothing after it.',
      ],
      buy: [
        'You can buy early for less.',
        `Through ${it.early.windowLastOn} the price is lowest. Your regular payments alone do not reach it: tell us when you want to buy.`,
      ],
      late: [
        'If a payment is late.',
        `You can reinstate the lease ${it.law.kept}. You lose nothing that you have paid.`,
      ],
      free: [
        'What you need not do.',
        'You need not insure the items, and you need not let us debit an account. The price is the same without it.',
      ],
    }),
  },
  parties: {
    heading: 'Who makes this agreement',
    lessor: 'Lessor (“we”)',
    lessee: 'Lessee (“you”)',
    merchant: 'Store the items come from',
  },
  items: {
    heading: '1. The items',
    columns: ['Item', 'Condition'],
    shipping: (method) => `Shipping, ${method}`,
    says: () => ({
      cashPrice: 'This is what you would pay for these items, delivered, if you bought them today.',
    }),
    limit: (place, limits) =>
      `The law of ${place} limits the cash price by what the items cost before: at most ${limits
        .map(({ goods: kind, times }) =>
          kind === '*'
            ? `${times} times the cost ${limits.length === 1 ? 'of the items' : 'of all other items'}`
            : `${times} times the cost of ${goods[kind] ?? noGoods(kind)}`,
        )
        .join(', ')}.`,
  },
  pay: {
    heading: '2. What you pay',
    atSigning: ({ agreedOn, initial, atShipment }) =>
      `${atShipment ? `Authorized at signing, ${agreedOn}, and taken when your order is shipped` : `At signing, ${agreedOn}`}: rent ${initial.rent}, tax ${initial.tax}, processing fee ${initial.processingFee}, delivery $0.00`,
    last: ({ lastOn, lastParts }) => `Last payment, ${lastOn}${lastParts}`,
    of: (count, amount) => `${count} of ${amount}`,
    toOwn: (total) => `${total}: what you must pay to acquire ownership`,
    tax: 'Sales tax on all payments, at today’s rate',
    inAll: (total) => `${total} with tax`,
    cost: (label) => `${label}: the total before tax less the cash price`,
    says: (it) => ({
      term: `The first term of this lease ends with the first payment period. It renews for one more period with each payment you make, up to ${it.count} payments.`,
      even: it.initial.isLarger
        ? `No payment after the ${it.atShipment ? 'first' : 'one at signing'} is larger than the regular one.`
        : 'No payment is larger than the regular one.',
      delivery: `The days assume delivery on ${it.plannedDeliveryOn}. If delivery is later, your payment days move with it, we tell you the new ones, and no rent falls due before delivery except the ${it.atShipment ? 'first payment' : 'payment at signing'}.`,
    }),
  },
  charges: {
    heading: '3. Other charges',
    says: ({ law, terms }) => ({
      apart: 'These are not part of the total of payments.',
      late: ['Late payment:', `${law.lateFee}.`],
      returned: ['Returned payment:', `${terms.returnedPaymentFee}.`],
      reinstatement: ['Reinstatement:', `${law.reinstatementFee}.`],
      none: 'There is no charge for ending the lease, for collecting the items or for buying early.',
    }),
  },
  early: {
    heading: '4. Buying early',
    columns: ['If you buy on', 'Rent paid by then', 'Price that day', 'Tax on it', 'Rent and price in all'],
    day: (day) => `day ${day}`,
    vests: (percent) =>
      `The items become yours without a further payment as soon as ${percent}% of the rent you have paid is as much as the cash price.`,
    says: (it) => ({
      price: ['After your first payment you may buy the items at any time.', `The price is: ${it.contractPrice}.`],
      statute: it.law.statute.trim(),
      bounds:
        'Unpaid charges and the sales tax on the price are added. You never pay more rent in all than the total of payments.',
      ask: [
        'Your regular payments alone do not reach the early price: tell us when you want to buy.',
        'If every payment has been made on time:',
      ],
    }),
  },
  termination: {
    heading: '5. Ending the lease',
    says: ({ lessor, terms, initial }) => ({
      end: `You may end this lease at any time, without a charge, by returning the items in the condition you received them, fair wear aside. Write or call us (${lessor.contact}) and we tell you where to bring or send them.`,
      owed: 'You owe the rent due up to the day of return and nothing for any period after it. Rent you have paid is not refunded, with two exceptions:',
      beforeDelivery: ['Before delivery', 'you may cancel for any reason and we refund everything you paid.'],
      store: [
        `Within ${terms.storeReturnDays} days of delivery,`,
        `where the store takes the items back, we compute the lease again as if they had never been part of it and refund what you paid above the new total.${initial.hasFee ? ' Where it takes all of them back, we refund the processing fee too.' : ''}`,
      ],
    }),
  },
  reinstatement: {
    heading: '6. Reinstating the lease',
    twoThirds: (days) => `, or ${days} days once two thirds of the total are paid`,
    says: (it) => ({
      kept: `If you miss a payment and keep the items, you may reinstate this lease ${it.law.kept} by paying the rent past due and the charges of section 3 on it.`,
      returned: `If you returned the items when we asked for them, you have ${it.terms.reinstateDaysReturned} days from the return${it.twoThirds}.`,
      whole:
        'You lose no right and nothing you have paid. You receive the same items, or ones of the same kind and condition.',
    }),
  },
  loss: {
    heading: '7. Loss and damage',
    says: () => ({
      text: 'You are responsible for loss, theft or damage beyond fair wear while you have the items. You never owe more for it than the lowest of four amounts before tax: the fair market value, the rent still to come, the early purchase price less rent past due, which you owe as rent, and the cost of repair. Of a part of the items, rent and price are their share by cash price. An item that is not repaired leaves this lease: no more rent falls due for it.',
    }),
  },
  maintenance: {
    heading: '8. Maintenance and warranty',
    says: () => ({
      text: 'You look after the items in everyday use. If one stops working and you did not misuse it, tell us: we have it repaired or replaced, through the maker’s warranty while that runs and at our cost afterwards. A replacement of the same value changes none of your payments. Any maker’s warranty passes to you for the time of the lease and stays with you when you own the items.',
    }),
  },
  tax: {
    heading: '9. Tax',
    says: (it) => ({
      text: it.taxPaidOnPurchase
        ? `We pay the sales tax of the place where you keep the items (${it.place}) when we buy them. No tax is added to your payments or to the price of buying early, also not later.`
        : `We buy the items for leasing and pay no sales tax on them. Sales tax on each payment is due at the rate of the place where you keep the items (${it.place}): ${it.regularTax} on a regular payment today, ${it.totalTax} on all payments. If the rate changes, the tax on later payments changes with it. The rent never does.`,
    }),
  },
  insurance: {
    heading: '10. Insurance',
    says: () => ({
      text: 'You do not have to insure the items and you buy no insurance or damage waiver with this agreement.',
    }),
  },
  authorization: {
    heading: '11. How you pay',
    says: () => ({
      text: 'You may pay from a bank account, with a card, or through a payment link. Permission to debit an account is a separate document. It is not a condition of this lease, and the price is the same without it.',
    }),
  },
  rights: {
    heading: '12. Your rights stay yours',
    says: ({ dateChange, renegotiation, terms }) => ({
      claims:
        'You may use every claim and defense you have, against us and against anybody to whom we pass this agreement.',
      home: 'We will not enter your home without your consent.',
      better:
        'If one part of this agreement does not hold in your state, the rule that is better for you applies and the rest stands.',
      days: [
        'Other payment days.',
        `You may move the days of your payments by up to ${dateChange.days} days, at most ${dateChange.times} times during this lease. Every payment keeps its amount, none reaches the day of another, and none falls due earlier than agreed unless you sign for it. A permission to debit an account is then given anew.`,
      ],
      exchange: [
        'Another item.',
        `If you exchange an item for one of the same value, your payments stay the same. For one of another value we compute the lease again: before delivery and within ${terms.storeReturnDays} days of it, as if it had always been that item; later, a cheaper one lowers the payments to come in proportion, and a dearer one adds the lease of the difference. A higher price needs your signature.`,
      ],
      change: renegotiation.anyChange
        ? 'Any change of the items, or of the number, the amount or the days of your payments, needs a new agreement that you sign.'
        : `A change of how often you pay, or of your average payment by more than ${renegotiation.percent}%, needs a new agreement that you sign.`,
    }),
  },
  days: 'Your payment days',
  notice: {
    heading: 'Notice',
    general:
      'Do not sign this agreement before you have read it, or if it has blank spaces. You are entitled to a copy at the time you sign. Keep it: it protects your rights. You may take your time and have the agreement looked at by somebody you trust before you sign it.',
  },
  signature: {
    heading: 'Signature',
    forUs: (lessor) => `for us: ${lessor}`,
    says: () => ({
      text: 'By signing I take the items on lease as described above. I have read the cash price, the number, amount and days of the payments, and the total of payments.',
    }),
  },
};

function noGoods(kind: string): never {
  throw new Error(`no agreement has English words for the goods ${kind}`);
}
