import type { RefundBody } from '#contract/v3/transactions.ts';
import { depositTotal, installmentOf, keptCash, type Lease } from '#core/lease/lease.ts';
import { isOnHold, leaseLifecycle } from '#core/lease/lifecycle.ts';
import { kept } from '#core/lease/line.ts';
import { lowerPrice, type PriceCut } from '#core/lease/lower-price.ts';
import { decimalText, lineCents } from '#core/money/decimal.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { firstPaymentUnderWay } from '#server/payments/take-first-payment.ts';
import { settlementOfLease } from '#server/settlements/settlement-of-lease.ts';
import { fundedByLine } from '#server/settlements/take-back.ts';
import { endedEarly, notSigned, transactionNotFound } from '#server/transactions/finalize.ts';
import { saveWithdrawal } from '#server/transactions/save-withdrawal.ts';

export type Refunded = { refunded: { sku: string; lineNumber: number }[] };

/**
 * The merchant gives back prices or parts of them (api-v3 6.8): we are owed that much less or keep it from its next payout,
 * and the customer's lease is priced again without it. An item at its full price leaves the lease. All of the request
 * or nothing; an item that has left already is told as refunded and changes nothing.
 */
export async function refundItems(
  house: House,
  merchantId: string,
  transactionId: string,
  items: RefundBody['items'],
): Promise<Outcome<Refunded>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found === null) return transactionNotFound(transactionId);
  const asked = cutsOf(found, items);
  if ('refused' in asked) return asked;
  const answer = { refunded: items.map(({ sku, lineNumber }) => ({ sku, lineNumber })) };
  const cuts = asked.filter(({ line }) => isInLease(found.lease, line));
  if (cuts.length === 0) return done(answer);
  const refused = endedEarly(found) ?? notSigned(found) ?? firstPaymentUnderWay(found);
  if (refused !== null) return refused;
  if (isOnHold(found.lease.state))
    return refuse('LeaseOnHold', 'This lease is on hold: nothing of it is refunded for now. Ask us.');

  const on = dayInState(house, found.governingState);
  const subject = newId(house);
  const settlement = await settlementOfLease(house.db, merchantId, found.leaseId);
  const change = lowerPrice(found.lease, { cuts, on, subject, funded: fundedByLine(settlement) });
  if ('refused' in change) {
    return change.refused === 'LeaseOver'
      ? invalid([
          { path: 'items', message: 'can not be refunded: this lease has ended and nothing of it is left to pay' },
        ])
      : invalid(items.flatMap((_, index) => tooDeep(asked, index, change)));
  }
  const reason = 'refunded by the merchant';
  const writes = saveWithdrawal(house, found, change, { subject, on, reason, settlement, units: [] });
  return done(answer, ...writes, ...letterAbout(house, found, change));
}

type Asked = PriceCut & { readonly item: number; readonly member: 'itemCredit' | 'shippingCredit' };

/** An article on several lines needs its line number; one that stands once is found whatever the merchant's order calls its line. */
function cutsOf({ goods }: StoredLease, items: RefundBody['items']): Asked[] | Refused {
  const shipping = goods.find(({ kind }) => kind === 'shipping');
  const fields: Field[] = [];
  const cuts = items.flatMap(({ sku, lineNumber, itemCredit = '0', shippingCredit = '0' }, item): Asked[] => {
    const named = goods.filter((one) => one.sku === sku);
    const line = named.length === 1 ? named[0] : named.find((one) => one.line === lineNumber);
    if (line === undefined) {
      const message =
        named.length === 0
          ? 'is not in this transaction'
          : `stands on lines ${named.map((one) => one.line).join(', ')}`;
      fields.push({ path: `items[${item}].${named.length === 0 ? 'sku' : 'lineNumber'}`, message });
      return [];
    }
    const [goodsBack, shippingBack] = [lineCents(itemCredit, 1), lineCents(shippingCredit, 1)];
    if (shippingBack > 0 && shipping === undefined) {
      fields.push({
        path: `items[${item}].shippingCredit`,
        message: 'is more than this transaction was charged for shipping, which is nothing',
      });
    }
    if (goodsBack + shippingBack === 0)
      fields.push({ path: `items[${item}]`, message: 'needs an itemCredit or a shippingCredit above zero' });
    return [
      ...(goodsBack > 0 ? [{ line: line.line, amount: goodsBack, item, member: 'itemCredit' } as const] : []),
      ...(shippingBack > 0 && shipping
        ? [{ line: shipping.line, amount: shippingBack, item, member: 'shippingCredit' } as const]
        : []),
    ];
  });
  return fields.length > 0 ? invalid(fields) : cuts;
}

/** Whether any of a line is left to be refunded; what has left is a fact that may be said twice. */
function isInLease({ lines }: Lease, number: number): boolean {
  const line = lines.find((one) => one.line === number);
  return line !== undefined && kept(line) > 0;
}

function tooDeep(asked: readonly Asked[], item: number, cut: { line: number; possible: number }): Field[] {
  return asked
    .filter((one) => one.item === item && one.line === cut.line)
    .map(({ member }) => ({
      path: `items[${item}].${member}`,
      message: `is more than the ${decimalText(cut.possible)} that the lease still counts for it`,
    }));
}

type Field = { path: string; message: string };

function invalid(fields: Field[]): Refused {
  const [first] = fields;
  return refuse('ValidationError', `'${first?.path}' ${first?.message}.`, { fields });
}

type Change = Exclude<ReturnType<typeof lowerPrice>, { refused: string }>;

function letterAbout(house: House, found: StoredLease, { lease, refund: ordered }: Change): Write[] {
  const about = { ...addressed(house, found), refund: ordered === null ? 0 : depositTotal(ordered) };
  if (lease.state === 'cancelled') {
    return tellCustomer(
      house,
      found,
      'lease_cancelled_refund',
      messagesIn(found.customer.locale).lease_cancelled_refund(about),
    );
  }
  // Payment 1 was taken at signing and is billed on delivery.
  const number = Math.max(lease.billedCount, lease.deposit.rent > 0 ? 1 : 0) + 1;
  const next =
    leaseLifecycle.ends.includes(lease.state) || number > lease.terms.count ? null : installmentOf(lease, number);
  const nextPayment = { nextPayment: next === null ? null : next.rent + next.tax, nextDueOn: next?.dueOn ?? null };
  if (lease.state === 'returned') {
    const items = found.goods.flatMap(({ kind, line, description }) => {
      const quantity = found.lease.lines.filter((one) => one.line === line).reduce((sum, one) => sum + kept(one), 0);
      return kind === 'item' && quantity > 0 ? [{ description, quantity }] : [];
    });
    const text = messagesIn(found.customer.locale).return_confirmed({ ...about, ...nextPayment, items });
    return tellCustomer(house, found, 'return_confirmed', text);
  }
  const text = messagesIn(found.customer.locale).price_lowered({
    ...about,
    ...nextPayment,
    given: keptCash(found.lease.lines) - keptCash(lease.lines),
    cashPrice: lease.cashPrice,
    totalRent: lease.totalRent,
  });
  return tellCustomer(house, found, 'price_lowered', text);
}
