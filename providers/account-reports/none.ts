import type { AccountReports } from '#ports/account-reports.ts';

/** Nobody is asked about an account: decisions rest on what the applicant told and on what we know ourselves. */
export const noAccountReports: AccountReports = {
  name: 'none',
  sandbox: false,
  asksNobody: true,
  agency: null,
  report: async () => null,
};
