import type { Journal } from '#core/lease/change.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { Instant } from '#server/moment.ts';

/** Whose books: every posting carries its customer, its lease and its merchant. */
export type LedgerOwner = { readonly customerId: string; readonly leaseId: string; readonly merchantId: string };

/**
 * The rows of some journals. (lease, event, subject) is written once: a second time is a `Duplicate`, so that no retry
 * can book the same fact twice (domain 6.2).
 */
export function post(owner: LedgerOwner, journals: readonly Journal[], recordedAt: Instant): Write[] {
  const rows = journals.flatMap(({ event, subject, on, postings }) =>
    postings.map((posting, leg) => ({
      customer_id: owner.customerId,
      lease_id: owner.leaseId,
      event,
      subject,
      leg,
      merchant_id: owner.merchantId,
      debit: posting.debit,
      credit: posting.credit,
      amount_cents: posting.amount,
      component: posting.component,
      line: posting.line ?? null,
      installment: posting.installment ?? null,
      journal_on: on,
      recorded_at: recordedAt,
    })),
  );
  return rows.length > 0 ? [insert('posting', rows)] : [];
}
