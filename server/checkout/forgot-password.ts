import type { PasscodeSendBody, ResetCodeBody } from '#contract/modal/bodies.ts';
import { checkPasscode } from '#server/customers/check-passcode.ts';
import { sendPasscode } from '#server/customers/send-passcode.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/** “Forgot password?”: the choice where the code goes. */
export async function forgotPassword(_house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  return done({ step: session.customerId === null ? 'email' : 'forgot' });
}

/** Sends the code that lets them choose a new password. */
export async function sendResetCode(
  house: House,
  { session, body, device }: Turn<PasscodeSendBody>,
): Promise<Outcome<SessionChange>> {
  if (session.customerId === null) return done({ step: 'email' });
  const { customerId } = session;
  const { transport } = body;
  const sent = await sendPasscode(house, { customerId, purpose: 'password', transport, ipAddress: device.ipAddress });
  return isRefused(sent) ? sent : done({ step: 'reset-code' }, ...sent.writes);
}

/** The code is right: for a while this session, and no other, may choose the new password. */
export async function giveResetCode(
  house: House,
  { session, body }: Turn<ResetCodeBody>,
): Promise<Outcome<SessionChange>> {
  const { customerId, progress } = session;
  if (customerId === null) return done({ step: 'email' });
  const checked = await checkPasscode(house, { customerId, purpose: 'password', code: body.code });
  if (isRefused(checked)) return wrongField('code', wrongWords[session.locale].passcode);
  return done({ step: 'new-password', progress: { ...progress, mayResetSince: now(house) } }, ...checked.writes);
}
