import type { Carrier } from '#ports/carrier.ts';

/** A carrier that loses what the sandbox's published table says it loses (domain 5.2). */
export function sandboxCarrier(isLost: (transactionId: string) => boolean): Carrier {
  return { name: 'sandbox', sandbox: true, hasException: async ({ transactionId }) => isLost(transactionId) };
}
