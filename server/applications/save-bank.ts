import { applicationAfterAll } from '#core/application/lifecycle.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { accountIndexOf, keepBankAccount } from '#server/customers/bank-account.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { latestApplication, updateAnswers } from './application-store.ts';
import { faultWords } from './fault-words.ts';
import { type BankAnswers, bankFaults, type FieldFault } from './field-faults.ts';
import { noteKept, type Origin } from './note-submission.ts';

/** The last page of an application filled in by the customer. */
export type SaveBank = {
  customerId: string;
  routingNumber: string;
  /** Null: the account given before stays. */
  accountNumber: string | null;
  accountNumberAgain: string | null;
  accountType: BankAnswers['accountType'];
  /** What is wrong is said in it. */
  language: Language;
  origin: Origin;
};

/**
 * Keeps the account that payments come from. A draft of an application is complete with it and waits to be taken
 * further: `isSubmitted`. Without a draft, as when an account is changed later, nothing is decided. Refuses with ValidationError,
 * its fields named as in `SaveBank`, and as `noteSubmission`.
 */
export async function saveBank(house: House, wanted: SaveBank): Promise<Outcome<{ isSubmitted: boolean }>> {
  const { customerId, accountType, routingNumber } = wanted;
  const [facts, latest] = await Promise.all([
    customerFacts(house, customerId),
    latestApplication(house, customerId, { drafts: true }),
  ]);
  const kept = facts?.bankAccount ?? null;
  const keeps =
    !wanted.accountNumber && kept?.routingNumber === routingNumber && kept.accountType === accountType ? kept : null;
  const fields = keeps === null ? faultsOf(house, wanted) : [];
  if (fields.length > 0) return refuse('ValidationError', faultWords[wanted.language].again, { fields });

  const accountNumber = wanted.accountNumber ?? '';
  const { bankAccountId, accountIndex, accountNames, writes } =
    keeps === null
      ? await keepBankAccount(house, { customerId, routingNumber, accountNumber, accountType })
      : {
          bankAccountId: keeps.bankAccountId,
          ...(await accountIndexOf(house, { customerId, ...keeps })),
          writes: [],
        };
  if (latest?.state !== 'draft') return done({ isSubmitted: false }, ...writes);
  const state = applicationAfterAll(latest.state, 'submit');
  const bank = { routingNumber, accountIndex, accountNames };
  const counted = await noteKept(house, { ...latest, bank, origin: wanted.origin });
  if ('refused' in counted) return counted;
  return done({ isSubmitted: true }, ...writes, updateAnswers(latest, { state, bankAccountId }), ...counted);
}

function faultsOf(house: House, wanted: SaveBank): FieldFault[] {
  const answers = { ...wanted, accountNumber: wanted.accountNumber ?? '' };
  const faults = bankFaults(answers, { sandbox: house.settings.mode === 'sandbox', language: wanted.language });
  if (wanted.accountNumber !== wanted.accountNumberAgain) {
    faults.push({ path: 'accountNumberAgain', message: faultWords[wanted.language].accountNumberAgain });
  }
  return faults;
}
