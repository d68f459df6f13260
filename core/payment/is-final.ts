import { addBankDays } from '../calendar/bank-days.ts';
import type { Day } from '../calendar/day.ts';
import type { Rail } from '../ledger/postings.ts';
import type { AttemptState } from './lifecycle.ts';

const bankDaysAfterSettlement = 3;

/**
 * Whether nothing is open about an attempt any more (domain 2.4): a card is final at capture, a debit three bank days after
 * it settled. One that failed or came back is settled business. A later return is a case of its own.
 */
export function isFinal(attempt: { rail: Rail; state: AttemptState; settledOn: Day | null }, today: Day): boolean {
  switch (attempt.state) {
    case 'scheduled':
    case 'submitted':
      return false;
    case 'pending':
      return attempt.rail === 'card';
    case 'settled':
    case 'part_refunded':
    case 'refunded':
      if (attempt.rail === 'card' || attempt.settledOn === null) return true;
      return addBankDays(attempt.settledOn, bankDaysAfterSettlement) <= today;
    case 'disputed':
      return false;
    default:
      return true;
  }
}
