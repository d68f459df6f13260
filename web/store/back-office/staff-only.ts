import { refuses } from './reply.ts';

/**
 * The answer to anybody who is not staff. A real shop asks its staff to sign in. This one has no staff: its back office is
 * open, so it opens only beside a sandbox, the only FlexPay that has a clock to ask.
 */
export const staffOnly = refuses(403, 'The back office of this demo store is open only beside a sandbox.');
