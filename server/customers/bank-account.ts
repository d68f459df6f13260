import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';
import { type Envelope, open, seal } from '#server/secrets/envelope.ts';

export type NewBankAccount = {
  customerId: string;
  routingNumber: string;
  accountNumber: string;
  accountType: 'checking' | 'savings';
};

/**
 * Makes this the account that payments come from: a new one, sealed, or one the customer gave before.
 * Other accounts stay on file.
 */
export async function keepBankAccount(
  house: House,
  account: NewBankAccount,
): Promise<{ bankAccountId: string; writes: Write[] }> {
  const { customerId, routingNumber, accountNumber } = account;
  const index = blindIndex(house, 'bank', `${routingNumber}|${accountNumber}`);
  const known = await house.db.read
    .selectFrom('bank_account')
    .select('bank_account_id')
    .where('customer_id', '=', customerId)
    .where('account_index', '=', index)
    .where('account_type', '=', account.accountType)
    .executeTakeFirst();
  if (known !== undefined) {
    const bankAccountId = known.bank_account_id;
    const choose = write`update bank_account set is_primary = (bank_account_id = ${bankAccountId})
      where customer_id = ${customerId}`;
    return { bankAccountId, writes: [choose] };
  }
  const bankAccountId = newId(house);
  const row = {
    customer_id: customerId,
    bank_account_id: bankAccountId,
    routing_number: routingNumber,
    bank_name: await house.bankData.bankName(routingNumber),
    account_sealed: seal(house, placeOf(customerId, bankAccountId), accountNumber),
    account_index: index,
    account_last_four: accountNumber.slice(-4),
    account_type: account.accountType,
    is_primary: true,
    created_at: now(house),
  };
  const others = write`update bank_account set is_primary = false where customer_id = ${customerId} and is_primary`;
  return { bankAccountId, writes: [others, insert('bank_account', row)] };
}

/** An account with its number, for the processor's call alone; null when the customer has no such account. */
export async function openBankAccount(
  house: House,
  customerId: string,
  bankAccountId: string,
  purpose: string,
): Promise<{ routingNumber: string; accountNumber: string; accountType: 'checking' | 'savings' } | null> {
  const row = await house.db.read
    .selectFrom('bank_account')
    .select(['routing_number', 'account_sealed', 'account_type'])
    .where('customer_id', '=', customerId)
    .where('bank_account_id', '=', bankAccountId)
    .executeTakeFirst();
  if (row === undefined) return null;
  // Every use of the number leaves a trace that says why (domain 4.13).
  house.log.info({ opened: 'bank account', customerId, bankAccountId, purpose }, 'a sealed number was opened');
  return {
    routingNumber: row.routing_number,
    accountNumber: open(house, placeOf(customerId, bankAccountId), row.account_sealed as Envelope),
    accountType: row.account_type as 'checking' | 'savings',
  };
}

const placeOf = (customerId: string, bankAccountId: string) => ({
  table: 'bank_account',
  column: 'account_sealed',
  rowId: bankAccountId,
  tenant: customerId,
});
