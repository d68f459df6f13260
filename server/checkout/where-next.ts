import type { Step } from '#contract/modal/view.ts';
import type { Application } from '#server/applications/application.ts';
import { latestApplication } from '#server/applications/latest-application.ts';
import { statusOf } from '#server/applications/user-view.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { identityLast4 } from '#server/customers/identity.ts';
import type { House } from '#server/house.ts';
import { dayInState, hoursAfter, now } from '#server/moment.ts';
import { stepOf } from './move-on.ts';

/** For so long a declined application is the answer to a new visit; afterwards a customer may apply again. */
const declineStandsHours = 30 * 24;

/**
 * Where a customer who has logged in goes on: to the review with a valid approval, to the answer that was given, or to
 * the first question of the application that is still open.
 */
export async function whereNext(house: House, customerId: string, { hasCart }: { hasCart: boolean }): Promise<Step> {
  const [facts, application, last4] = await Promise.all([
    customerFacts(house, customerId),
    latestApplication(house, customerId),
    identityLast4(house, customerId),
  ]);
  if (facts === null || facts.address === null) return 'profile';
  if (hasApproval(house, facts)) return hasCart ? 'review' : 'decision';
  const status = application === null ? null : statusOf(house, application, facts.address.state);
  if (application !== null && (status === 'pending' || status === 'error')) return stepOf(application);
  if (status === 'denied' && application !== null && stillStands(house, application)) return 'decision';
  const isDraft = application?.state === 'draft' && application.monthlyIncome !== null;
  return isDraft && last4 !== null ? 'bank' : 'personal';
}

/** Whether the customer may lease today. */
export function hasApproval(house: House, facts: CustomerFacts): boolean {
  const { address, approvalExpiresOn, approvedLimit } = facts;
  if (address === null || approvalExpiresOn === null || approvedLimit === 0) return false;
  return approvalExpiresOn >= dayInState(house, address.state);
}

function stillStands(house: House, application: Application): boolean {
  return application.decidedAt !== null && hoursAfter(application.decidedAt, declineStandsHours) > now(house);
}
