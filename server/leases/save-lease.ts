import { isDeepStrictEqual } from 'node:util';
import type { BilledInstallment, Lease } from '#core/lease/lease.ts';
import { isPaidOff } from '#core/lease/owed.ts';
import { isVestedByLaw } from '#core/lease/vest-by-law.ts';
import { rateText } from '#core/money/money.ts';
import { expecting, insert, json, type Write, write } from '#server/db/write.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import type { Instant } from '#server/moment.ts';

/** Saves what a decision changed: the lease under its version, the lines and installments that differ. */
export function saveLease(before: StoredLease, after: Lease, also: LeaseColumns = {}): Write[] {
  const { customerId, leaseId, version } = before;
  const moved = after.lines.filter((line) =>
    differs(
      line,
      before.lease.lines.find((old) => old.line === line.line),
    ),
  );
  const known = new Map(before.lease.installments.map((old) => [old.number, old]));
  const billed = after.installments.filter((next) => !known.has(next.number));
  const changed = after.installments.filter((next) => known.has(next.number) && differs(next, known.get(next.number)));
  return [
    expecting(
      1,
      'lease',
      write`update lease set state = ${after.state}, version = version + 1, cash_price_cents = ${after.cashPrice},
        total_rent_cents = ${after.totalRent}, processing_fee_cents = ${after.processingFee}, fee_tax_cents = ${after.feeTax},
        tax_rate = ${rateText(after.taxRate)}, share_reached = ${isVestedByLaw(after, before.autoVestShare)}, terms = ${json(after.terms)}, start_on = ${after.startOn},
        started_on = ${after.startedOn}, ahead_cents = ${after.ahead}, fee_paid_cents = ${after.paidFee},
        fee_tax_paid_cents = ${after.paidFeeTax}, paid_off = ${isPaidOff(after)}, billed_count = ${after.billedCount}, next_due_on = ${after.nextDueOn},
        signed_at = coalesce(${also.signedAt ?? null}, signed_at), finalize_by = coalesce(${also.finalizeBy ?? null}, finalize_by),
        finalized_at = coalesce(${also.finalizedAt ?? null}, finalized_at), ended_at = coalesce(${also.endedAt ?? null}, ended_at),
        end_reason = coalesce(${also.endReason ?? null}, end_reason), signature = coalesce(${also.signature ?? null}::jsonb, signature),
        agreement_sealed = coalesce(${also.agreementSealed ?? null}::bytea, agreement_sealed)
        where customer_id = ${customerId} and lease_id = ${leaseId} and version = ${version}`,
    ),
    ...moved.map(
      (
        line,
      ) => write`update lease_line set cancelled = ${line.cancelled}, shipped = ${line.shipped}, delivered = ${line.delivered},
        merchant_returned = ${line.merchantReturned}, surrendered = ${line.surrendered}, delivered_cents = ${line.deliveredCash},
        cancelled_cents = ${line.cancelledCash}, returned_cents = ${line.returnedCash}, cost_cents = ${line.cost},
        depreciated_cents = ${line.depreciated}
        where customer_id = ${customerId} and lease_id = ${leaseId} and line = ${line.line}`,
    ),
    ...(billed.length > 0
      ? [
          insert(
            'installment',
            billed.map((one) => installmentRow(before, one)),
          ),
        ]
      : []),
    ...changed.map(
      (
        one,
      ) => write`update installment set debit_on = ${one.debitOn}, paid_rent_cents = ${one.paidRent}, paid_tax_cents = ${one.paidTax},
        reversed_rent_cents = ${one.reversedRent}, reversed_tax_cents = ${one.reversedTax}
        where customer_id = ${customerId} and lease_id = ${leaseId} and number = ${one.number}`,
    ),
  ];
}

/** Columns that no decision of the core touches, set once. */
export type LeaseColumns = {
  readonly signedAt?: Instant;
  readonly finalizeBy?: Instant;
  readonly finalizedAt?: Instant;
  readonly endedAt?: Instant;
  readonly endReason?: string;
  readonly signature?: string;
  readonly agreementSealed?: Uint8Array;
};

function installmentRow(of: StoredLease, one: BilledInstallment) {
  return {
    customer_id: of.customerId,
    lease_id: of.leaseId,
    number: one.number,
    due_on: one.dueOn,
    debit_on: one.debitOn,
    rent_cents: one.rent,
    tax_cents: one.tax,
    tax_rate: rateText(one.taxRate),
    paid_rent_cents: one.paidRent,
    paid_tax_cents: one.paidTax,
    reversed_rent_cents: one.reversedRent,
    reversed_tax_cents: one.reversedTax,
    billed_on: one.dueOn,
  };
}

function differs(a: object, b: object | undefined): boolean {
  return !isDeepStrictEqual(a, b);
}
