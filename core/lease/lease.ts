import type { DebitConvention } from '../calendar/bank-days.ts';
import type { Day } from '../calendar/day.ts';
import { cycleFrom, type Frequency } from '../calendar/pay-cycle.ts';
import type { Cents, Rate } from '../money/money.ts';
import { type Installment, installment, rentOfFirst, type ScheduleTerms } from '../schedule/schedule.ts';
import type { LeaseState } from './lifecycle.ts';
import type { LineCounters } from './line.ts';
import type { OrderLine } from './pick-units.ts';

/** A lease as decisions see it: the agreement's figures, where its goods are, and what was billed and paid. */
export type Lease = {
  readonly state: LeaseState;
  /** Of the goods still in the lease, shipping included. */
  readonly cashPrice: Cents;
  readonly totalRent: Cents;
  readonly processingFee: Cents;
  readonly feeTax: Cents;
  readonly factor: Rate;
  readonly totalCap: Rate | null;
  /** Of payments that are not billed yet: the one of the signing day, and from the start of the lease on today's (domain 1.5). */
  readonly taxRate: Rate;
  readonly terms: LeaseTerms;
  /** The planned day of delivery until the goods have arrived, then the day they did. */
  readonly startOn: Day;
  readonly startedOn: Day | null;
  /** Installments billed so far; they are numbers 1 to this. */
  readonly billedCount: number;
  /** The day on which billing has to look again; null before the start and after the end. */
  readonly nextDueOn: Day | null;
  readonly lines: readonly LeaseLine[];
  readonly installments: readonly BilledInstallment[];
  readonly deposit: Deposit;
  /** Signing only authorized the first payment, and nothing of it was taken yet (api-v3 6.6). */
  readonly firstPaymentToCome?: true;
  /** What of the processing fee and its tax is paid; both are billed at the start of the lease. */
  readonly paidFee: Cents;
  readonly paidFeeTax: Cents;
  /** Money that is here and has nothing to pay yet: the next installments take it as they are billed. */
  readonly ahead: Cents;
};

/** When a first payment is taken; `shipment`: signing only authorizes it (api-v3 6.6). */
export type FirstPaymentAt = 'signing' | 'shipment';

/** The schedule's parameters; the dates follow from them and the lease's start. */
export type LeaseTerms = {
  readonly frequency: Frequency;
  readonly count: number;
  readonly regular: Cents;
  readonly last: Cents;
  /** Payment 1 where it is not the regular one: a fixed rent, or taken at signing and re-priced before delivery. */
  readonly firstRent?: Cents;
  /** Its tax where a part of it went back before delivery. */
  readonly firstTax?: Cents;
  readonly payDate: Day | null;
  readonly leadDays: number;
  readonly debit: DebitConvention;
  /** How often the customer has moved the days; absent is never. */
  readonly dateChanges?: number;
};

/** One line of the order, its units counted and its cash price followed to where it went. */
export type LeaseLine = LineCounters &
  OrderLine & {
    readonly line: number;
    readonly cash: Cents;
    readonly deliveredCash: Cents;
    readonly cancelledCash: Cents;
    readonly returnedCash: Cents;
    /** What the goods of this line stand for in 1200 (cash price less the merchant's discount), and how much of it is used up. */
    readonly cost: Cents;
    readonly depreciated: Cents;
  };

export type BilledInstallment = {
  readonly number: number;
  readonly dueOn: Day;
  readonly debitOn: Day;
  readonly rent: Cents;
  readonly tax: Cents;
  /** In force on the due day at the place of the goods. */
  readonly taxRate: Rate;
  readonly paidRent: Cents;
  readonly paidTax: Cents;
  /** Taken back by a re-pricing; what is left of rent is what was billed for good. */
  readonly reversedRent: Cents;
  readonly reversedTax: Cents;
};

/**
 * Money by what it was for. As the deposit of a lease: taken before delivery and held for it, what was collected less
 * what came back or goes back. As a refund: `ahead` is what had paid nothing that was billed.
 */
export type Deposit = {
  readonly rent: Cents;
  readonly tax: Cents;
  readonly fee: Cents;
  readonly feeTax: Cents;
  readonly ahead: Cents;
};

export const noDeposit: Deposit = { rent: 0, tax: 0, fee: 0, feeTax: 0, ahead: 0 };

export function depositTotal({ rent, tax, fee, feeTax, ahead }: Deposit): Cents {
  return rent + tax + fee + feeTax + ahead;
}

/** The schedule's terms as the calendar wants them, for a lease that starts on `startOn`. */
export function scheduleOf(terms: LeaseTerms, startOn: Day): ScheduleTerms {
  const { payDate, ...rest } = terms;
  return { ...rest, startOn, cycle: cycleFrom(terms.frequency, payDate, startOn) };
}

/** Installment `number` of this lease as it stands, billed or not. */
export function installmentOf(lease: Lease, number: number): Installment {
  return installment(scheduleOf(lease.terms, lease.startOn), lease.taxRate, number);
}

/** What is paid before delivery: payment 1 and the processing fee, with their tax (domain 1.1). */
export function firstPaymentOf(lease: Lease): Deposit {
  const { rent, tax } = installmentOf(lease, 1);
  return { rent, tax, fee: lease.processingFee, feeTax: lease.feeTax, ahead: 0 };
}

/** Rent that is promised and not billed: the memo book holds exactly this (domain 6.4, invariant 3). */
export function unbilledRent(lease: Lease): Cents {
  const whole = scheduleOf(lease.terms, lease.startOn);
  return rentOfFirst(whole, lease.terms.count) - rentOfFirst(whole, lease.billedCount);
}

/** Rent that was paid: of billed installments, or held as deposit before delivery. */
export function paidRent(lease: Lease): Cents {
  return lease.installments.reduce((sum, one) => sum + one.paidRent, lease.deposit.rent);
}

/** Cash price of the units still in the lease. */
export function keptCash(lines: readonly LeaseLine[]): Cents {
  return lines.reduce((sum, line) => sum + line.cash - line.cancelledCash - line.returnedCash, 0);
}

/** The part of `value` that falls on `units` of `of` units: the last ones take the rest, so that parts add up to the whole. */
export function shareOf(value: Cents, units: number, of: number): Cents {
  return units === of ? value : Math.floor((2 * value * units + of) / (2 * of));
}
