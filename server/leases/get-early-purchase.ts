import type { EarlyPurchaseQuery } from '#contract/v3/lease-figures.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { View } from '#core/lease/counterfactual.ts';
import { type EarlyPurchaseQuote, quoteEarlyPurchase } from '#core/lease/early-purchase-quote.ts';
import { wireNumber } from '#core/money/decimal.ts';
import { earlyPurchaseDerivations } from '#core/pricing/derivation.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { leaseAtStore } from '#server/leases/find-lease.ts';
import { taxRateOf } from '#server/leases/lease-tax.ts';
import { canBeBought, nothingToBuy, notTheirs, viewOf } from '#server/leases/lease-view.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { done, type Outcome, refuseMember } from '#server/outcome.ts';

/** What it costs to own the goods that day, today when none is named (domain 2.3). */
export async function getEarlyPurchase(
  house: House,
  call: Call<unknown, EarlyPurchaseQuery>,
): Promise<Outcome<object>> {
  const found = await leaseAtStore(house.db, call, call.params.leaseId!);
  if (found === null) return notTheirs;
  const { query } = call;
  const view = viewOf(house, found);
  const on = query.on ?? view.today;
  if (on < view.today || on > addDays(view.today, daysAheadMost)) {
    const message = `must be a day from today, ${view.today}, to ${addDays(view.today, daysAheadMost)}`;
    return refuseMember('on', message);
  }
  const quote = canBeBought(found) ? await quoteOn(house, found, view, on) : null;
  if (quote === null) return nothingToBuy;
  const dayAfter = await quoteOn(house, found, view, addDays(on, 1));
  return done({
    leaseId: found.leaseId,
    ...earlyPurchaseView(quote),
    dayAfter: dayAfter === null ? null : { date: dayAfter.on, total: wireNumber(dayAfter.total) },
    leaseVersion: found.version,
    derivation: earlyPurchaseDerivations(quote.standing, quote),
  });
}

/** The price on that day, taxed at the rate that is in force then as far as it is known today. */
async function quoteOn(house: House, found: StoredLease, view: View, on: Day): Promise<EarlyPurchaseQuote | null> {
  const taxRate = await taxRateOf(house, found, on);
  return quoteEarlyPurchase(found.lease, { ...view, taxRate }, { today: view.today, on });
}

/** A quote may name a day this far ahead: longer than any lease. */
const daysAheadMost = 1_000;

function earlyPurchaseView(quote: EarlyPurchaseQuote) {
  const { rent, fees, tax, total, saving, standing } = quote;
  return {
    ...{ date: quote.on, method: quote.method, by: quote.by, validThrough: quote.validThrough },
    ...{ total: wireNumber(total), rent: wireNumber(rent), fees: wireNumber(fees), tax: wireNumber(tax) },
    saving: wireNumber(saving),
    rentPaid: wireNumber(standing.paidRent),
    pending: wireNumber(quote.pending),
    cashPrice: wireNumber(standing.cashPrice),
  };
}
