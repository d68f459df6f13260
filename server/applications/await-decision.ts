import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { done, isRefused } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { applicationById } from './application-store.ts';
import { isOverdue } from './decide-waiting.ts';
import { submittedAt } from './submission-store.ts';
import { takeFurther } from './take-further.ts';

type Of = Pick<Application, 'customerId' | 'applicationId'>;

/**
 * Takes an application that waits further by itself, and is over when its answer stands in its row, or that there is none
 * yet. It goes on also when nobody waits for it any more; whoever asks for the same one meanwhile waits for the same answer.
 */
export function beginDeciding(house: House, application: Application): Promise<void> {
  return house.underWay.join(workOf(application), () => takeWaiting(house, application));
}

/** Waits for an answer that is on its way, and asks for one that never came. */
export async function awaitDecision(house: House, application: Application): Promise<void> {
  const handedInAt = (await submittedAt(house, application)) ?? application.createdAt;
  if (isOverdue(house, application, handedInAt)) return beginDeciding(house, application);
  return house.underWay.until(workOf(application));
}

const workOf = ({ applicationId }: Of): string => `the decision on application ${applicationId}`;

/** Read again each time, so that one that somebody else has taken further meanwhile is not asked about once more. */
async function takeWaiting(house: House, of: Of): Promise<void> {
  await carryOut(house, async () => {
    const application = await applicationById(house, of);
    const merchant = application === null ? null : await findMerchant(house, application.merchantId);
    if (application === null || merchant === null) return done(null);
    const taken = await takeFurther(house, application, merchant);
    return isRefused(taken) ? taken : done(null, ...taken.writes);
  });
}
