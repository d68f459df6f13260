import type { Decision } from '#contract/modal/view.ts';
import { reasonText } from '#core/application/reason-text.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Application } from '#server/applications/application.ts';
import { statusOf } from '#server/applications/user-view.ts';
import { weeklySpending } from '#server/applications/weekly-spending.ts';
import type { House } from '#server/house.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { latestMessage } from '#server/messages/latest-message.ts';
import type { Known } from './known.ts';

/** The answer to the customer's application, with what the limit costs, or with the notice as it was sent. */
export async function decisionView(
  house: House,
  { merchant, language }: { merchant: Merchant; language: Language },
  { application, facts, person }: Known,
): Promise<Decision | null> {
  const state = facts.address?.state ?? null;
  const status = application === null ? null : statusOf(house, application, state);
  if (application === null || status === null) return null;
  if (status !== 'approved') {
    const said = answer(status, { reasons: reasonsOf(application, language), notice: await notice() });
    return application.state === 'step_up' ? { ...said, needs: 'documents' } : said;
  }

  const limitCents = facts.approvedLimit;
  const atLimit = weeklySpending(house, { balance: limitCents, state, leaseFactor: merchant.leaseFactor });
  return {
    status,
    limitCents,
    availableCents: Math.max(0, limitCents - facts.openCash),
    weeklyAtLimitCents: atLimit.weekly,
    countAtLimit: atLimit.count,
    totalAtLimitCents: atLimit.total,
    reasons: [],
  };

  async function notice(): Promise<string | null> {
    return status === 'denied' ? await latestMessage(house, person.email, 'application_declined') : null;
  }
}

function answer(
  status: 'pending' | 'denied' | 'error',
  { reasons, notice }: { reasons: string[]; notice: string | null },
): Decision {
  return {
    status: status === 'denied' ? 'denied' : 'pending',
    limitCents: 0,
    availableCents: 0,
    weeklyAtLimitCents: 0,
    reasons: status === 'denied' ? reasons : [],
    ...(notice === null ? {} : { noticeMessage: notice }),
  };
}

function reasonsOf({ decision }: Application, language: Language): string[] {
  return decision === null || !('reasons' in decision)
    ? []
    : decision.reasons.map((reason) => reasonText(reason, language));
}
