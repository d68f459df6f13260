import { issuePasscode } from '#server/customers/issue-passcode.ts';
import { passcodeLock } from '#server/customers/passcode-lock.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/**
 * Sends the code that a signature needs, by text and by e-mail: whoever has it reads one of the two, and so shows that
 * the contact is theirs (rulings 11). It names the total, so that nobody signs something else.
 */
export async function sendSignatureCode(
  house: House,
  { session, merchant, device }: Turn,
): Promise<Outcome<SessionChange>> {
  const { leaseId } = session;
  if (!isLoggedIn(house, session) || leaseId === null) return done({});
  const { customerId } = session;
  const [person, paper] = await Promise.all([
    personById(house, customerId),
    leasePaper(house, { customerId, leaseId }),
  ]);
  if (person === null || paper === null) return done({});
  const locked = await passcodeLock(house, { customerId, ipAddress: device.ipAddress });
  if (locked !== null) return locked;

  const issued = issuePasscode(house, { customerId, purpose: 'signature', phone: person.mobilePhone });
  const text = messagesIn(session.locale).signature_code({
    brand: house.settings.brand,
    code: issued.code,
    minutes: issued.minutes,
    merchant: merchant.name,
    total: paper.inputs.totalWithTax,
  });
  const message = { customerId, kind: 'signature_code', ...text } as const;
  return done(
    {},
    ...issued.writes,
    writeMessage(house, { ...message, to: person.email, channel: 'email' }),
    ...(person.mobilePhone === null
      ? []
      : [writeMessage(house, { ...message, to: person.mobilePhone, channel: 'sms' })]),
  );
}
