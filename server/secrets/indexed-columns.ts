import type { IndexDomain } from './blind-index.ts';

export type IndexedColumn = {
  /** Several where the row says of what it is. */
  readonly domain: IndexDomain | readonly IndexDomain[];
  /**
   * SQL over the row `t`: whether its name can still be told anew. A number that was erased keeps the name it had, and
   * so do counters that are forgotten by themselves. `$1` is the key that names are written under.
   */
  readonly renamable: string;
  /** A name that can't be told anew stays for good, and is worth its key. */
  readonly stays?: true;
};

/** Every column that holds blind indexes: the only list there is, held against the database by a test. */
export const indexedColumns = {
  'customer_identity.ssn_index': { domain: 'ssn', renamable: 't.ssn_sealed is not null', stays: true },
  'payment_method.account_index': { domain: 'bank', renamable: 't.account_sealed is not null', stays: true },
  'payment_method.token_index': { domain: 'card', renamable: 't.token_sealed is not null', stays: true },
  'customer.phone_index': { domain: 'phone', renamable: 't.mobile_phone is not null' },
  // An address has a name under every key that is in use, so that two nodes in the middle of a change can't both give it away.
  'customer_email.email_index': {
    domain: 'email',
    renamable: `not exists (select 1 from customer_email s where s.customer_id = t.customer_id
      and split_part(s.email_index, '.', 1) = $1)`,
  },
  // Named anew together with the number it is about.
  'knowledge_session.ssn_index': {
    domain: 'ssn',
    renamable:
      'exists (select 1 from customer_identity i where i.ssn_index = t.ssn_index and i.ssn_sealed is not null)',
  },
  // Counted by what else has the same name: named anew together with it, a place and a network not at all.
  'application_submission.ssn_index': { domain: 'ssn', renamable: 'false' },
  'application_submission.bank_index': { domain: 'bank', renamable: 'false' },
  'application_submission.mobile_index': { domain: 'phone', renamable: 'false' },
  'application_submission.email_index': { domain: 'email', renamable: 'false' },
  'application_submission.address_index': { domain: 'address', renamable: 'false' },
  'application_submission.network_index': { domain: 'network', renamable: 'false' },
  // In force, it needs its key: named anew with what else has the same name, or by being listed again, or lifted.
  'denylist_entry.value_index': {
    domain: ['ssn', 'bank', 'device', 'phone', 'email', 'email_domain', 'address'],
    renamable: `(t.until_on is null or t.until_on >= current_date)
      and not exists (select 1 from denylist_lift l where l.entry_id = t.entry_id)`,
  },
  'password_try.email_index': { domain: 'email', renamable: 'false' },
  // Worth something for an hour or a few days.
  'checkout_link.request_index': { domain: 'request', renamable: 'false' },
  'message.recipient_index': { domain: 'recipient', renamable: 'false' },
} as const satisfies Record<string, IndexedColumn>;
