import type { Person } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { linkToDocuments } from '#server/links/link-to-documents.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { servicingDayOf } from '#server/moment.ts';
import type { Application } from './application.ts';
import { decisionOverdueAt } from './list-applications.ts';

/** Tells an applicant that documents are needed, which, and where they are handed in until when. */
export function askForDocuments(
  house: House,
  application: Application,
  { customerId, email, firstName, locale }: Person,
): Write[] {
  const { brand, support } = house.settings;
  const expiresAt = decisionOverdueAt(application);
  const { address, write } = linkToDocuments(house, { merchantId: application.merchantId, expiresAt });
  const about = { brand, support, firstName, address, openThrough: servicingDayOf(house, expiresAt) };
  const text = messagesIn(locale).documents_needed(about);
  return [write, writeMessage(house, { customerId, to: email, channel: 'email', kind: 'documents_needed', ...text })];
}
