import { addBankDays, type DebitConvention, shiftToBankDay } from '../calendar/bank-days.ts';
import type { Day } from '../calendar/day.ts';
import { type Cycle, dueDay, type Frequency, firstDue } from '../calendar/pay-cycle.ts';
import { type Cents, type Rate, timesHalfUp } from '../money/money.ts';

/**
 * Everything a schedule is: an installment is computed from it when somebody asks, and stored once it is billed. Rents
 * are without tax. `firstRent` is the rent of payment 1 where it is not the regular one: taken at signing, then
 * re-priced before delivery (domain 2.5).
 */
export type ScheduleTerms = {
  readonly frequency: Frequency;
  readonly count: number;
  readonly regular: Cents;
  readonly last: Cents;
  readonly firstRent?: Cents;
  /** The lease start: payment 1 is taken at signing and billed that day. */
  readonly startOn: Day;
  readonly cycle: Cycle;
  readonly leadDays: number;
  readonly debit: DebitConvention;
};

/**
 * One payment of a lease: due by contract on `dueOn`, asked of the bank on `debitOn`, sent the bank day before, on
 * `originateOn` (domain 1.7). Payment 1 is taken at signing and debited no more: its three days are the lease start.
 */
export type Installment = {
  readonly number: number;
  readonly dueOn: Day;
  readonly debitOn: Day;
  readonly originateOn: Day;
  readonly rent: Cents;
  readonly tax: Cents;
};

/** All installments in order, each taxed by itself at that rate (domain 1.5). */
export function installments(terms: ScheduleTerms, taxRate: Rate): Installment[] {
  const first = firstDue(terms.cycle, terms.startOn, terms.leadDays);
  const taxOf = taxByRent(taxRate);
  return Array.from({ length: terms.count }, (_, index) => installmentOf(terms, index + 1, first, taxOf));
}

/** The due days of all payments in order, without asking the bank's calendar: a paper lists these alone. */
export function dueDays(terms: ScheduleTerms): Day[] {
  const first = firstDue(terms.cycle, terms.startOn, terms.leadDays);
  return Array.from({ length: terms.count }, (_, index) => dueOn(terms, index + 1, first));
}

/**
 * Installment `number` alone, the same as in the whole list.
 * @throws RangeError when the schedule has no such number.
 */
export function installment(terms: ScheduleTerms, taxRate: Rate, number: number): Installment {
  if (!Number.isSafeInteger(number) || number < 1 || number > terms.count) {
    throw new RangeError(`A schedule of ${terms.count} payments has no payment ${number}.`);
  }
  const first = firstDue(terms.cycle, terms.startOn, terms.leadDays);
  return installmentOf(terms, number, first, (rent) => timesHalfUp(rent, taxRate));
}

/** How many installments are due on or before the day: they are the numbers 1 to this. */
export function dueBy(terms: ScheduleTerms, day: Day): number {
  const first = firstDue(terms.cycle, terms.startOn, terms.leadDays);
  let due = 0;
  let open = terms.count;
  while (due < open) {
    const middle = Math.ceil((due + open) / 2);
    if (dueOn(terms, middle, first) <= day) due = middle;
    else open = middle - 1;
  }
  return due;
}

/** The rent of the first `count` installments together. */
export function rentOfFirst(terms: ScheduleTerms, count: number): Cents {
  let rent = 0;
  for (let number = 1; number <= count; number += 1) rent += rentOf(terms, number);
  return rent;
}

function installmentOf(terms: ScheduleTerms, number: number, first: Day, taxOf: (rent: Cents) => Cents): Installment {
  const rent = rentOf(terms, number);
  const due = dueOn(terms, number, first);
  if (number === 1) return { number, dueOn: due, debitOn: due, originateOn: due, rent, tax: taxOf(rent) };
  const debitOn = shiftToBankDay(due, terms.debit);
  return { number, dueOn: due, debitOn, originateOn: addBankDays(debitOn, -1), rent, tax: taxOf(rent) };
}

function dueOn(terms: ScheduleTerms, number: number, first: Day): Day {
  return number === 1 ? terms.startOn : dueDay(terms.cycle, first, number - 2);
}

function rentOf(terms: ScheduleTerms, number: number): Cents {
  if (number === 1 && terms.firstRent !== undefined) return terms.firstRent;
  return number === terms.count ? terms.last : terms.regular;
}

/** Nearly all installments have the same rent, so its tax is worked out once. */
function taxByRent(taxRate: Rate): (rent: Cents) => Cents {
  const known = new Map<Cents, Cents>();
  return (rent) => {
    const tax = known.get(rent) ?? timesHalfUp(rent, taxRate);
    known.set(rent, tax);
    return tax;
  };
}
