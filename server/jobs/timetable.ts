import { decideOverdue } from '#server/applications/decide-overdue.ts';
import { abandonDrafts, declineUnproven, expireApprovals } from '#server/applications/end-overdue.ts';
import { forgetQuestions } from '#server/applications/forget-questions.ts';
import { remindOfApprovals } from '#server/applications/remind-of-approvals.ts';
import { forgetOldLogins } from '#server/customers/forget-logins.ts';
import { forgetOldTries } from '#server/customers/password-login.ts';
import { indexPhones } from '#server/customers/phone-index.ts';
import { renameIndexes } from '#server/customers/rename-indexes.ts';
import { tellWhatEnded } from '#server/hand-overs/tell-what-ended.ts';
import type { House } from '#server/house.ts';
import { forgetOldAnswers } from '#server/jobs/forget-old-answers.ts';
import { billLeases } from '#server/leases/bill-leases.ts';
import { completeLeases } from '#server/leases/complete-leases.ts';
import { expireLeases } from '#server/leases/expire-leases.ts';
import { followTaxRates } from '#server/leases/follow-tax-rates.ts';
import { vestLeases } from '#server/leases/vest-leases.ts';
import { forgetPrefills } from '#server/links/forget-prefills.ts';
import { forgetRecipients } from '#server/messages/forget-recipients.ts';
import { sendMessages } from '#server/messages/send-messages.ts';
import { followPayments, followSettledPayments, resolveUnheardCharges } from '#server/payments/follow-payments.ts';
import { payRefunds } from '#server/payments/pay-refunds.ts';
import { releaseAuthorizations } from '#server/payments/release-authorizations.ts';
import { eraseFiles } from '#server/retention/erase-files.ts';
import { eraseNumbers } from '#server/retention/erase-numbers.ts';
import { followCases } from '#server/screening/follow-cases.ts';
import { screenOpenLeases } from '#server/screening/screen-open-leases.ts';
import { rewrapEnvelopes } from '#server/secrets/rewrap-envelopes.ts';
import { forgetAccessLogs } from '#server/security/forget-access-logs.ts';
import { payMerchants } from '#server/settlements/pay-merchants.ts';
import { shipPickedUp } from '#server/transactions/ship-picked-up.ts';

/**
 * Every recurring job, in the order of a day. None has a time of its own: each asks the database what is due by the
 * house's clock, so that running it late, twice or on two nodes at once changes nothing.
 */
export const timetable: readonly { readonly job: string; readonly run: (house: House) => Promise<number> }[] = [
  { job: 'resolve charges whose answer nobody heard', run: resolveUnheardCharges },
  { job: 'follow payments that are under way', run: followPayments },
  { job: 'ask about settled debits that may still come back', run: followSettledPayments },
  { job: 'void leases that were not signed or finalized in time', run: expireLeases },
  { job: 'let go of authorizations that nothing is taken from', run: releaseAuthorizations },
  { job: 'tax what is to come at the rates in force', run: followTaxRates },
  { job: 'tell stores of hand-overs whose time is over', run: tellWhatEnded },
  { job: 'ship what the carrier has fetched by itself', run: shipPickedUp },
  { job: 'hold and release leases as the screening of their customers says', run: followCases },
  { job: 'bill installments that are due', run: billLeases },
  { job: 'pass ownership of goods that are paid for', run: completeLeases },
  { job: 'pass ownership where the law gives it for a share of the rent', run: vestLeases },
  { job: 'look for customers with open leases on the screening lists', run: screenOpenLeases },
  { job: 'send refunds of settled payments', run: payRefunds },
  { job: 'pay merchants for delivered goods', run: payMerchants },
  { job: 'decide on applications that still wait', run: decideOverdue },
  { job: 'end approvals whose days are over', run: expireApprovals },
  { job: 'remind of approvals that end within days', run: remindOfApprovals },
  { job: 'forget applications that nobody filled in', run: abandonDrafts },
  { job: 'decline who has not proven who they are', run: declineUnproven },
  { job: 'erase numbers of applicants of whom nothing came', run: eraseNumbers },
  { job: 'erase the files of customers whose time is over', run: eraseFiles },
  { job: 'send messages', run: sendMessages },
  { job: 'name phone numbers that were written before there was an index', run: indexPhones },
  { job: 'wrap envelopes anew that stand under an older key', run: rewrapEnvelopes },
  { job: 'name anew what stands under an older index key', run: renameIndexes },
  { job: 'forget what stores told us of shoppers who never came', run: forgetPrefills },
  { job: 'forget where links of counters were sent', run: forgetRecipients },
  { job: 'erase what people were asked about themselves ninety days ago', run: forgetQuestions },
  { job: 'forget openings and security events that were kept long enough', run: forgetAccessLogs },
  { job: 'forget logins that were kept long enough', run: forgetOldLogins },
  { job: 'forget tries at passwords that lock nothing any more', run: forgetOldTries },
  { job: 'forget answers that nobody can ask for again', run: forgetOldAnswers },
];

/**
 * Runs every job once. One that fails is logged and tried again next time; the others run all the same. What a job finds
 * out was caused by no request, not even by one that moved the sandbox's clock.
 */
export async function runTimetable(caller: House): Promise<void> {
  const house: House = { ...caller, requestId: null };
  for (const { job, run } of timetable) {
    try {
      const count = await run(house);
      if (count > 0) house.log.info({ job, count }, 'job done');
    } catch (error) {
      house.log.error({ err: error, job }, 'job failed; it will be tried again');
    }
  }
}
