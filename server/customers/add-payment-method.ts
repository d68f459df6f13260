import type { AddPaymentMethodBody } from '#contract/v3/payment-methods.ts';
import type { BankAccount, Card, CheckFact } from '#ports/processor.ts';
import { bankFaults } from '#server/applications/field-faults.ts';
import { keepBankAccount } from '#server/customers/bank-account.ts';
import { keepCard } from '#server/customers/card.ts';
import { countMethods } from '#server/customers/payment-method-store.ts';
import { personById } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';

/**
 * Puts a bank account or a card on file (api-v3 3.9), after the processor has looked at it. The first one is primary by
 * itself; the same one again is a success under its first id. Refuses with 11503 a card that can't be primary, with
 * 11505 what the processor does not take, with UserNotFound whose file was erased.
 */
export async function addPaymentMethod(
  house: House,
  customerId: string,
  body: AddPaymentMethodBody,
): Promise<Outcome<{ id: string }>> {
  const wanted = methodOf(house, body);
  if ('refused' in wanted) return wanted;
  const [person, { count, hasPrimary }] = await Promise.all([
    personById(house, customerId),
    countMethods(house, customerId),
  ]);
  // The token may be older than the erasure, and nothing may come back to a file that is gone.
  if (person === null) return refuse('UserNotFound', 'There is no such customer.');
  if (count >= methodsMax) {
    return invalid([{ path: '', message: `A customer may have ${methodsMax} payment methods; this one has them all` }]);
  }
  const eligible = !('card' in wanted) || !isExpired(house, wanted.card);
  if (body.primary === true && !eligible) {
    return refuse(
      11503,
      'This card has expired, so payments can not come from it. Add it without `primary`, or another.',
    );
  }
  const fact = await checked(house, wanted);
  if (fact === null) {
    return refuse('ServiceUnavailable', 'The processor does not answer. Nothing was added; ask again in a moment.');
  }
  if (fact.status === 'refused') return refuse(11505, `${fact.message} It was not added.`, { reason: fact.code });
  const primary = body.primary ?? (eligible && !hasPrimary);
  const { id, writes } = await keep(house, customerId, wanted, { label: body.label, primary });
  return done({ id }, ...writes);
}

const methodsMax = 50;

type CardFacts = Card & { lastFour: string | null; firstSix: string | null };
type Wanted = { bankAccount: BankAccount } | { card: CardFacts };

function methodOf(house: House, { ach, token }: AddPaymentMethodBody): Wanted | Refused {
  if ((ach === undefined) === (token === undefined)) {
    const message =
      ach === undefined ? 'is required, or `token` instead' : 'and `token` are two payment methods; send one';
    return invalid([{ path: 'ach', message }]);
  }
  if (token !== undefined) {
    const tokens =
      typeof token.token === 'string'
        ? [{ gateway: 'loanpaymentpro' as const, token: token.token }]
        : token.token.map((one) => ({ gateway: one.name, token: one.token }));
    const { cardType: brand, expirationDate = null, lastFour = null, firstSix = null, billingZip } = token;
    return { card: { tokens, brand, expiresIn: expirationDate, lastFour, firstSix, billingZip } };
  }
  const { routing: routingNumber, account: accountNumber, accountType = 'checking' } = ach!;
  const bankAccount = { routingNumber, accountNumber, accountType };
  const faults = bankFaults(bankAccount, { sandbox: house.settings.mode === 'sandbox' });
  const names: Record<string, string> = { routingNumber: 'ach.routing', accountNumber: 'ach.account' };
  return faults.length === 0
    ? { bankAccount }
    : invalid(faults.map(({ path, message }) => ({ path: names[path] ?? path, message })));
}

function isExpired(house: House, { expiresIn }: Card): boolean {
  return expiresIn !== null && expiresIn < servicingDay(house).slice(0, 7);
}

/** Null: nobody knows. */
async function checked(house: House, wanted: Wanted): Promise<CheckFact | null> {
  try {
    return await house.processor.check(wanted);
  } catch (error) {
    house.log.error({ err: error }, 'the processor could not be asked about a payment method');
    return null;
  }
}

async function keep(
  house: House,
  customerId: string,
  wanted: Wanted,
  { label, primary }: { label: string | undefined; primary: boolean },
): Promise<{ id: string; writes: Write[] }> {
  if ('card' in wanted) {
    const kept = await keepCard(house, { ...wanted.card, customerId, label: label ?? null, primary });
    return { id: kept.cardId, writes: kept.writes };
  }
  const kept = await keepBankAccount(house, { ...wanted.bankAccount, customerId, label, primary });
  return { id: kept.bankAccountId, writes: kept.writes };
}

function invalid(fields: { path: string; message: string }[]): Refused {
  return refuse('ValidationError', 'This payment method can not be added as it is.', { fields });
}
