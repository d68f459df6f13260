import type { Reports } from '#ports/reports.ts';

/** No agency is asked: decisions rest on what the applicant told and on what we know ourselves. */
export const noReports: Reports = { name: 'none', sandbox: false, report: async () => null };
