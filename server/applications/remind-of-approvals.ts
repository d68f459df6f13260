import { isWritingHour, remindedToday } from '#core/application/reminder.ts';
import { carryOut } from '#server/carry-out.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { hourInState, servicingDay } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { approvalsToRemindOf, moveApplication, reminderId } from './application-store.ts';
import { weeklySpending } from './weekly-spending.ts';

const atOnceMax = 500;

/**
 * Reminds whoever may be written to, and has not leased since, of an approval that ends within days: one e-mail each, by
 * day where they live. By e-mail alone, though they may be texted about their lease: that a text about a lease which does
 * not exist yet is no advertising is disputed (domain 4.9). Answers how many.
 */
export async function remindOfApprovals(house: House): Promise<number> {
  const ending = await approvalsToRemindOf(house, { days: remindedToday(servicingDay(house)), limit: atOnceMax });
  let count = 0;
  for (const { applicationId, customerId } of ending) {
    const facts = await customerFacts(house, customerId);
    if (facts === null || facts.address === null || !isWritingHour(hourInState(house, facts.address.state))) continue;
    const reminded = await carryOut(house, () => remind(house, applicationId, facts));
    if ('answer' in reminded && reminded.answer) count += 1;
  }
  return count;
}

/** Asked once more: another node may have been first, or it was revoked between the list and here. */
async function remind(house: House, applicationId: string, facts: CustomerFacts): Promise<Outcome<boolean>> {
  const days = remindedToday(servicingDay(house));
  const [application] = await approvalsToRemindOf(house, { days, limit: 1, applicationId });
  if (application === undefined || application.expiresOn === null) return done(false);
  const { customerId, merchantId, expiresOn, state: approved, documentsReceivedAt } = application;
  const [person, merchant] = await Promise.all([personById(house, customerId), findMerchant(house, merchantId)]);
  const limit = facts.approvedLimit - facts.openCash;
  if (person === null || merchant === null || limit <= 0) return done(false);
  const { brand, support } = house.settings;
  const state = facts.address?.state ?? null;
  const atLimit = weeklySpending(house, { balance: limit, state, leaseFactor: merchant.leaseFactor });
  const about = { brand, support, firstName: person.firstName, limit, atLimit, validThrough: expiresOn };
  const message = {
    messageId: reminderId(application),
    customerId,
    to: person.email,
    channel: 'email',
    kind: 'approval_ends',
    ...messagesIn(person.locale).approval_ends(about),
  } as const;
  const unchanged = moveApplication(application, { state: approved, documentsReceivedAt });
  return done(true, unchanged, writeMessage(house, message));
}
