import type { Operation } from '#contract/v3/operations/operation.ts';

const found = { leaseNumber: '{leaseNumber}' };
const nobody = { leaseNumber: '0000000000' };
const died = { cause: 'death', by: 'Jane Doe', reason: 'The daughter called; a certificate is on its way' };
const alive = { cause: 'death', by: 'Jane Doe', reason: 'Another person of the same name' };

/** Leases of which nothing may be asked for now. */
export const operatorLeaseHoldOperations = {
  listLeaseHolds: {
    summary: 'List leases on hold',
    says: `What holds leases, or held them, newest first; \`leaseNumber\`, \`userId\` and \`open\` narrow the list. A lease may be held for several causes: it goes on when none is left. \`screening\` is a confirmed match of a screening list.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'Those in force', given: 'a lease on hold', query: { open: true } }],
  },
  holdLease: {
    summary: 'Put a lease on hold',
    says: `Its customer is bankrupt, has died, or somebody claims fraud: from now on nothing of the lease is debited, billed or charged as a fee, and its customer gets no message about it. Payments that are with the bank are followed. The store gets the event \`lease.held\`, which does not say why. Only a lease whose goods are with its customer is held. The approval is another thing: revoke it, if nothing new is to be leased.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['LeaseNotFound', 'LeaseNotRunning'],
    examples: [
      { name: 'A death', given: 'a delivered lease', params: found, body: died },
      { name: 'Not delivered yet', given: 'a signed lease', params: found, body: died, refused: 'LeaseNotRunning' },
      { name: 'No such lease', given: 'nothing', params: nobody, body: died, refused: 'LeaseNotFound' },
      {
        name: 'Without a name',
        given: 'a delivered lease',
        params: found,
        body: { cause: 'death', reason: 'A call' },
        refused: 'ValidationError',
      },
    ],
  },
  releaseLease: {
    summary: 'Let a lease go on',
    says: `Lifts what holds a lease for one cause. When no other does, it goes on: a payment whose day passed meanwhile is due on the first of the agreed days after today, the others follow in the same rhythm, and not a cent more is to be paid. The customer is told when the next payment is; the store gets \`lease.resumed\`. What a confirmed match of a screening list holds goes on when its case is corrected.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['LeaseNotFound', 'NotFound'],
    examples: [
      { name: 'A mistake', given: 'a lease on hold', params: found, body: alive },
      { name: 'Never held', given: 'a delivered lease', params: found, body: alive, refused: 'NotFound' },
      { name: 'No such lease', given: 'nothing', params: nobody, body: alive, refused: 'LeaseNotFound' },
    ],
  },
} as const satisfies Record<string, Operation>;
