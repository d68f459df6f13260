import type { Person } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';

/** Tells an applicant that documents are needed, and which. */
export function askForDocuments(house: House, { customerId, email, firstName, locale }: Person): Write {
  const { brand, support } = house.settings;
  const text = messagesIn(locale).documents_needed({ brand, support, firstName });
  return writeMessage(house, { customerId, to: email, channel: 'email', kind: 'documents_needed', ...text });
}
