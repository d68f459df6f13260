import { checkEmail, checkMobile, e164, normaliseEmail } from '#core/application/contact.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Link } from '#server/links/link.ts';
import { linkAddress } from '#server/links/link-address.ts';
import { openMinutes } from '#server/links/link-at-counter.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { writtenLately } from '#server/messages/written-lately.ts';
import { hoursAfter, now } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';

export type Sending = { phone?: string; email?: string; language?: Language };

type Way = { channel: 'email' | 'sms'; to: string };

const messagesPerHourMax = 3;

/**
 * Sends a link to where the customer at the counter asked for: they stand there, so it is a service message that they
 * asked for, and no hour of the day is too late (domain 4.9). Nobody has shown yet that the number is theirs: so few go
 * to one number, whichever stores ask. Refuses with ValidationError, TooManyRequests.
 */
export async function sendLink(
  house: House,
  { linkId, expiresAt }: Link,
  { merchantName, language = 'en', ...to }: Sending & { merchantName: string },
): Promise<{ writes: Write[] } | Refused> {
  const ways = waysTo(to);
  if ('refused' in ways) return ways;
  for (const way of ways) {
    const refused = await tooMany(house, way.to);
    if (refused !== null) return refused;
  }
  const address = linkAddress(house, linkId);
  const about = { brand: house.settings.brand, merchant: merchantName, address, minutes: openMinutes };
  const text = messagesIn(language).hand_over(about);
  const message = { customerId: null, kind: 'hand_over', sendUntil: expiresAt } as const;
  return { writes: ways.map((way) => writeMessage(house, { ...message, ...way, ...text })) };
}

function waysTo({ phone = '', email = '' }: Pick<Sending, 'phone' | 'email'>): Way[] | Refused {
  const ways: Way[] = [];
  const fields: { path: string; message: string }[] = [];
  if (phone !== '') {
    if (checkMobile(phone) === 'ok') ways.push({ channel: 'sms', to: e164(phone) ?? '' });
    else fields.push({ path: 'phone', message: 'must be a mobile number of ten digits' });
  }
  if (email !== '') {
    if (checkEmail(email) === 'ok') ways.push({ channel: 'email', to: normaliseEmail(email) });
    else fields.push({ path: 'email', message: 'must be an e-mail address' });
  }
  const [wrong] = fields;
  return wrong === undefined ? ways : refuse('ValidationError', `'${wrong.path}' ${wrong.message}.`, { fields });
}

async function tooMany(house: House, to: string): Promise<Refused | null> {
  const since = hoursAfter(now(house), -1);
  const oldest = await writtenLately(house, { to, kind: 'hand_over', since, count: messagesPerHourMax });
  if (oldest === null) return null;
  const retryAfterSeconds = Math.ceil((Date.parse(oldest) - Date.parse(since)) / 1000);
  return refuse('TooManyRequests', 'Several links went to this address within the hour. Show the code instead.', {
    retryAfterSeconds,
  });
}
