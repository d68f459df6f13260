import { type AccountReport, noAccountReport } from '#core/application/account-report.ts';
import type { AccountReports } from '#ports/account-reports.ts';

/** What the sandbox's agency says of an account. */
export type AccountReportEffect = Partial<AccountReport> | 'does not answer';

/** An agency that knows nothing of any account but a few published ones (domain 5.2). */
export function sandboxAccountReports(
  effectOf: (routingNumber: string, accountNumber: string) => AccountReportEffect | null,
): AccountReports {
  return {
    name: 'sandbox',
    sandbox: true,
    agency: {
      name: 'Sample Account Reports',
      address: '2 Report Way, Atlanta, GA 30301',
      phone: '(800) 555-0198',
    },
    report: async ({ routingNumber, accountNumber }) => {
      const effect = effectOf(routingNumber, accountNumber);
      if (effect === 'does not answer') throw new Error('the sandbox was asked for a bank that does not answer');
      return effect && { ...noAccountReport, ...effect };
    },
  };
}
