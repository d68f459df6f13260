import type { RefusalCode } from '#contract/v3/refusals.ts';

/** What the documents say of one operation of the API, beside what its route and its schemas say already. */
export type Operation = {
  /** One line, imperative: `Create a customer`. */
  readonly summary: string;
  /** Markdown: what it promises, what it means, and what its other spellings are for. */
  readonly says: string;
  readonly tag: Tag;
  /** `unverified`: its path is our guess, because the public documentation only names it (api-v3 O-1). */
  readonly origin: 'documented' | 'unverified' | 'extension';
  /** It counts, and keeps with what the customer agreed to, from which address they come: `customer-ip`, `x-real-ip`. */
  readonly readsCustomerAddress?: true;
  /** The refusals of its verb; those of the door (Unauthorized, ValidationError, …) follow from its route. */
  readonly refusals: readonly RefusalCode[];
  /** At least one that succeeds. Every one is executed by the contract test. */
  readonly examples: readonly Example[];
};

export type Tag =
  | 'Customers'
  | 'Applications'
  | 'Leases'
  | 'Transactions'
  | 'Payment methods'
  | 'Agreements'
  | 'Products'
  | 'Settings'
  | 'Partners'
  | 'Operator'
  | 'Sandbox';

/**
 * A request and how it ends. A text in braces anywhere in `params`, `query` and `body`, such as `{transactionId}`,
 * stands for a value of the world it starts from; sample-values.ts names them all.
 */
export type Example = {
  readonly name: string;
  readonly given: Given;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Absent: it succeeds. */
  readonly refused?: RefusalCode;
};

/**
 * The world that an example starts from. Each contains the one before; but a questioned customer, whose application
 * waits for answers, a prequalified one, whose application lacks its bank account, one whose application is in review (be it
 * for a possible match of a list, which may be confirmed) or waits for documents, and a declined one are not approved. A
 * canceled offer was taken back by its store before it was signed.
 */
export type Given =
  | 'nothing'
  | 'a customer'
  | 'a questioned customer'
  | 'a prequalified customer'
  | 'an application in review'
  | 'a possible match'
  | 'a confirmed match'
  | 'an application that waits for documents'
  | 'a declined customer'
  | 'an approved customer'
  | 'an offered lease'
  | 'a canceled offer'
  | 'a signed lease'
  | 'a finalized lease'
  | 'a shipped lease'
  | 'a delivered lease'
  | 'a lease on hold';
