/** The words around the checkout on a page of its own, in English. */
export const hostedEn = {
  unknown: {
    title: 'There is no checkout at this address',
    lead: 'A part of the link may be missing. Open it again as you received it, or start again from the store.',
  },
  expired: {
    title: 'This page is no longer open',
    lead: (store: string) => `Nothing was charged. Start again at ${store}, or ask them for a new link.`,
  },
  elsewhere: {
    title: 'This page is open on another device',
    lead: (store: string) =>
      `A link like this one works on the first device that opens it, so that nobody takes an order over. Go on there, or ask for a new link: in the store, ask ${store}; otherwise have one sent from where you began.`,
  },
  signed: {
    title: 'This order is signed',
    lead: (store: string) =>
      `${store} has it on file and prepares the delivery. The agreement and the receipt went to the e-mail address of the person who signed.`,
    lease: (ends: string) => `Lease number ends in ${ends}`,
  },
  over: {
    title: 'This order has ended',
    lead: (store: string) => `It was cancelled, and there is nothing left to pay here. ${store} can tell you more.`,
  },
  left: {
    title: 'You can come back',
    lead: (store: string) =>
      `No order was placed. What you typed is kept: open this page again to go on, or go back to the page of ${store}.`,
    again: 'Go on here',
  },
  ended: { title: 'You can close this page', lead: (store: string) => `Your order at ${store} is signed and paid.` },
  kiosk: {
    waiting: {
      title: 'Welcome',
      lead: (store: string) => `An associate of ${store} sends your order to this tablet. It opens here by itself.`,
    },
    offline: 'This tablet has no connection at the moment.',
    unset: {
      title: 'This tablet is not set up',
      lead: 'Make a link for it with your API key and open it here, within the hour. A link works once.',
    },
    finished: 'I’m finished',
    ask: {
      idle: 'Are you still there?',
      finished: 'Are you finished?',
      lead: (store: string) =>
        `This tablet belongs to ${store}: everything of yours is taken off it. What you have begun is kept: if your order can go on, we e-mail you a link for your own phone.`,
      seconds: (count: number) => `In ${count} s it is cleared by itself.`,
      stay: 'I need more time',
      clear: 'Clear this tablet',
    },
  },
  way: 'Your store',
  aStore: 'the store',
};

export type HostedTexts = typeof hostedEn;
