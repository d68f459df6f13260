import { createHash } from 'node:crypto';
import { addMonths } from '#core/calendar/day.ts';
import type { ListMatch } from '#core/screening/match-person.ts';
import { carryOut } from '#server/carry-out.ts';
import { openIdentity } from '#server/customers/identity.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { inTime } from '#server/in-time.ts';
import { now, servicingDay } from '#server/moment.ts';
import { done } from '#server/outcome.ts';
import {
  insertCase,
  insertScreening,
  knownMatches,
  type Occasion,
  type Subject,
  subjectOf,
} from './screening-store.ts';

/**
 * Asks whether a customer may be somebody of a list, and keeps what was asked of which lists and what came of it. A match
 * that no person has looked at opens a case; one that was cleared stays cleared while the person and the entry are what
 * they were. Throws what the provider throws, and when its time is over: no answer is no answer.
 */
export async function screenCustomer(
  house: House,
  customerId: string,
  {
    occasion,
    applicationId = null,
    merchantId,
  }: { occasion: Occasion; applicationId?: string | null; merchantId?: string },
): Promise<void> {
  const subject = await subjectOf(house, customerId);
  if (subject === null) return;
  const ssn = () => openIdentity(house, customerId, 'screening');
  const { lists, matches } = await inTime(house.screening, () => house.screening.screen({ ...subject, ssn }));
  await carryOut(house, async () => {
    const known = await knownMatches(house, customerId);
    const keys = matches.map((match) => keyOf(subject, match));
    const matchKeys = [...new Set(keys)].filter((key) => !known.has(key)).sort();
    const screeningId = newId(house);
    const screenedAt = now(house);
    const record = insertScreening({
      customerId,
      screeningId,
      occasion,
      provider: house.screening.name,
      listHash: lists.hash,
      listedOn: lists.listedOn,
      subjectHash: subject.hash,
      matches,
      screenedAt,
      keepUntil: addMonths(servicingDay(house), keepYears * 12),
    });
    if (matchKeys.length === 0) return done(null, record);
    const of = { customerId, screeningId, applicationId, matchKeys, openedAt: screenedAt };
    return done(
      null,
      record,
      insertCase({ ...of, caseId: newId(house), merchantId: merchantId ?? subject.merchantId }),
    );
  });
}

/** The rule since March 2025 (domain 4.6). */
const keepYears = 10;

/** Which entry and which person: with another address a person is still the one who was looked at. */
function keyOf({ firstName, lastName, dateOfBirth }: Subject, { entry, fingerprint }: ListMatch): string {
  const text = JSON.stringify([firstName, lastName, dateOfBirth, entry, fingerprint]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
