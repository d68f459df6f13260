import type { DecisionInput } from './decide.ts';

/** What only a bank, or an agency that looks at accounts, can say of an applicant's; null is what it does not say. */
export type AccountReport = Pick<
  DecisionInput,
  'bankAccountVerified' | 'bankAccountMonths' | 'monthsAtIncome' | 'directDepositVerified' | 'monthlyNetIncome'
>;

/** Nobody was asked, or they know nothing of the account: nothing is held against anybody for that. */
export const noAccountReport: AccountReport = {
  bankAccountVerified: null,
  bankAccountMonths: null,
  monthsAtIncome: null,
  directDepositVerified: null,
  monthlyNetIncome: null,
};

/** What a kept decision saw of the account, and no more than that; of before anybody was asked, nothing. */
export function accountReportSeen(input: Partial<DecisionInput> | null): AccountReport {
  const seen = { ...noAccountReport, ...input };
  const { bankAccountVerified, bankAccountMonths, monthsAtIncome, directDepositVerified, monthlyNetIncome } = seen;
  return { bankAccountVerified, bankAccountMonths, monthsAtIncome, directDepositVerified, monthlyNetIncome };
}

/** Whether anything of it may have weighed: then a notice names its agency, where an agency said it (domain 4.7). */
export function saysAnythingOfAccount(input: Partial<DecisionInput>): boolean {
  return Object.values(accountReportSeen(input)).some((fact) => fact !== null);
}
