import type { Notifier } from '#ports/notifier.ts';

/** Nothing leaves the machine: the inbox page and `GET /sandbox/inbox` show the very rows this would have carried. */
export const sandboxNotifier: Notifier = { name: 'sandbox inbox', sandbox: true, deliver: async () => undefined };
