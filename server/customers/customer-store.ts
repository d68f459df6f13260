import type { Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { firstLookOn } from '#core/retention/file.ts';
import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Instant, servicingDayOf } from '#server/moment.ts';
import { blindIndexes } from '#server/secrets/blind-index.ts';
import type { ContactDetails } from './change-customer.ts';
import { phoneIndex } from './phone-index.ts';

export type NewCustomer = {
  customerId: string;
  merchantId: string;
  /** Normalised. */
  email: string;
  firstName: string;
  lastName: string;
  passwordHash: string | null;
  locale: Language | null;
  contact: ContactDetails | null;
  dateOfBirth: Day | null;
  createdAt: Instant;
};

/** Fails with `Duplicate('customer_email_pkey')` where the address is taken meanwhile. */
export function insertCustomer(house: House, customer: NewCustomer): Write[] {
  const { customerId, merchantId, createdAt, contact } = customer;
  return [
    insert('customer', {
      customer_id: customerId,
      home_merchant_id: merchantId,
      email: customer.email,
      first_name: customer.firstName,
      last_name: customer.lastName,
      password_hash: customer.passwordHash,
      locale: customer.locale,
      mobile_phone: contact?.mobilePhone,
      phone_index: phoneIndex(house, contact?.mobilePhone),
      street1: contact?.street1,
      street2: contact?.street2,
      city: contact?.city,
      state: contact?.state,
      postal_code: contact?.postalCode,
      date_of_birth: customer.dateOfBirth,
      marketing_opt_in: contact?.marketingOptIn ?? false,
      spending_hold: false,
      verification_status: 'pending',
      approved_limit_cents: 0,
      open_cash_cents: 0,
      version: 1,
      look_on: firstLookOn(servicingDayOf(house, createdAt)),
      created_at: createdAt,
    }),
    // Under every key in use: two nodes in the middle of a change of keys can't both give the address away.
    insert(
      'customer_email',
      blindIndexes(house, 'email', customer.email).map((name) => ({ email_index: name, customer_id: customerId })),
    ),
    insert('merchant_customer', { merchant_id: merchantId, customer_id: customerId, created_at: createdAt }),
  ];
}

/** The customer is known to this merchant from now on; said again it changes nothing. */
export function linkMerchant(link: { merchantId: string; customerId: string; createdAt: Instant }): Write {
  return write`insert into merchant_customer (merchant_id, customer_id, created_at)
    values (${link.merchantId}, ${link.customerId}, ${link.createdAt}) on conflict do nothing`;
}

/** Which customer has this e-mail address, whichever merchant they came from. */
export async function customerIdByEmail(house: House, email: string): Promise<string | null> {
  const row = await house.db.read
    .selectFrom('customer_email')
    .select('customer_id')
    .where('email_index', 'in', blindIndexes(house, 'email', email))
    .executeTakeFirst();
  return row?.customer_id ?? null;
}

export type KnownContact = {
  mobilePhone: string | null;
  street1: string | null;
  street2: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
};

/** How the customer with this e-mail address is reached; null when nobody has it. */
export async function contactByEmail(house: House, email: string): Promise<KnownContact | null> {
  const row = await house.db.read
    .selectFrom('customer_email as e')
    .innerJoin('customer as c', 'c.customer_id', 'e.customer_id')
    .select(['c.mobile_phone', 'c.street1', 'c.street2', 'c.city', 'c.state', 'c.postal_code'])
    .where('e.email_index', 'in', blindIndexes(house, 'email', email))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { mobile_phone: mobilePhone, postal_code: postalCode, ...place } = row;
  return { ...place, mobilePhone, postalCode };
}

export async function isLinked(house: House, merchantId: string, customerId: string): Promise<boolean> {
  const row = await house.db.read
    .selectFrom('merchant_customer')
    .select('customer_id')
    .where('merchant_id', '=', merchantId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined;
}
