import type { House } from '#server/house.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { issuePasscode } from './issue-passcode.ts';
import { passcodeLock } from './passcode-lock.ts';
import { type Person, personById } from './person.ts';

export type Transport = 'sms' | 'email' | 'all';

/**
 * Sends a customer a one-time code to log in with, or to choose a new password with; `all` is every way we know. Any
 * merchant may ask: the code goes to the customer and to nobody else. Refuses with UserNotFound,
 * TransportNotAvailable, TooManyRequests (api-v3 3.7).
 */
export async function sendPasscode(
  house: House,
  wanted: { customerId: string; purpose?: 'login' | 'password'; transport: Transport; ipAddress: string },
): Promise<Outcome<Record<string, never>>> {
  // Both are asked whether there is such a customer or not: what is read costs the same.
  const [person, locked] = await Promise.all([personById(house, wanted.customerId), passcodeLock(house, wanted)]);
  if (person === null) return refuse('UserNotFound', 'There is no such customer.');
  const ways = waysTo(person, wanted.transport);
  if (ways.length === 0)
    return refuse('TransportNotAvailable', 'We have no mobile number of this customer. Use email.');
  if (locked !== null) return locked;

  const phone = ways.find((way) => way.channel === 'sms')?.to ?? null;
  const { customerId } = person;
  const { purpose = 'login' } = wanted;
  const { code, minutes, writes } = issuePasscode(house, { customerId, purpose, phone });
  const kind = purpose === 'login' ? 'passcode' : 'password_reset';
  const text = messagesIn(person.locale)[kind]({ brand: house.settings.brand, code, minutes });
  const messages = ways.map((way) => writeMessage(house, { customerId, kind, ...way, ...text }));
  return done({}, ...writes, ...messages);
}

function waysTo(person: Person, transport: Transport): { channel: 'email' | 'sms'; to: string }[] {
  const byMail = { channel: 'email', to: person.email } as const;
  const byText = person.mobilePhone === null ? [] : [{ channel: 'sms', to: person.mobilePhone } as const];
  if (transport === 'email') return [byMail];
  return transport === 'sms' ? byText : [byMail, ...byText];
}
