import { noReport, type ReportAlert } from '#core/application/consumer-report.ts';
import type { Reports } from '#ports/reports.ts';

/** An agency that has a file on nobody but a few published numbers, each with an alert (domain 5.2). */
export function sandboxReports(alertOf: (ssn: string) => ReportAlert | null): Reports {
  return {
    name: 'sandbox',
    sandbox: true,
    report: async ({ ssn }) => {
      const alert = alertOf(ssn);
      return alert === null ? null : { ...noReport, alerts: [alert] };
    },
  };
}
