import type { Operation } from '#contract/v3/operations/operation.ts';

const transaction = { transactionId: '{transactionId}' };
const unknown = { transactionId: 'never-seen' };

export const transactionOperations = {
  listTransactions: {
    summary: 'List transactions',
    says: `The transactions of your store, newest first, in pages. \`fromDate\` and \`toDate\` are days and both count.`,
    tag: 'Transactions',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'The newest', given: 'a signed lease', query: { limit: 5 } },
      { name: 'The signed ones', given: 'a signed lease', query: { leaseStatus: 'signed', page: 1, limit: '20' } },
      { name: 'No such page', given: 'nothing', query: { page: 0 }, refused: 'ValidationError' },
    ],
  },
  getTransaction: {
    summary: 'Get a transaction',
    says: `Fetch it after the customer has signed and compare it with your order before you finalize. Costs of items are dollars after discounts; \`purchaseTotal\` and \`purchaseSalesTax\` are **cents**.`,
    tag: 'Transactions',
    origin: 'documented',
    refusals: ['TransactionNotFound'],
    examples: [
      { name: 'Signed', given: 'a signed lease', params: transaction },
      { name: 'Not yours', given: 'nothing', params: unknown, refused: 'TransactionNotFound' },
    ],
  },
  finalizeTransaction: {
    summary: 'Finalize a transaction',
    says: `Confirms that value and items are right and that you are going to deliver. A signed transaction that is not finalized in time is canceled and the first payment goes back. Takes no body; an empty one under any content type is fine. Twice is once.`,
    tag: 'Transactions',
    origin: 'documented',
    refusals: ['TransactionNotFound', 'LeaseNotSigned', 'TransactionCanceled'],
    examples: [
      { name: 'Finalized', given: 'a signed lease', params: transaction },
      { name: 'Finalized twice', given: 'a finalized lease', params: transaction },
      { name: 'Not signed yet', given: 'an offered lease', params: transaction, refused: 'LeaseNotSigned' },
      { name: 'Canceled', given: 'a canceled offer', params: transaction, refused: 'TransactionCanceled' },
      { name: 'Not yours', given: 'nothing', params: unknown, refused: 'TransactionNotFound' },
    ],
  },
  cancelItems: {
    summary: 'Cancel items',
    says: `Takes units that were not shipped out of the lease. Without \`items\`, or with an empty list, everything; without \`quantity\`, all units of the article. What can't be canceled is named under \`failed\`, and the status is 200 all the same. The last unit closes the lease and returns the first payment.`,
    tag: 'Transactions',
    origin: 'documented',
    refusals: ['TransactionNotFound', 'ServiceUnavailable'],
    examples: [
      { name: 'Everything', given: 'a finalized lease', params: transaction },
      { name: 'Everything, as an empty list', given: 'a signed lease', params: transaction, body: { items: [] } },
      {
        name: 'One of an article',
        given: 'a finalized lease',
        params: transaction,
        body: { items: [{ sku: 'CHAIR-2', quantity: 1 }] },
      },
      { name: 'Not yours', given: 'nothing', params: unknown, refused: 'TransactionNotFound' },
    ],
  },
  returnItems: {
    summary: 'Return items',
    says: `Goods went back to your store. Inside the return window the lease is priced as if they had never been in it. What was not signed, not ordered or is back already is named under \`failed\`. The path \`/return-items\` means the same.`,
    tag: 'Transactions',
    origin: 'documented',
    refusals: ['TransactionNotFound', 'ServiceUnavailable'],
    examples: [
      {
        name: 'One of an article',
        given: 'a delivered lease',
        params: transaction,
        body: { items: [{ sku: 'CHAIR-2', quantity: '1' }] },
      },
      { name: 'Everything', given: 'a shipped lease', params: transaction, body: {} },
      { name: 'Not yours', given: 'nothing', params: unknown, refused: 'TransactionNotFound' },
    ],
  },
  confirmShipment: {
    summary: 'Confirm a shipment',
    says: `Records that goods have left. Without \`items\`, or with an empty list, everything that is left to ship, so that after a part was shipped it is the rest; without \`quantity\`, all units of the article that are left. More than is left is refused as a whole. When everything is shipped the call changes nothing.

Where signing only authorized the first payment (\`firstPaymentAt\` of the account), it is taken before the first shipment is recorded, for what is left of the order. When it is refused, the answer is \`PaymentRequired\`, nothing is recorded and the customer is told; the next call takes it from what they pay from by then.

Older documents write \`GET\` with a JSON body: it is understood, and so is a \`GET\` without a body, which ships everything.`,
    tag: 'Transactions',
    origin: 'documented',
    refusals: [
      'TransactionNotFound',
      'LeaseNotSigned',
      'TransactionNotFinalized',
      'TransactionCanceled',
      'PaymentRequired',
      'ServiceUnavailable',
    ],
    examples: [
      {
        name: 'Everything',
        given: 'a finalized lease',
        params: transaction,
      },
      {
        name: 'A part, with its tracking number',
        given: 'a finalized lease',
        params: transaction,
        body: {
          items: [
            {
              sku: 'CHAIR-2',
              quantity: 1,
              carrier: 'Fedex',
              shipDate: '{today}',
              trackingNumber: '794612345678',
              trackingLink: 'https://www.fedex.com/fedextrack/?trknbr=794612345678',
            },
          ],
        },
      },
      { name: 'Not finalized', given: 'a signed lease', params: transaction, refused: 'TransactionNotFinalized' },
      { name: 'Not signed yet', given: 'an offered lease', params: transaction, refused: 'LeaseNotSigned' },
      { name: 'Canceled', given: 'a canceled offer', params: transaction, refused: 'TransactionCanceled' },
      { name: 'Not yours', given: 'nothing', params: unknown, refused: 'TransactionNotFound' },
    ],
  },
  confirmReceipt: {
    summary: 'Confirm receipt',
    says: `Records that the customer has the goods, by delivery or over the counter; what was not shipped counts as shipped too. Receipt starts the lease and pays you. Without \`items\`, or with an empty list, everything that is on its way has arrived, and units that were not shipped stay open; where nothing was shipped at all, the whole order was handed over. Once all is there the call changes nothing. A first payment that signing only authorized and no shipment has taken is taken here, as \`confirm-shipment\` does. The day may be called \`deliveryDate\` or \`receiptDate\`; \`GET\` with a body is understood.

The public documentation names this operation and does not show its path: ours is a guess that may have to be renamed.`,
    tag: 'Transactions',
    origin: 'unverified',
    refusals: [
      'TransactionNotFound',
      'LeaseNotSigned',
      'TransactionNotFinalized',
      'TransactionCanceled',
      'DeliveryException',
      'PaymentRequired',
      'ServiceUnavailable',
    ],
    examples: [
      { name: 'Everything on its way', given: 'a shipped lease', params: transaction },
      {
        name: 'Over the counter',
        given: 'a finalized lease',
        params: transaction,
        body: { items: [{ sku: 'CHAIR-2', quantity: 2, receiptDate: '{today}' }] },
      },
      { name: 'Not signed yet', given: 'an offered lease', params: transaction, refused: 'LeaseNotSigned' },
      { name: 'Not finalized', given: 'a signed lease', params: transaction, refused: 'TransactionNotFinalized' },
      { name: 'Canceled', given: 'a canceled offer', params: transaction, refused: 'TransactionCanceled' },
      { name: 'Not yours', given: 'nothing', params: unknown, refused: 'TransactionNotFound' },
    ],
  },
  refundItems: {
    summary: 'Refund prices',
    says: `Gives back the price of items, or a part of it, and of shipping. You are owed that much less, or it is kept from your next payout, and the customer's lease is priced again as if that had been the price from the beginning. An item whose whole price is given back leaves the lease. \`lineNumber\` counts the items of the order from 1 and decides where an article stands on several lines. All of the request happens or nothing; a part given back twice is given back twice, so send an \`Idempotency-Key\`.`,
    tag: 'Transactions',
    origin: 'documented',
    refusals: ['TransactionNotFound', 'LeaseNotSigned', 'TransactionCanceled', 'LeaseOnHold', 'ServiceUnavailable'],
    examples: [
      {
        name: 'A part of a price',
        given: 'a delivered lease',
        params: transaction,
        body: { items: [{ lineNumber: 2, sku: 'CHAIR-2', itemCredit: 10.5 }] },
      },
      {
        name: 'Of shipping, as text',
        given: 'a delivered lease',
        params: transaction,
        body: { items: [{ lineNumber: 2, sku: 'CHAIR-2', shippingCredit: '1.25' }] },
      },
      {
        name: 'On hold',
        given: 'a lease on hold',
        params: transaction,
        body: { items: [{ lineNumber: 2, sku: 'CHAIR-2', itemCredit: 10.5 }] },
        refused: 'LeaseOnHold',
      },
      {
        name: 'More than the price',
        given: 'a delivered lease',
        params: transaction,
        body: { items: [{ lineNumber: 2, sku: 'CHAIR-2', itemCredit: 99999 }] },
        refused: 'ValidationError',
      },
      {
        name: 'Not signed yet',
        given: 'an offered lease',
        params: transaction,
        body: { items: [{ lineNumber: 2, sku: 'CHAIR-2', itemCredit: 1 }] },
        refused: 'LeaseNotSigned',
      },
      {
        name: 'Canceled',
        given: 'a canceled offer',
        params: transaction,
        body: { items: [{ lineNumber: 2, sku: 'CHAIR-2', itemCredit: 1 }] },
        refused: 'TransactionCanceled',
      },
      {
        name: 'Not yours',
        given: 'nothing',
        params: unknown,
        body: { items: [{ lineNumber: 2, sku: 'CHAIR-2', itemCredit: 1 }] },
        refused: 'TransactionNotFound',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
