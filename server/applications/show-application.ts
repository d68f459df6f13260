import type { ApplicationDetail } from '#contract/v3/operator-applications.ts';
import { actsByHand } from '#core/application/by-hand.ts';
import { reasonTexts } from '#core/application/reasons.ts';
import { wireNumber } from '#core/money/decimal.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { identityLast4 } from '#server/customers/identity.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { actionsOf } from './action-store.ts';
import { keptApplication } from './application-store.ts';
import { lineOf } from './list-applications.ts';
import { noticesOf } from './notice-store.ts';

/**
 * One application with everything its decision saw, the trace of how it was made, and what people did with it since.
 * Numbers that could hurt a person appear as their last four, the e-mail address masked. Refuses with NotFound.
 */
export async function showApplication(house: House, applicationId: string): Promise<Outcome<ApplicationDetail>> {
  const kept = await keptApplication(house, applicationId);
  if (kept === null) return refuse('NotFound', 'There is no application with this id.');
  const { application, input, decision } = kept;
  const { customerId } = application;
  const [person, facts, ssnLast4, actions, notices] = await Promise.all([
    personById(house, customerId),
    customerFacts(house, customerId),
    identityLast4(house, customerId),
    actionsOf(house, application),
    noticesOf(house, application),
  ]);
  if (person === null || facts === null)
    return refuse('NotFound', 'What was known of whoever made this application is erased.');
  const { address, bankAccount } = facts;
  const reasons =
    application.decision !== null && 'reasons' in application.decision ? application.decision.reasons : [];
  return done({
    ...lineOf(house, { ...application, name: `${person.firstName} ${person.lastName}` }),
    applicant: {
      firstName: person.firstName,
      lastName: person.lastName,
      email: masked(person.email),
      mobileLast4: person.mobilePhone?.slice(-4) ?? null,
      ssnLast4,
      dateOfBirth: person.dateOfBirth,
      city: address?.city ?? null,
      state: address?.state ?? null,
      bankName: bankAccount?.bankName ?? null,
      accountLast4: bankAccount?.accountLast4 ?? null,
    },
    stated: {
      monthlyIncome: amount(application.monthlyIncome),
      payFrequency: application.payFrequency,
      nextPayDate: application.nextPayOn,
      employer: application.employer,
      requestedAmount: amount(application.requested),
    },
    input,
    decision,
    reasons: reasons.map((code) => ({ code, text: reasonTexts[code] })),
    expiresOn: application.expiresOn,
    can: actsByHand(application.state),
    notices: notices.map(({ noticeId: _id, facts: _facts, ...told }) => told),
    actions,
  });
}

const amount = (cents: number | null): number | null => (cents === null ? null : wireNumber(cents));

/** Enough to know it again, too little to write to it: a•••@example.com. */
function masked(email: string): string {
  return email.replace(/^(.)[^@]*/, '$1•••');
}
