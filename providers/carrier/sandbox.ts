import type { Carrier } from '#ports/carrier.ts';

/** A carrier that loses, and fetches late, what the sandbox's published table says (domain 5.2). */
export function sandboxCarrier(isLost: (transactionId: string) => boolean, pickUp: Carrier['pickUp']): Carrier {
  return { name: 'sandbox', sandbox: true, pickUp, hasException: async ({ transactionId }) => isLost(transactionId) };
}
