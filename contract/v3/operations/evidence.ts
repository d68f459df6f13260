import type { Operation } from '#contract/v3/operations/operation.ts';

export const evidenceOperations = {
  getEvidence: {
    summary: 'Get the evidence of a signature',
    says: `Everything that shows what was signed, in one file that is checked without us: the agreement and every other paper that was shown, each with its hash; the cart and its hash; all amounts, with the formula of each; the version and hash of the law; who signed, when and from where; and what happened on the way, event by event, each with the hash of the one before it. The house signs all of it with Ed25519.

Keep the answer in a file and check it anywhere, without a network: \`npx flexpay verify evidence.json --key …\`, where the key is that of \`GET /v3/evidence-key\`, fetched once and kept apart. A changed file is told with the name of the first record that was altered.

Amounts are whole cents here. What is signed is the file without \`signature.value\`, as JSON with sorted members and no white space. A lease that nobody has signed has no evidence.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: ['LeaseNotFound', 'LeaseNotSigned', 'NotFound'],
    examples: [
      { name: 'A signed lease', given: 'a signed lease', params: { leaseId: '{leaseId}' } },
      {
        name: 'Not signed yet',
        given: 'an offered lease',
        params: { leaseId: '{leaseId}' },
        refused: 'LeaseNotSigned',
      },
      { name: 'Not theirs', given: 'a customer', params: { leaseId: 'nobodys-lease' }, refused: 'LeaseNotFound' },
    ],
  },
  getEvidenceKey: {
    summary: 'Get the key that evidence is checked with',
    says: `The public half of the key that signs evidence files; anybody may ask. Keep it apart from the files: a file says with which key it was signed, and only yours says whether that is ours.`,
    tag: 'Leases',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'The key', given: 'nothing' }],
  },
} as const satisfies Record<string, Operation>;
