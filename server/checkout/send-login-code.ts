import type { PasscodeSendBody } from '#contract/modal/bodies.ts';
import { sendPasscode } from '#server/customers/send-passcode.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** Sends a one-time code instead of asking for a password. */
export async function sendLoginCode(
  house: House,
  { session, body, device }: Turn<PasscodeSendBody>,
): Promise<Outcome<SessionChange>> {
  if (session.customerId === null) return done({ step: 'email' });
  const wanted = { customerId: session.customerId, transport: body.transport, ipAddress: device.ipAddress };
  const sent = await sendPasscode(house, wanted);
  return isRefused(sent) ? sent : done({ step: 'passcode' }, ...sent.writes);
}
