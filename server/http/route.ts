import type { TSchema } from 'typebox';
import type { Scope } from '#contract/v3/keys.ts';
import type { FirstPaymentAt } from '#core/lease/lease.ts';
import type { House } from '#server/house.ts';
import type { LimitName } from '#server/limits.ts';
import type { Outcome, Refused } from '#server/outcome.ts';

/** Who may call: the merchant's server, it on behalf of a customer, the operator, the modal's session, or anybody. */
export type Who = 'merchant' | 'merchant and customer' | 'operator' | 'anybody';

/** The merchant that an API key belongs to, as far as requests need it. */
export type CallingMerchant = {
  readonly merchantId: string;
  readonly keyId: string;
  readonly name: string;
  readonly minimumOrderCents: number;
  readonly leaseFactor: string;
  /** Charged at signing where the law of the place allows it; 0: none. */
  readonly processingFeeCents: number;
  /** Rent taken at signing instead of the first regular payment (domain 1.1); 0: the first regular payment is. */
  readonly fixedInitialRentCents: number;
  readonly discountRate: string;
  readonly finalizeWithinHours: number;
  readonly firstPaymentAt: FirstPaymentAt;
  readonly compatibility: Compatibility;
};

/** A merchant's switches for clients that were built for another server (api-v3 C-1, C-4, C-9, 6.6). */
export type Compatibility = {
  /** Lists are answered bare, without `data`. */
  readonly bareLists: boolean;
  /** A GET must not ship anything. */
  readonly shipmentNeedsPost: boolean;
  /** The word for an application that was declined. */
  readonly deniedAs: 'denied' | 'failed';
  /** Confirming a shipment finalizes a transaction that is only signed. */
  readonly autoFinalize: boolean;
};

/** One request past the door: authenticated, parsed, its types the truth. */
export type Call<Body = unknown, Query = unknown> = {
  /** Set unless `who` is 'operator' or 'anybody'. */
  readonly merchant: CallingMerchant;
  /** Set when `who` is 'merchant and customer'. */
  readonly customerId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly ipAddress: string;
  readonly userAgent: string;
};

/** One row of the published list: an operation, who may, which verb. A route has no thoughts. */
export type Route = {
  /** The operationId of the OpenAPI document. */
  readonly operation: string;
  /** The first is canonical; the others are spellings that clients use. */
  readonly methods: readonly ('GET' | 'POST')[];
  /** Canonical path first, then its other spellings; `/v3` is optional on the wire, `{name}` marks a parameter. */
  readonly paths: readonly string[];
  readonly who: Who;
  /** What the API key must be allowed to do; absent = 'read' where only GET is taken, else 'write'. */
  readonly scope?: Scope;
  /** What a verb gets as `call.body`, absent = `undefined`. Spelled by contract/v3/values.ts. */
  readonly body?: TSchema;
  readonly query?: TSchema;
  /** How large a body may be, where it may be larger than others; then `knows` says whose is read at all. */
  readonly bodyBytesMax?: number;
  /** Why this caller's body is not even read; null when it is. */
  readonly knows?: (house: House, headers: Call['headers']) => Promise<Refused | null>;
  /** What the answer may carry; members that are not declared stay in the house. Absent = all of it, and no secret. */
  readonly response?: TSchema;
  /** Spelling corrections on the raw body before it is checked: `payFrquency` → `payFrequency`. */
  readonly respell?: (body: Record<string, unknown>) => Record<string, unknown>;
  /** What a body stands for that is no object: a list is this member, a text that is no JSON is that one. */
  readonly bare?: { readonly list: string; readonly text: string };
  /** Sandbox mode only: in production the path does not exist. */
  readonly sandboxOnly?: true;
  /** The merchants for whom this address takes POST only, whatever `methods` says. */
  readonly postOnlyFor?: (merchant: CallingMerchant) => boolean;
  /** Answered from memory: a database that is away is not in its way. */
  readonly fromMemory?: true;
  /** How often one caller may ask. */
  readonly limit?: LimitName;
  /** Whose calls are counted: a key's and an address's, or a session's of the modal alone. */
  readonly limitBy?: 'session';
  /** A list that some callers want without `{data}` (api-v3 C-9): `?envelope=false`, `Accept: …; envelope=none`, the account's switch. */
  readonly bareList?: true;
  /** A success body that is not `{data}` (api-v3 §1.5). */
  readonly shape?: (answer: unknown) => unknown;
  /** A cookie that a success sets: the whole value of its header. */
  readonly cookie?: (answer: unknown) => string;
  // biome-ignore lint/suspicious/noExplicitAny: each row knows its own body and query; the schemas above are the proof.
  readonly verb: (house: House, call: Call<any, any>) => Promise<Outcome<unknown>>;
};
