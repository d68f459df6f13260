import type { BackBody } from '#contract/modal/bodies.ts';
import type { Step } from '#contract/modal/view.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { Session, SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** Back to an earlier screen of the same way. What was typed there is still there; a screen that is not behind stays away. */
export async function goBack(_house: House, { session, body }: Turn<BackBody>): Promise<Outcome<SessionChange>> {
  return done(waysBack(session).includes(body.to) ? { step: body.to } : {});
}

/**
 * The screens behind the present one, the nearest first. Once decided, the answers that the decision rests on can't be
 * changed any more; once signed, nothing can.
 */
export function waysBack({ step, progress, bound }: Session): readonly Step[] {
  switch (step) {
    case 'password':
    case 'profile':
      return ['email'];
    case 'passcode':
      return ['password', 'email'];
    case 'forgot':
      return ['password', 'email'];
    case 'reset-code':
    case 'new-password':
      return ['forgot', 'password', 'email'];
    case 'personal':
      return ['profile', 'email'];
    case 'bank':
      // With a limit in hand this screen only changes the account.
      return progress.signature !== null ? ['payment'] : ['personal', 'profile', 'email'];
    case 'review':
      return progress.isKnown ? [] : ['decision'];
    case 'agreement':
    case 'signature':
      // What was made before has no other price to choose.
      return bound === null ? ['review'] : [];
    case 'payment':
      return bound === null ? ['agreement', 'review', 'bank'] : ['agreement', 'bank'];
    default:
      return [];
  }
}
