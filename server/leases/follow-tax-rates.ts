import { changeTaxRate } from '#core/lease/change-tax-rate.ts';
import { installmentOf } from '#core/lease/lease.ts';
import { isSameRate, rate } from '#core/money/money.ts';
import { carryOut } from '#server/carry-out.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseById, leasesTaxedAt, type TaxedPlace, taxedPlaces } from '#server/leases/find-lease.ts';
import { taxRateOf } from '#server/leases/lease-tax.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

const batchMax = 500;

/**
 * Gives the leases of every place the tax rate that is in force there today, for what is not billed yet (domain 1.5). The
 * customers are told what their next payment is.
 */
export async function followTaxRates(house: House): Promise<number> {
  let moved = 0;
  for (const place of await taxedPlaces(house.db)) {
    const today = await house.taxRates.rateAt(place, dayInState(house, place.state));
    if (today === null || isSameRate(rate(today), rate(place.taxRate))) continue;
    moved += await followAt(house, place);
  }
  return moved;
}

async function followAt(house: House, place: TaxedPlace): Promise<number> {
  let moved = 0;
  for (let after = ''; ; ) {
    const leases = await leasesTaxedAt(house.db, place, after, batchMax);
    for (const { customerId, leaseId } of leases) {
      const result = await carryOut(house, () => follow(house, customerId, leaseId));
      if ('answer' in result && result.answer) moved += 1;
    }
    const last = leases.at(-1);
    if (last === undefined || leases.length < batchMax) return moved;
    after = `${last.customerId}/${last.leaseId}`;
  }
}

async function follow(house: House, customerId: string, leaseId: string): Promise<Outcome<boolean>> {
  const found = await leaseById(house.db, customerId, leaseId);
  if (found === null) return done(false);
  const on = dayInState(house, found.governingState);
  const subject = newId(house);
  const change = changeTaxRate(found.lease, await taxRateOf(house, found, on), { on, subject });
  if (change === null) return done(false);
  const { lease } = change;
  const next = lease.billedCount < lease.terms.count ? installmentOf(lease, lease.billedCount + 1) : null;
  const writes = saveChange(house, found, change, { subject, on, reason: 'the tax on payments made ahead is lower' });
  if (next === null) return done(true, ...writes);
  const text = messagesIn(found.customer.locale).tax_changed({
    ...addressed(house, found),
    payment: next.rent + next.tax,
    tax: next.tax,
    dueOn: next.dueOn,
  });
  return done(
    true,
    ...writes,
    announce(house, { type: 'lease.tax_changed', ...ownerOf(found), payload: { transactionId: found.transactionId } }),
    ...tellCustomer(house, found, 'tax_changed', text),
  );
}
