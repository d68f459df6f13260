import type { FieldFault } from './field-faults.ts';

/** The same faults, under the names that v3 has for the fields (api-v3 4.1). */
export function wireFaults(faults: readonly FieldFault[]): FieldFault[] {
  return faults.map(({ path, message }) => ({ path: wirePaths[path] ?? path, message }));
}

const wirePaths: Record<string, string> = {
  state: 'regionAbbr',
  monthlyIncome: 'employmentInformation.monthlyIncome',
  payFrequency: 'employmentInformation.payFrequency',
  nextPayDate: 'employmentInformation.nextPayDate',
  employer: 'employmentInformation.name',
  routingNumber: 'bankAccount.routing',
  accountNumber: 'bankAccount.account',
};
