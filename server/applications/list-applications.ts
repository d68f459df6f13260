import type {
  ApplicationLine,
  ListApplicationsAnswer,
  ListApplicationsQuery,
} from '#contract/v3/operator-applications.ts';
import { reviewCauseText } from '#core/application/review.ts';
import { statesWaitingFor, waitsFor } from '#core/application/waits-for.ts';
import { addDays } from '#core/calendar/day.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import { hoursAfter, type Instant, servicingDayOf } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { applicationsOf } from './application-store.ts';

const limitDefault = 20;

/** A page of applications for the operator: a queue the oldest first, everything else the newest first. */
export async function listApplications(
  house: House,
  { page = 1, limit = limitDefault, state, waitsFor: who, merchantId }: ListApplicationsQuery,
): Promise<Outcome<ListApplicationsAnswer>> {
  const turn = who === undefined ? null : statesWaitingFor(who);
  const states = state === undefined ? turn : [state].filter((one) => turn === null || turn.includes(one));
  const { applications, count } = await applicationsOf(house, {
    states,
    documents: who === 'operator' ? 'received' : who === 'customer' ? 'awaited' : null,
    merchantId: merchantId ?? null,
    oldestFirst: who !== undefined,
    offset: (page - 1) * limit,
    limit,
  });
  const lines = applications.map((one) => lineOf(house, one));
  return done({ applications: lines, meta: { count, totalPages: Math.ceil(count / limit), page, limit } });
}

/** An application as the operator's list shows it. */
export function lineOf(house: House, application: Application & { name: string }): ApplicationLine {
  const { state, documentsReceivedAt, decision } = application;
  const documentsReceived = documentsReceivedAt !== null;
  const because =
    state === 'review' && decision !== null && 'reasons' in decision ? (decision.reviewBecause ?? []) : [];
  return {
    applicationId: application.applicationId,
    userId: application.customerId,
    merchantId: application.merchantId,
    name: application.name,
    state,
    waitsFor: waitsFor(state, { documentsReceived }),
    reviewBecause: because.map(reviewCauseText),
    documents: state !== 'step_up' ? 'none' : documentsReceived ? 'received' : 'requested',
    spendingLimit: wireNumber(application.limit),
    createdAt: application.createdAt,
    decidedAt: application.decidedAt,
    decideBy: decideBy(house, application),
  };
}

/** Regulation B wants an answer within thirty days of a complete application (domain 4.7); null once there is one. */
function decideBy(house: House, { state, createdAt }: Application): string | null {
  const isOpen = state !== 'draft' && waitsFor(state, { documentsReceived: false }) !== 'nobody';
  return isOpen ? addDays(servicingDayOf(house, createdAt), decideWithinDays) : null;
}

export const decideWithinDays = 30;

/** The moment from which an application has been open for longer than that. */
export function decisionOverdueAt({ createdAt }: Pick<Application, 'createdAt'>): Instant {
  return hoursAfter(createdAt, decideWithinDays * 24);
}
