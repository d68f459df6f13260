import { readdirSync, readFileSync } from 'node:fs';
import type { CapPerRhythm, FeeCap, Law, LawRecord, Method, Rules } from '../../checker/lease-case.ts';
import type { Chance } from '../chance.ts';

const folder = new URL('../../rules/', import.meta.url);

/** Every record of `rules/`, with the general one it stands on. */
export const shippedLaws: readonly Law[] = readShipped();

function readShipped(): Law[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'served.json');
  const records = names.map((name): LawRecord & { base: string | null } =>
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
  );
  return records.map((record) => ({
    record,
    base: record.base === null ? null : records.find(({ version }) => version === record.base)!,
  }));
}

/** A law that no place has, on the general one: any section of it may be of any kind that a record can say. */
export function madeUpLaw(chance: Chance): Law {
  const rules = Object.fromEntries(
    Object.entries(madeUpRules(chance))
      .filter(() => !chance.oneIn(4))
      .map(([section, value]) => [section, { value, source: ['made up'], confidence: 'low', verified: false }]),
  );
  const about = { state: 'ZZ', base: 'default-1', enabled: true, effective_from: '2024-01-01', statute: 'made up' };
  const record = { ...about, version: 'made-up', rules };
  return { record, base: shippedLaws.find(({ record: { version } }) => version === 'default-1')!.record };
}

function madeUpRules(
  chance: Chance,
): { [S in Exclude<keyof Rules, 'processing_fee' | 'tax'>]: Rules[S] } & { tax: object } {
  const days = (limit: number) => chance.below(limit);
  return {
    total_cap: chance.pick([null, '2.00', '2.25', '2.40', '2.2222', '1.5', '1.05']),
    early_purchase: {
      window_days: chance.pick([0, 30, 60, 90, 100]),
      premium: chance.pick(['0', '0.05', '0.0333']),
      share: chance.pick(['0.50', '0.60', '0.75', '0.333', '1']),
    },
    statutory_early_purchase: chance.oneIn(8) ? null : madeUpMethods(chance),
    auto_vest_share: chance.pick([null, null, '0.50', '0.6', '0.75', '1']),
    late_fee: {
      min_days_late: { weekly: 1 + days(6), biweekly: 1 + days(6), other: 1 + days(10) },
      cap: chance.oneIn(4) ? madeUpCapPerRhythm(chance) : madeUpCap(chance, 2),
    },
    payment_order: chance.pick(['oldest_first', 'newest_first'] as const),
    reinstatement: {
      kept: chance.pick([
        { type: 'days', after: { weekly: days(12), biweekly: days(12), semimonthly: days(40), monthly: days(70) } },
        { type: 'days_or_half_period', days: days(20) },
        { type: 'periods', count: days(5) },
      ] as const),
      returned: { lt_two_thirds_days: days(100), ge_two_thirds_days: days(400) },
      fee_cents: chance.pick([0, 500]),
      fee_per: chance.pick(['reinstatement', 'missed_payment'] as const),
    },
    renegotiation: { threshold: chance.pick(['0.25', '0.1', '0.5', '0']), any_change: chance.oneIn(4) },
    tax: { mode: 'stream', fee_taxable: chance.oneIn(2), late_fee_taxable: false },
  };
}

/** Zero or one with a window, which ends, and one that holds for ever. */
function madeUpMethods(chance: Chance): Method[] {
  const share = chance.pick(['0.50', '0.45', '0.55', '0.3', '1']);
  const lasting: Method = chance.pick([
    { method: 'pct_remaining', share, past_due_at_full: chance.oneIn(2) },
    { method: 'cash_minus_share_paid', share },
    { method: 'cash_proportional' },
    { method: 'cash_proportional_min_one' },
    { method: 'cash_over_total_times_future' },
  ]);
  const window = {
    from: chance.pick(['signed', 'delivered'] as const),
    months: chance.below(5),
    days: chance.below(40),
  };
  const premium = chance.pick(['0', '0', '0.025']);
  return chance.oneIn(2) ? [lasting] : [{ method: 'same_as_cash', premium, window }, lasting];
}

function madeUpCapPerRhythm(chance: Chance): CapPerRhythm {
  const cap = () => madeUpCap(chance, 1);
  return { type: 'by_frequency', of: { weekly: cap(), biweekly: cap(), semimonthly: cap(), monthly: cap() } };
}

function madeUpCap(chance: Chance, depth: number): FeeCap {
  const kind = chance.below(depth > 0 ? 5 : 2);
  if (kind === 0) return { type: 'flat', cents: chance.below(1_500) };
  if (kind === 1) return { type: 'pct', rate: chance.pick(['0.05', '0.1', '0.033', '0.125']) };
  if (kind === 2) {
    const steps = [1_000, 2_000, null].map((upto_cents) => ({ upto_cents, cents: chance.below(900) }));
    return { type: 'step', steps };
  }
  const of = Array.from({ length: 1 + chance.below(3) }, () => madeUpCap(chance, depth - 1));
  return kind === 3 ? { type: 'min', of } : { type: 'max', of };
}
