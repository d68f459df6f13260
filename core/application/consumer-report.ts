import type { DecisionInput } from './decide.ts';
import type { ReviewCause } from './review.ts';

/** What stands on a consumer's file and has to be honoured: whoever applies is called up or looked at first (domain 4.7). */
export type ReportAlert = Extract<
  ReviewCause,
  'fraud_alert' | 'active_duty_alert' | 'frozen_file' | 'address_discrepancy'
>;

/** What only an agency can say of an applicant; null is what it does not say. */
export type ConsumerReport = Pick<DecisionInput, 'alerts' | 'overdraftsIn30Days' | 'inquiriesIn30Days'>;

/** No agency was asked, or it has no file: nothing is known, and nothing is held against anybody for that. */
export const noReport: ConsumerReport = { alerts: [], overdraftsIn30Days: null, inquiriesIn30Days: null };

/** The report that a kept decision saw; of before there were any, none. */
export function reportSeen(input: Partial<DecisionInput> | null): ConsumerReport {
  const { alerts, overdraftsIn30Days, inquiriesIn30Days } = { ...noReport, ...input };
  return { alerts, overdraftsIn30Days, inquiriesIn30Days };
}

/** Whether anything of it may have weighed: then a notice names its agency (domain 4.7). */
export function saysAnything({ alerts, overdraftsIn30Days, inquiriesIn30Days }: ConsumerReport): boolean {
  return alerts.length > 0 || overdraftsIn30Days !== null || inquiriesIn30Days !== null;
}
