import type { DecisionInput, DecisionResult } from '#core/application/decide.ts';
import type { House } from '#server/house.ts';
import type { Refused } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { type Gathered, gatherInput } from './gather-input.ts';

/** What a decision saw and said. */
export type Asked = Gathered & { answer: DecisionResult | { decision: 'pending'; why: string } };

/**
 * Gathers what a decision may look at, and asks for it. No answer, or a failing one, is pending: never a yes and never a
 * no (domain 5, style 12). Refuses with UserNotFound when the customer is gone.
 */
export async function askForDecision(
  house: House,
  application: Pick<Application, 'customerId' | 'monthlyIncome' | 'payFrequency'>,
): Promise<Asked | Refused> {
  const gathered = await gatherInput(house, application);
  if ('refused' in gathered) return gathered;
  const { input, ssn, person } = gathered;
  return { ...gathered, answer: await ask(house, input, { ssn, email: person.email }) };
}

async function ask(
  house: House,
  input: DecisionInput,
  applicant: { ssn: string; email: string },
): Promise<DecisionResult | { decision: 'pending'; why: string }> {
  try {
    return await house.decisions.decide(input, applicant);
  } catch (error) {
    house.log.error({ err: error, provider: house.decisions.name }, 'the decision failed; the application waits');
    return { decision: 'pending', why: 'error' };
  }
}
