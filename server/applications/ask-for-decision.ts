import type { DecisionInput, DecisionResult } from '#core/application/decide.ts';
import type { House } from '#server/house.ts';
import type { Refused } from '#server/outcome.ts';
import { screenCustomer } from '#server/screening/screen-customer.ts';
import type { Application } from './application.ts';
import { type Gathered, gatherInput } from './gather-input.ts';

/** What a decision saw and said. */
export type Asked = Gathered & { answer: DecisionResult | { decision: 'pending'; why: string } };

/**
 * Looks for the applicant on the screening lists, gathers what a decision may look at, and asks for it. No answer, or a
 * failing one, is pending: never a yes and never a no (domain 5, style 12). Nobody is approved past a match of a list,
 * whoever decides. Refuses with UserNotFound when the customer is gone.
 */
export async function askForDecision(house: House, application: Application): Promise<Asked | Refused> {
  const isScreened = await screen(house, application);
  const gathered = await gatherInput(house, application);
  if ('refused' in gathered) return gathered;
  if (!isScreened) return { ...gathered, answer: { decision: 'pending', why: 'the lists can not be asked' } };
  const { input, ssn, person } = gathered;
  const answer = await ask(house, input, { ssn, email: person.email });
  const isHeld = answer.decision === 'approved' && input.reviewBecause.includes('screening');
  return { ...gathered, answer: isHeld ? reviewed(answer) : answer };
}

async function screen(house: House, { customerId, applicationId, merchantId }: Application): Promise<boolean> {
  try {
    await screenCustomer(house, customerId, { occasion: 'application', applicationId, merchantId });
    return true;
  } catch (error) {
    house.log.error(
      { err: error, provider: house.screening.name },
      'the lists can not be asked; the application waits',
    );
    return false;
  }
}

function reviewed(answer: DecisionResult): DecisionResult {
  return { ...answer, decision: 'review', spendingLimitCents: 0, reasons: [], reviewBecause: ['screening'] };
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
