import { movesByHand } from '#core/application/by-hand.ts';
import { applicationAfterAll } from '#core/application/lifecycle.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { recordAction } from './action-store.ts';
import type { Application } from './application.ts';
import { latestApplication, moveApplication } from './application-store.ts';
import { declineByHand } from './decline-by-hand.ts';
import { revokeByHand } from './end-by-hand.ts';
import { takeFurther } from './take-further.ts';

type Found = { customerId: string; by: string; reason: string };

/** How an application stands after its screening; null where none was concerned. */
export type AfterScreening = Pick<Application, 'applicationId' | 'state'> | null;

/**
 * The applicant is nobody of a list: what waited in review for that goes on, to be taken further by `decideCleared`. Who
 * said so stands in its record.
 */
export async function leaveScreening(house: House, { customerId, by, reason }: Found): Promise<Write[]> {
  const application = await latestApplication(house, customerId, { drafts: false });
  if (application === null || !waitsForScreening(application)) return [];
  const state = applicationAfterAll(application.state, 'clear', 'passQuestions', 'startDeciding');
  return [
    moveApplication(application, { state, documentsReceivedAt: null }),
    recordAction(house, application, {
      act: 'clearScreening',
      by,
      reason,
      before: { state: application.state },
      after: { state },
    }),
  ];
}

/** Asks for the decision on what went on so. */
export async function decideCleared(house: House, customerId: string): Promise<Outcome<AfterScreening>> {
  const application = await latestApplication(house, customerId, { drafts: false });
  const merchant = application === null ? null : await findMerchant(house, application.merchantId);
  if (application === null || merchant === null) return done(null);
  if (application.state !== 'deciding') return done(standing(application));
  const taken = await takeFurther(house, application, merchant);
  return 'refused' in taken ? taken : done(standing(taken.answer.application), ...taken.writes);
}

/**
 * The applicant is somebody of a list: what waits is declined and what was approved is revoked, each with the one reason
 * that may be told (domain 4.6).
 */
export async function endAfterScreening(
  house: House,
  { customerId, by, reason }: Found,
): Promise<Outcome<AfterScreening>> {
  const application = await latestApplication(house, customerId, { drafts: false });
  if (application === null) return done(null);
  const { applicationId, state } = application;
  const wanted = { applicationId, by, reason, because: ['K06_IDENTITY_NOT_VERIFIED'] as const };
  const isOver = movesByHand('decline', state) === null && movesByHand('revoke', state) === null;
  if (isOver) return done(standing(application));
  const end = movesByHand('decline', state) === null ? revokeByHand : declineByHand;
  const ended = await end(house, wanted);
  if ('refused' in ended) return ended;
  return done({ applicationId, state: ended.answer.state }, ...ended.writes);
}

const standing = ({ applicationId, state }: Application): AfterScreening => ({ applicationId, state });

function waitsForScreening({ state, decision }: Application): boolean {
  return state === 'review' && decision?.decision === 'review' && (decision.reviewBecause ?? []).includes('screening');
}
