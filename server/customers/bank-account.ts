import type { OpeningPurpose } from '#contract/v3/secrets.ts';
import type { BankAccount } from '#ports/processor.ts';
import { makePrimary } from '#server/customers/payment-method-store.ts';
import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { blindIndex, blindIndexes } from '#server/secrets/blind-index.ts';
import { type Envelope, open, seal } from '#server/secrets/envelope.ts';
import { placeIn } from '#server/secrets/sealed-columns.ts';

/** The processor's call alone may have the number or the tokens. */
export type PaymentPurpose = Extract<OpeningPurpose, 'first-payment' | 'collected-payment'>;

export type NewBankAccount = BankAccount & {
  customerId: string;
  /** What the customer calls it. */
  label?: string | undefined;
  /** Payments come from it from now on; absent: yes. */
  primary?: boolean;
};

/** The name that an account is counted by, and every name that it may be listed under while the index key is changed. */
type KeptAccount = { bankAccountId: string; accountIndex: string; accountNames: string[]; writes: Write[] };

/** Keeps an account: a new one, sealed, or one the customer gave before. Other accounts stay on file. */
export async function keepBankAccount(
  house: House,
  { primary = true, ...account }: NewBankAccount,
): Promise<KeptAccount> {
  const { customerId, routingNumber, accountNumber, label = null } = account;
  const number = accountText({ routingNumber, accountNumber });
  const accountNames = blindIndexes(house, 'bank', number);
  const index = blindIndex(house, 'bank', number);
  const named = { accountIndex: index, accountNames };
  const known = await house.db.read
    .selectFrom('payment_method')
    .select(['payment_method_id', 'account_sealed'])
    .where('customer_id', '=', customerId)
    .where('account_index', 'in', accountNames)
    .where('account_type', '=', account.accountType)
    .executeTakeFirst();
  const bankAccountId = known?.payment_method_id ?? newId(house);
  const choose = primary ? [makePrimary(customerId, bankAccountId)] : [];
  if (known !== undefined && known.account_sealed !== null) return { bankAccountId, ...named, writes: choose };
  const sealed = seal(house, placeOf(customerId, bankAccountId), accountNumber);
  if (known !== undefined) {
    // Its number was erased. One statement changes a row only once: number and choice go together.
    const again = write`update payment_method set
        account_sealed = case when payment_method_id = ${bankAccountId} then ${JSON.stringify(sealed)}::jsonb else account_sealed end,
        label = case when payment_method_id = ${bankAccountId} then ${label} else label end,
        is_primary = case when ${primary} then payment_method_id = ${bankAccountId} else is_primary end
      where customer_id = ${customerId}`;
    return { bankAccountId, ...named, writes: [again] };
  }
  const row = {
    customer_id: customerId,
    payment_method_id: bankAccountId,
    kind: 'ach',
    label,
    routing_number: routingNumber,
    bank_name: await house.bankData.bankName(routingNumber),
    account_sealed: sealed,
    account_index: index,
    last_four: accountNumber.slice(-4),
    account_type: account.accountType,
    is_primary: primary,
    created_at: now(house),
  };
  return { bankAccountId, ...named, writes: [...choose, insert('payment_method', row)] };
}

/** The numbers of a customer's accounts are gone; how they are counted stays, and giving one again brings it back. */
export function eraseAccounts(customerId: string): Write {
  return write`update payment_method set account_sealed = null, label = null, is_primary = false
    where customer_id = ${customerId} and kind = 'ach'`;
}

/**
 * The hash under which an account that was kept is counted, and every name that it may be listed under. While the index key
 * is changed the number is opened for them.
 */
export async function accountIndexOf(
  house: House,
  { customerId, bankAccountId }: { customerId: string; bankAccountId: string },
): Promise<{ accountIndex: string; accountNames: string[] }> {
  const row = await house.db.read
    .selectFrom('payment_method')
    .select(['account_index', 'account_sealed', 'routing_number'])
    .where('customer_id', '=', customerId)
    .where('payment_method_id', '=', bankAccountId)
    .executeTakeFirst();
  const accountIndex = row?.account_index ?? '';
  const sealed = (row?.account_sealed ?? null) as Envelope | null;
  if (house.secrets.indexKeys.length === 1 || sealed === null) return { accountIndex, accountNames: [accountIndex] };
  const accountNumber = await open(house, 'index-rotation', placeOf(customerId, bankAccountId), sealed);
  const number = accountText({ routingNumber: row?.routing_number ?? '', accountNumber });
  return { accountIndex, accountNames: blindIndexes(house, 'bank', number) };
}

/** What an account is found again by. */
export function accountText({ routingNumber, accountNumber }: Omit<BankAccount, 'accountType'>): string {
  return `${routingNumber}|${accountNumber}`;
}

/** The number in a row, for the processor's call alone, or for the call of whoever says something of the account. */
export async function openAccount(
  house: House,
  row: {
    customer_id: string;
    payment_method_id: string;
    routing_number: string | null;
    account_type: string | null;
    account_sealed: unknown;
  },
  purpose: PaymentPurpose | 'account-report',
): Promise<BankAccount> {
  const place = placeOf(row.customer_id, row.payment_method_id);
  return {
    routingNumber: row.routing_number!,
    accountNumber: await open(house, purpose, place, row.account_sealed as Envelope),
    accountType: row.account_type as BankAccount['accountType'],
  };
}

const placeOf = (customerId: string, bankAccountId: string) =>
  placeIn('payment_method.account_sealed', { rowId: bankAccountId, tenant: customerId });
