import { bankDayNumberBefore, type DebitConvention, shiftNumberToBankDay } from '../calendar/bank-days.ts';
import { type Day, dayOfNumber } from '../calendar/day.ts';
import { type Cycle, dueDayNumbers, type Frequency, firstDue } from '../calendar/pay-cycle.ts';
import { type Cents, type Rate, timesHalfUp } from '../money/money.ts';

/**
 * Everything a schedule is: an installment is computed from it when somebody asks, and stored once it is billed. Rents
 * are without tax. `firstRent` is the rent of payment 1 where it is not the regular one: a fixed one (domain 1.1), or taken
 * at signing, then re-priced before delivery (2.5); `firstTax` is then what of its tax was kept.
 */
export type ScheduleTerms = {
  readonly frequency: Frequency;
  readonly count: number;
  readonly regular: Cents;
  readonly last: Cents;
  readonly firstRent?: Cents;
  readonly firstTax?: Cents;
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
  const due = dueNumbers(terms);
  const taxOf = taxByRent(taxRate);
  const all: Installment[] = [];
  for (let number = 1; number <= terms.count; number += 1) all.push(installmentOf(terms, number, due, taxOf));
  return all;
}

/** The due days of all payments in order, without asking the bank's calendar: a paper lists these alone. */
export function dueDays(terms: ScheduleTerms): Day[] {
  const due = dueNumbers(terms);
  return Array.from({ length: terms.count }, (_, index) => dueOn(terms, index + 1, due));
}

/**
 * Installment `number` alone, the same as in the whole list.
 * @throws RangeError when the schedule has no such number.
 */
export function installment(terms: ScheduleTerms, taxRate: Rate, number: number): Installment {
  if (!Number.isSafeInteger(number) || number < 1 || number > terms.count) {
    throw new RangeError(`A schedule of ${terms.count} payments has no payment ${number}.`);
  }
  return installmentOf(terms, number, dueNumbers(terms), (rent) => timesHalfUp(rent, taxRate));
}

/** How many installments are due on or before the day: they are the numbers 1 to this. */
export function dueBy(terms: ScheduleTerms, day: Day): number {
  const numbers = dueNumbers(terms);
  let due = 0;
  let open = terms.count;
  while (due < open) {
    const middle = Math.ceil((due + open) / 2);
    if (dueOn(terms, middle, numbers) <= day) due = middle;
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

type DueNumbers = (k: number) => number;

/** Day numbers of the payments after the first: k = 0 is payment 2. */
function dueNumbers({ cycle, startOn, leadDays }: ScheduleTerms): DueNumbers {
  return dueDayNumbers(cycle, firstDue(cycle, startOn, leadDays));
}

function installmentOf(
  terms: ScheduleTerms,
  number: number,
  due: DueNumbers,
  taxOf: (rent: Cents) => Cents,
): Installment {
  const rent = rentOf(terms, number);
  if (number === 1) {
    const { startOn, firstTax: tax = taxOf(rent) } = terms;
    return { number, dueOn: startOn, debitOn: startOn, originateOn: startOn, rent, tax };
  }
  const tax = taxOf(rent);
  const dueNumber = due(number - 2);
  const debit = shiftNumberToBankDay(dueNumber, terms.debit);
  return {
    number,
    dueOn: dayOfNumber(dueNumber),
    debitOn: dayOfNumber(debit),
    originateOn: dayOfNumber(bankDayNumberBefore(debit)),
    rent,
    tax,
  };
}

function dueOn(terms: ScheduleTerms, number: number, due: DueNumbers): Day {
  return number === 1 ? terms.startOn : dayOfNumber(due(number - 2));
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
