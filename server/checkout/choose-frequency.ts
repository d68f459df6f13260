import type { FrequencyBody } from '#contract/modal/bodies.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { noSignature, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** How often the customer wants to pay (rulings 4). An agreement with other dates is another agreement. */
export async function chooseFrequency(
  _house: House,
  { session, body }: Turn<FrequencyBody>,
): Promise<Outcome<SessionChange>> {
  if (body.frequency === session.frequency) return done({});
  return done({ frequency: body.frequency, leaseId: null, progress: noSignature(session) });
}
