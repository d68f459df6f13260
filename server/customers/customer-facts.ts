import type { Day } from '#core/calendar/day.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import type { Cents } from '#core/money/money.ts';
import type { Db } from '#server/db/connect.ts';
import { inTurns } from '#server/db/in-turns.ts';
import type { House } from '#server/house.ts';

/** What other rooms may know of a customer. Numbers that could hurt a person appear as their last four only. */
export type CustomerFacts = {
  customerId: string;
  homeMerchantId: string;
  email: string;
  firstName: string;
  lastName: string;
  /** E.164, or null before the customer gave one. */
  mobilePhone: string | null;
  /** Null until the whole address is known. */
  address: { street1: string; street2: string | null; city: string; state: string; postalCode: string } | null;
  /** What the latest approval granted; 0 without one. Look at `approvalExpiresOn` too: the last day on which it counts. */
  approvedLimit: Cents;
  approvalExpiresOn: Day | null;
  /** The cash price of the leases that use the limit now. */
  openCash: Cents;
  /** How many of them there are. */
  openLeases: number;
  /** Nothing new may be leased: by the operator's word, or while a person has to look at a match of a screening list. */
  spendingHold: boolean;
  verificationStatus: 'pending' | 'failed' | 'succeeded';
  /** From the approved application; null without one. */
  payFrequency: Frequency | 'yearly' | 'none' | null;
  nextPayOn: Day | null;
  bankAccount: BankAccountFacts | null;
  /** What payments come from, an account or a card. */
  primaryMethod: { paymentMethodId: string; rail: 'ach' | 'card' } | null;
  /** For the guard of a write that rests on these facts. */
  version: number;
};

/** The account payments come from, masked; null while a card is the primary method. `openPaymentMethod` has the number, for the processor's call alone. */
export type BankAccountFacts = {
  bankAccountId: string;
  routingNumber: string;
  bankName: string | null;
  accountLast4: string;
  accountType: 'checking' | 'savings';
};

/** Reads a customer, the approved application and the primary account in one query; null when there is no such customer. */
export async function customerFacts({ db }: House, customerId: string): Promise<CustomerFacts | null> {
  const ask = questions.get(db) ?? inTurns((ids) => factsTogether(db, ids), { togetherMax: 64, waitingMax: 1_024 });
  questions.set(db, ask);
  return ask(customerId);
}

/** Whoever asks while a question is under way is answered by the next one: it is asked after them, so it is as fresh. */
const questions = new WeakMap<Db, (customerId: string) => Promise<CustomerFacts | null>>();

async function factsTogether(
  db: Db,
  ids: readonly string[],
): Promise<readonly PromiseSettledResult<CustomerFacts | null>[]> {
  const { rows } = await db.pool.query<FactsRow>({
    name: 'customer_facts',
    text: factsSql,
    values: [JSON.stringify(ids)],
  });
  const found = new Map(rows.map((row) => [row.customer_id, factsOf(row)]));
  return ids.map((id) => ({ status: 'fulfilled', value: found.get(id) ?? null }));
}

/** Counted only for whom it can be more than none. */
export const openLeasesSql = (customer: string): string => `case when ${customer}.open_cash_cents = 0 then 0 else
    (select count(*)::int from lease where customer_id = ${customer}.customer_id
      and state in ('signed', 'finalized', 'active', 'past_due', 'on_hold')) end`;

// The ids come as JSON because the database then expects as many whatever they are, and keeps one plan. For an array it
// would count them and plan anew at every asking, which costs more than the asking.
const factsSql = `
  select c.customer_id, c.home_merchant_id, c.email, c.first_name, c.last_name, c.mobile_phone,
    c.street1, c.street2, c.city, c.state, c.postal_code,
    c.approved_limit_cents, c.approval_expires_on, c.open_cash_cents, c.verification_status, c.version,
    (c.spending_hold or exists (select from held_customer h where h.customer_id = c.customer_id)) as spending_hold,
    a.pay_frequency, a.next_pay_on,
    b.payment_method_id, b.kind, b.routing_number, b.bank_name, b.last_four, b.account_type,
    ${openLeasesSql('c')} as open_leases
  from json_array_elements_text($1::json) as asked (customer_id)
  join customer c on c.customer_id = asked.customer_id
  left join lateral (
    select pay_frequency, next_pay_on from application
    where customer_id = c.customer_id and state = 'approved'
    order by decided_at desc limit 1
  ) a on true
  left join lateral (
    select payment_method_id, kind, routing_number, bank_name, last_four, account_type from payment_method
    where customer_id = c.customer_id and is_primary
    order by created_at desc limit 1
  ) b on true`;

function factsOf(row: FactsRow): CustomerFacts {
  const { street1, street2, city, state, postal_code: postalCode } = row;
  const placed = street1 !== null && city !== null && state !== null && postalCode !== null;
  return {
    customerId: row.customer_id,
    homeMerchantId: row.home_merchant_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    mobilePhone: row.mobile_phone,
    address: placed ? { street1, street2, city, state, postalCode } : null,
    approvedLimit: row.approved_limit_cents,
    approvalExpiresOn: row.approval_expires_on,
    openCash: row.open_cash_cents,
    openLeases: row.open_leases,
    spendingHold: row.spending_hold,
    verificationStatus: row.verification_status,
    payFrequency: row.pay_frequency,
    nextPayOn: row.next_pay_on,
    bankAccount:
      row.payment_method_id === null || row.kind === 'card'
        ? null
        : {
            bankAccountId: row.payment_method_id,
            routingNumber: row.routing_number,
            bankName: row.bank_name,
            accountLast4: row.last_four,
            accountType: row.account_type,
          },
    primaryMethod: row.payment_method_id === null ? null : { paymentMethodId: row.payment_method_id, rail: row.kind },
    version: row.version,
  };
}

type FactsRow = {
  customer_id: string;
  home_merchant_id: string;
  email: string;
  first_name: string;
  last_name: string;
  mobile_phone: string | null;
  street1: string | null;
  street2: string | null;
  city: string | null;
  state: string | null;
  postal_code: string | null;
  approved_limit_cents: number;
  approval_expires_on: string | null;
  open_cash_cents: number;
  open_leases: number;
  spending_hold: boolean;
  verification_status: CustomerFacts['verificationStatus'];
  version: number;
  pay_frequency: CustomerFacts['payFrequency'];
  next_pay_on: string | null;
  payment_method_id: string | null;
  kind: 'ach' | 'card';
  routing_number: string;
  bank_name: string | null;
  last_four: string;
  account_type: 'checking' | 'savings';
};
