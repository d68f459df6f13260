/**
 * The values that stand in braces in an example, `{userId}`, as a reader of the documents sees them. The contract test
 * fills in those of the world that it has prepared.
 */
export const sampleValues = {
  userId: '65f1c0a84be2d93117aa0c52',
  /** A store, for the operator, and a key of it that nobody calls with. */
  merchantId: '65f1c0a84be2d93117aa0b01',
  keyId: '65f1c0a84be2d93117aa0b02',
  email: 'ada.lovelace@example.com',
  transactionId: 'ABC-129384',
  leaseId: 'kP3xV7sQm1ZcB9dLrT2yWn5HfJ8aGe4UoXi6RtYbNwE',
  /** An address that nobody has, an id that was not used. */
  newEmail: 'grace.hopper@example.com',
  newTransactionId: 'ABC-129385',
  /** The code that was sent to the customer a moment ago. */
  passcode: '482913',
  today: '2026-11-24',
  inTwoWeeks: '2026-12-08',
} as const;
