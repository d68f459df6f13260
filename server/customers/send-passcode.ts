import type { House } from '#server/house.ts';
import { messageTexts } from '#server/messages/texts.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { isCounted } from '#server/velocity.ts';
import { issuePasscode } from './issue-passcode.ts';
import { passcodesSince } from './passcode-store.ts';
import { type Person, personById } from './person.ts';

export type Transport = 'sms' | 'email' | 'all';

/** Domain 4.5: codes to one customer. */
const sendsMax = 3;
const sendsWindowMinutes = 15;

/**
 * Sends a customer a one-time code to log in with; `all` is every way we know. Any merchant may ask: the code goes to
 * the customer and to nobody else. Refuses with UserNotFound, TransportNotAvailable, TooManyRequests (api-v3 3.7).
 */
export async function sendPasscode(
  house: House,
  wanted: { customerId: string; transport: Transport; ipAddress: string },
): Promise<Outcome<Record<string, never>>> {
  const person = await personById(house, wanted.customerId);
  if (person === null) return refuse('UserNotFound', 'There is no such customer.');
  const ways = waysTo(person, wanted.transport);
  if (ways.length === 0)
    return refuse('TransportNotAvailable', 'We have no mobile number of this customer. Use email.');
  if (await isSendingTooOften(house, wanted)) {
    return tooManyCodes();
  }

  const phone = ways.find((way) => way.channel === 'sms')?.to ?? null;
  const { code, minutes, writes } = issuePasscode(house, { customerId: person.customerId, purpose: 'login', phone });
  const text = messageTexts.passcode({ brand: house.settings.brand, code, minutes });
  const messages = ways.map((way) =>
    writeMessage(house, { customerId: person.customerId, kind: 'passcode', ...way, ...text }),
  );
  return done({}, ...writes, ...messages);
}

function waysTo(person: Person, transport: Transport): { channel: 'email' | 'sms'; to: string }[] {
  const byMail = { channel: 'email', to: person.email } as const;
  const byText = person.mobilePhone === null ? [] : [{ channel: 'sms', to: person.mobilePhone } as const];
  if (transport === 'email') return [byMail];
  return transport === 'sms' ? byText : [byMail, ...byText];
}

/** Whether this customer was sent so many codes just now that another one has to wait (domain 4.5). */
export async function isSendingTooOften(
  house: House,
  wanted: { customerId: string; ipAddress: string },
): Promise<boolean> {
  if (!isCounted(house, wanted.ipAddress)) return false;
  const since = minutesAfter(now(house), -sendsWindowMinutes);
  return (await passcodesSince(house, wanted.customerId, since)) >= sendsMax;
}

export function tooManyCodes(): Refused {
  return refuse('TooManyRequests', 'Several codes were sent just now. Wait a quarter of an hour, then ask again.');
}
