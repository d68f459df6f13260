import type { Operation } from '#contract/v3/operations/operation.ts';

const lamp = {
  sku: 'LAMP-1',
  description: 'Halden desk lamp',
  brand: 'Halden',
  cost: 120.34,
  quantity: 1,
  condition: 'new',
  shipping: { cost: 10.33, date: '2026-12-01', method: 'ground' },
};

export const checkoutOperations = {
  createCheckout: {
    summary: 'Start the hosted checkout',
    says: `Makes a page for a cart and answers with its address: send the customer to \`redirectUri\`. There they apply, read the agreement, sign and pay, as in the button's window. Afterwards fetch the transaction and finalize it; the page tells you nothing.

A GET with a JSON body does the same as the POST.

The order is Σ cost × quantity + shipping − Σ \`discounts[].items[].value\`; discounts are spread over the items. Shipping stands on top or at the items, a shipping on top replaces those of the items. \`total\` and \`couponCode\` are informational. The customer is told of the minimum and of their limit on the page.

\`customer\` saves typing and proves nothing; it is shown to the first browser that opens the page and to no other. A forwarded link shows the goods and nothing of a person.

The page is open for 72 hours. The same request again is the same page; another cart under the same \`transactionId\` ends the older page and replaces an agreement that was not signed. A signed order is refused.

\`returnUrl\` (our extension) is your page that the customer goes back to; it has to lie on one of your registered origins, in the sandbox it may be any.`,
    tag: 'Leases',
    origin: 'documented',
    refusals: ['InvalidTransactionId'],
    examples: [
      {
        name: 'A lamp, shipping at the item',
        given: 'nothing',
        body: {
          transactionId: '{newTransactionId}',
          items: [{ ...lamp, productId: '4711', images: ['https://shop.example/lamp.jpg'] }],
          couponCode: 'SPRING',
        },
      },
      {
        name: 'Shipping on top, a discount, and what the store knows of the customer',
        given: 'nothing',
        body: {
          transactionId: '{newTransactionId}',
          items: [{ ...lamp, shipping: undefined, mpn: 'HL-1', gtin: '00012345600012' }],
          shipping: { cost: 10.33, date: '2026-12-01', method: 'free' },
          discounts: [{ items: [{ value: 20 }] }],
          total: 110.67,
          customer: {
            firstName: 'Ada',
            lastName: 'Lovelace',
            email: 'ada.lovelace@example.com',
            phones: { home: '5125550100', mobile: '5125550142' },
            address: { street1: '12 Oak Street', street2: '', city: 'Austin', region: 'TX', postalCode: '78701' },
          },
          returnUrl: 'https://shop.example/orders/ABC-129385',
        },
      },
      {
        name: 'The order is signed',
        given: 'a signed lease',
        body: { transactionId: '{transactionId}', items: [lamp] },
        refused: 'InvalidTransactionId',
      },
      {
        name: 'Nothing in the cart',
        given: 'nothing',
        body: { transactionId: '{newTransactionId}', items: [] },
        refused: 'ValidationError',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
