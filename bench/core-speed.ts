import { leadDaysDefault } from '#core/calendar/pay-cycle.ts';
import { scheduleOf } from '#core/lease/lease.ts';
import { rate } from '#core/money/money.ts';
import { priceLease } from '#core/pricing/price.ts';
import { installments } from '#core/schedule/schedule.ts';

/**
 * How many leases a second one core prices and lays out in days, 52 weekly payments each with due, debit and filing day,
 * rent and tax; `written` as the JSON that an agreement keeps of it: the price, and every due day.
 */
export function coreSpeed(seconds: number, written = false): number {
  const taxRate = rate('0.0825');
  const until = performance.now() + seconds * 1000;
  let leases = 0;
  let characters = 0;
  const started = performance.now();
  for (let now = started; now < until; now = performance.now()) {
    for (let one = 0; one < 100; one += 1) {
      const { price, payments } = priceAndSchedule(13_067 + (leases % 100_000), taxRate);
      if (written) characters += JSON.stringify({ ...price, dueOn: payments.map(({ dueOn }) => dueOn) }).length;
    }
    leases += 100;
  }
  if (written && characters === 0) throw new Error('nothing was written');
  return leases / ((performance.now() - started) / 1000);
}

function priceAndSchedule(cashPrice: number, taxRate: ReturnType<typeof rate>) {
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
  return { price, payments: installments(scheduleOf({ ...terms, debit: 'following' }, '2026-11-21'), taxRate) };
}
