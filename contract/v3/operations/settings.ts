import type { Operation } from '#contract/v3/operations/operation.ts';

export const settingOperations = {
  getLeaseSettings: {
    summary: 'Get the settings of your leases',
    says: `What a cart page asks before it shows the button: the smallest order that can be leased, in dollars, and what may be said of a lease before the customer's state is known.`,
    tag: 'Settings',
    origin: 'documented',
    refusals: [],
    examples: [{ name: 'The settings', given: 'nothing' }],
  },
} as const satisfies Record<string, Operation>;
