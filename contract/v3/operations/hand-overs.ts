import type { Operation } from '#contract/v3/operations/operation.ts';

const lamp = {
  sku: 'LAMP-1',
  description: 'Halden desk lamp',
  brand: 'Halden',
  cost: 120.34,
  quantity: 1,
  condition: 'new',
};

const cart = { transactionId: '{newTransactionId}', items: [lamp], associateId: 'A-17' };

export const handOverOperations = {
  createHandOver: {
    summary: 'Hand a cart over to the customer in your store',
    says: `An associate has made the cart; the customer goes on on their own phone. \`qrCode\` is an SVG picture of \`redirectUri\` to show on the counter's screen: dark on white, with its margin, which must stay so at night too. With \`phone\` or \`email\` the link is sent as well, in English or with \`language: es\` in Spanish; ask for it only when the customer in front of you wants it sent.

The link works for an hour, on the first device that opens it; a second one is told so, and nobody is logged in on the way. Opened in time it stays open on that device for 72 hours. What the customer reads, ticks and signs is theirs alone to do, so open the link on no device of yours.

\`associateId\` is your own name for your associate, 1 to 64 characters. It stands in the evidence of the signature; so does, with \`counterIpAddress\`, whether it was signed on the counter's own network.

With \`kioskId\` it is opened on that tablet of yours (\`POST /v3/kiosks\`) as soon as nobody is at it, and nowhere else: no link is told or sent.

The same request again is the same hand-over, without a second message; another one for the same \`transactionId\` ends it. The cart is priced as for \`POST /v3/checkout\`.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['InvalidTransactionId', 'TooManyRequests'],
    examples: [
      { name: 'A code on the screen', given: 'nothing', body: cart },
      {
        name: 'Sent to the phone of the customer as well, in Spanish',
        given: 'nothing',
        body: { ...cart, phone: '(512) 555-0142', language: 'es', counterIpAddress: '203.0.113.7' },
      },
      {
        name: 'A tablet that is none of yours',
        given: 'nothing',
        body: { ...cart, kioskId: 'nobodys' },
        refused: 'ValidationError',
      },
      { name: 'No associate', given: 'nothing', body: { ...cart, associateId: '' }, refused: 'ValidationError' },
      {
        name: 'A number that is none',
        given: 'nothing',
        body: { ...cart, phone: '555-0142' },
        refused: 'ValidationError',
      },
      {
        name: 'The order is signed',
        given: 'a signed lease',
        body: { ...cart, transactionId: '{transactionId}' },
        refused: 'InvalidTransactionId',
      },
    ],
  },
  listHandOverEvents: {
    summary: 'Read on what became of your hand-overs',
    says: `One list for all your counters: what became true after the number that you know, in its order. Begin with \`after=0\`, keep \`next\`, and ask with it again; an answer is the same each time. A number that you have seen is never followed by a smaller one.

\`opened\`, \`underway\`, \`signed\`, \`ended\` and \`cancelled\`, each once for each link, mean what they mean at \`GET /v3/hand-overs/{handOverId}\`. \`ended\` follows within a minute of the time being over. What becomes of an order after it was signed its transaction says.

An event holds what the counter may know: ids, the word, the amount of your cart, your associate. Nothing of the customer, and no word of a decision.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'From the beginning', given: 'nothing', query: { after: 0 } }],
  },
  getHandOver: {
    summary: 'See how far a hand-over is',
    says: `For the counter's screen; ask every few seconds.

| \`status\` | |
|---|---|
| \`waiting\` | nobody has opened the link |
| \`opened\` | a device has; it is that device's now |
| \`underway\` | the customer has begun |
| \`signed\` | signed and paid: get the transaction, check it, finalize it, hand over the goods |
| \`ended\` | the time is over, the customer left your tablet without a signature, or the signed order was cancelled since |
| \`cancelled\` | you took it back |

There is no word for a decision, on purpose: somebody who was declined stands in front of your associate and reads as \`underway\`, like somebody who still thinks about it. There is no word for approved either, because its absence would say the other. What the customer wants you to know they tell you.

A customer who left your tablet may sign on their own device within 72 hours: then it is \`signed\` after all.

\`redirectUri\` and \`qrCode\` are \`null\` unless it is \`waiting\`, and always for a tablet.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'Nobody has opened it', given: 'nothing', params: { handOverId: '{handOverId}' } },
      { name: 'Not yours', given: 'nothing', params: { handOverId: 'nobodys' }, refused: 'NotFound' },
    ],
  },
  renewHandOver: {
    summary: 'Make another link for a hand-over',
    says: `For a customer who lost the link, or whose link somebody else has opened. The link before it ends, and on the device that opened it no agreement can be made any more. Sends it where \`phone\` or \`email\` say, or to the tablet of \`kioskId\`.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['NotFound', 'InvalidTransactionId', 'TransactionCanceled', 'TooManyRequests'],
    examples: [
      {
        name: 'Another code, and an e-mail',
        given: 'nothing',
        params: { handOverId: '{handOverId}' },
        body: { email: 'ada.lovelace@example.com' },
      },
      { name: 'Not yours', given: 'nothing', params: { handOverId: 'nobodys' }, body: {}, refused: 'NotFound' },
    ],
  },
  cancelHandOver: {
    summary: 'Take a hand-over back',
    says: `Its link ends, and an agreement that nobody has signed is void. Once it is signed, cancel the transaction instead. Twice is the same as once.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['NotFound', 'InvalidTransactionId', 'ServiceUnavailable'],
    examples: [
      { name: 'Taken back', given: 'nothing', params: { handOverId: '{handOverId}' } },
      { name: 'Not yours', given: 'nothing', params: { handOverId: 'nobodys' }, refused: 'NotFound' },
    ],
  },
} as const satisfies Record<string, Operation>;
