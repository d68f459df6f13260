import type { Language } from '#core/calendar/day-text.ts';
import { type Write, write } from '#server/db/write.ts';

/** The language that this customer reads in from now on, and is written to. Said again it changes nothing. */
export function preferLanguage({ customerId, language }: { customerId: string; language: Language }): Write {
  return write`update customer set locale = ${language}
    where customer_id = ${customerId} and locale is distinct from ${language}`;
}
