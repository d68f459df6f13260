import type { Decision } from '#contract/modal/view.ts';
import { reasonText } from '#core/application/reason-text.ts';
import { waitsFor } from '#core/application/waits-for.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Application } from '#server/applications/application.ts';
import { latestNotice, type NoticeShown } from '#server/applications/latest-notice.ts';
import { statusOf } from '#server/applications/user-view.ts';
import { weeklySpending } from '#server/applications/weekly-spending.ts';
import { stillAvailable } from '#server/customers/spending.ts';
import type { House } from '#server/house.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import type { Known } from './known.ts';

/** The answer to the customer's application, with what the limit costs, and with the notice of it as it was sent. */
export async function decisionView(
  house: House,
  { merchant, language }: { merchant: Merchant; language: Language },
  { application, facts }: Known,
): Promise<Decision | null> {
  const state = facts.address?.state ?? null;
  const status = application === null ? null : statusOf(house, application, state);
  if (application === null || status === null) return null;
  const notice = await latestNotice(house, application);
  if (status !== 'approved') return answer(status, { application, language, notice });

  const limitCents = facts.approvedLimit;
  const atLimit = weeklySpending(house, { balance: limitCents, state, leaseFactor: merchant.leaseFactor });
  return {
    status,
    limitCents,
    availableCents: stillAvailable(house, limitCents, facts),
    weeklyAtLimitCents: atLimit.weekly,
    countAtLimit: atLimit.count,
    totalAtLimitCents: atLimit.total,
    reasons: [],
    ...noticed(notice),
  };
}

function answer(
  status: 'pending' | 'denied' | 'error',
  { application, language, notice }: { application: Application; language: Language; notice: NoticeShown | null },
): Decision {
  return {
    status: status === 'denied' ? 'denied' : 'pending',
    limitCents: 0,
    availableCents: 0,
    weeklyAtLimitCents: 0,
    reasons: status === 'denied' ? reasonsOf(application, language) : [],
    ...(status === 'denied' ? noticed(notice) : {}),
    ...(status === 'denied' ? {} : { waitsFor: turnOf(application) }),
  };
}

/** Whose turn it is while nothing is decided. */
function turnOf({ state, documentsReceivedAt }: Application): Decision['waitsFor'] {
  const turn = waitsFor(state, { documentsReceived: documentsReceivedAt !== null });
  return turn === 'nobody' ? undefined : turn;
}

const noticed = (notice: NoticeShown | null): Partial<Decision> =>
  notice === null ? {} : { noticeMessage: notice.body, reportUsed: notice.reportUsed };

function reasonsOf({ decision }: Application, language: Language): string[] {
  return decision === null || !('reasons' in decision)
    ? []
    : decision.reasons.map((reason) => reasonText(reason, language));
}
