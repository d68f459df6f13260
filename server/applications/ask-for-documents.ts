import type { Person } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { messageTexts } from '#server/messages/texts.ts';
import { writeMessage } from '#server/messages/write-message.ts';

/** Tells an applicant that documents are needed, and which. */
export function askForDocuments(house: House, { customerId, email, firstName }: Person): Write {
  const { brand, support } = house.settings;
  const text = messageTexts.documents_needed({ brand, support, firstName });
  return writeMessage(house, { customerId, to: email, channel: 'email', kind: 'documents_needed', ...text });
}
