import { leadDaysDefault } from '#core/calendar/pay-cycle.ts';
import { scheduleOf } from '#core/lease/lease.ts';
import { rate } from '#core/money/money.ts';
import { priceLease } from '#core/pricing/price.ts';
import { installments } from '#core/schedule/schedule.ts';

/** How many leases a second one core prices and lays out in days: 52 weekly payments each, with debit days and tax. */
export function coreSpeed(seconds: number): number {
  const taxRate = rate('0.0825');
  const until = performance.now() + seconds * 1000;
  let leases = 0;
  const started = performance.now();
  for (let now = started; now < until; now = performance.now()) {
    for (let one = 0; one < 100; one += 1) priceAndSchedule(13_067 + (leases % 100_000), taxRate);
    leases += 100;
  }
  return leases / ((performance.now() - started) / 1000);
}

function priceAndSchedule(cashPrice: number, taxRate: ReturnType<typeof rate>): void {
  const price = priceLease({
    cashPrice,
    factor: rate('2.00'),
    totalCap: null,
    processingFee: 0,
    frequency: 'weekly',
    termWeeks: 52,
    taxRate,
    feeTaxable: false,
  });
  if ('refused' in price) throw new Error(`No price for ${cashPrice}.`);
  const { count, regular, last } = price;
  const terms = { frequency: 'weekly', count, regular, last, payDate: null, leadDays: leadDaysDefault } as const;
  installments(scheduleOf({ ...terms, debit: 'following' }, '2026-11-21'), taxRate);
}
