import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import { mayCharge } from '#core/pricing/processing-fee.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';

/** The served states whose law allows a processing fee of this amount today, by their two letters; for no fee, none. */
export function feeStates(house: House, fee: Cents): string[] {
  if (fee === 0) return [];
  return feeLaws(house)
    .filter(({ law }) => mayCharge(fee, law))
    .map(({ state }) => state);
}

/** What the law allows anywhere, in words: `IN up to $10.00`. */
export function feesAllowed(house: House): string {
  const allowed = feeLaws(house).flatMap(({ state, law: { allowed: any, maxCents } }) =>
    any ? [`${state} ${maxCents === null ? 'any' : `up to ${dollars(maxCents)}`}`] : [],
  );
  return allowed.length === 0 ? 'none does' : allowed.join(', ');
}

function feeLaws(house: House) {
  const today = servicingDay(house);
  return house.rules.servedStates().flatMap((state) => {
    const law = house.rules.rulesFor(state, today);
    return 'notOffered' in law ? [] : [{ state, law: law.rules.processingFee }];
  });
}
