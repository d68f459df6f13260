import { type DenylistCause, denylistText, isDenylistCause } from './denylist.ts';

/** Why a person has to look at an application before it is decided (domain 4.5 to 4.7), in words for the operator. */
const reviewCauses = {
  screening: 'A possible match of a screening list',
  fraud_alert: 'A fraud alert on file: call the number that it names',
  active_duty_alert: 'An active-duty alert on file: call the number that it names',
  frozen_file: 'The credit file is frozen',
  address_discrepancy: 'The agency knows another address: be sure that it is the same person',
  velocity_mobile: 'Too many people with this mobile number',
  velocity_email: 'Too many people with this e-mail address',
  velocity_device: 'Too many people on this device',
  velocity_bank: 'Too many people with this bank account',
  velocity_address: 'Too many people at this address',
  provider: 'The provider of decisions asks for a person',
} as const;

export type ReviewCause = keyof typeof reviewCauses | DenylistCause;

export function reviewCauseText(cause: ReviewCause): string {
  return isDenylistCause(cause) ? denylistText(cause) : reviewCauses[cause];
}

/** What is known before an agency is asked, the weightiest first: a match of a screening list, of ours, too many people. */
export function causesBeforeReport(known: {
  readonly isScreened: boolean;
  readonly listed: readonly DenylistCause[];
  readonly shared: readonly ReviewCause[];
}): ReviewCause[] {
  return [...(known.isScreened ? (['screening'] as const) : []), ...known.listed, ...known.shared];
}
