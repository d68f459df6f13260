import type { Operation } from '#contract/v3/operations/operation.ts';

export const kioskOperations = {
  createKiosk: {
    summary: 'Make a device of yours a tablet that customers apply on',
    says: `Open \`setupUri\` on the device, or let its camera read \`qrCode\`, within the hour. The first device that does is the tablet, and the link is over; it is told here and never again. From then on the device waits for the hand-overs that name it (\`kioskId\` on \`POST /v3/hand-overs\`), and asks for them by a token of its own, which can see the next cart and nothing else.

On the tablet nothing of a customer stays: when they press “I’m finished”, leave, or have not touched it for a while, they are logged out, the browser is cleared, and the next customer starts on an empty screen. Whoever has something to go on with gets a link by e-mail, for their own device. The signed agreement goes to them by e-mail; no file is saved.

Lenders of \`lenderConsents\` are not asked on a tablet. Lock the browser to \`/kiosk\` and switch its password manager off.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'A tablet', given: 'nothing', body: { name: 'Beds, by the window' } },
      { name: 'Without a name', given: 'nothing', body: { name: '' }, refused: 'ValidationError' },
    ],
  },
  listKiosks: {
    summary: 'List your tablets',
    says: `The newest first. \`new\`: no device has opened the link; \`working\`; \`ended\`.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'All of them', given: 'nothing' }],
  },
  endKiosk: {
    summary: 'End a tablet',
    says: `For one that was lost, sold or stolen. Whatever is open on it is over at once, and it gets no cart any more. Twice is the same as once.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'Ended', given: 'nothing', params: { kioskId: '{kioskId}' } },
      { name: 'Not yours', given: 'nothing', params: { kioskId: 'nobodys' }, refused: 'NotFound' },
    ],
  },
} as const satisfies Record<string, Operation>;
