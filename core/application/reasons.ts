/** Why an application was declined, or approved for less, in words for the applicant (domain 5.1). */
export const reasonTexts = {
  K01_STATE_NOT_OFFERED: 'We do not offer leases in your state',
  K02_UNDER_AGE: 'You do not meet the minimum age',
  K03_INCOME_BELOW_MINIMUM: 'Income below our minimum',
  K04_BANK_ACCOUNT_NOT_VERIFIED: 'Unable to verify a checking account',
  K05_PRIOR_CHARGE_OFF: 'Delinquent past obligation with us',
  K06_IDENTITY_NOT_VERIFIED: 'Unable to verify identity',
  A01: 'Amount requested above the most that we lease to anyone',
  A02: 'Income insufficient for amount requested',
  A03: 'Length of employment/income',
  A04: 'Bank account too new',
  A05: 'Recent insufficient funds',
  A06: 'Limited history with us',
  A07: 'Recent inquiries',
  A08: 'Time at residence',
  A09: 'Pay frequency',
  A10: 'Deposits not verified',
  A11: 'Existing obligations or limit below minimum',
} as const;

export type ReasonCode = keyof typeof reasonTexts;

/** A notice names at most four reasons, those that truly drove the decision (domain 4.7). */
export const reasonsMax = 4;
