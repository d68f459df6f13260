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
  leaseNumber: '4719036258',
  leaseId: 'kP3xV7sQm1ZcB9dLrT2yWn5HfJ8aGe4UoXi6RtYbNwE',
  /** An address that nobody has, an id that was not used. */
  newEmail: 'grace.hopper@example.com',
  newTransactionId: 'ABC-129385',
  /** The code that was sent to the customer a moment ago. */
  passcode: '482913',
  /** The questions that were asked of a questioned customer, and to each the choice that is right. */
  questionsId: 'b7Qm2XcL9vRt4WsKzY1nHd6JfPa8GeU3oTiM5rBxNwE',
  question1: '1374041563',
  choice1: '7249609723',
  question2: '2610358847',
  choice2: '5093371284',
  question3: '8127443019',
  choice3: '3398012756',
  question4: '4456190382',
  choice4: '9071526643',
  question5: '6983027415',
  choice5: '1845563290',
  /** A cart that was handed over at a counter. */
  handOverId: '65f1c0a84be2d93117aa0e11',
  /** A tablet of the store. */
  kioskId: '65f1c0a84be2d93117aa0e12',
  /** A key for one use of the sandbox's tokeniser. */
  childKey: '2f1c9c0e-7b0a-4d53-9a51-6f0b7f4f1d22',
  /** A card of the customer that pays, and one of their agreements by its id of 24 characters. */
  paymentMethodId: '65f1c0a84be2d93117aa0c53',
  agreementId: '9b1f0c77aa41d2e3058c6f21',
  /** A prequalification that lacks its bank account. */
  prequalId: '65f1c0d14be2d93117aa0c9e',
  /** Applications: one in review, one that waits for documents, one that was declined, one that was approved. */
  reviewId: '65f1c0d14be2d93117aa0d01',
  documentsId: '65f1c0d14be2d93117aa0d02',
  /** What somebody handed in with the one that waits. */
  documentId: '65f1c0d14be2d93117aa0d07',
  declinedId: '65f1c0d14be2d93117aa0d03',
  approvedId: '65f1c0d14be2d93117aa0d04',
  /** The notice of one who was declined, which has to go out on paper. */
  letterId: '65f1c0d14be2d93117aa0d05',
  /** A hold on what is known of a customer. */
  holdId: '65f1c0d14be2d93117aa0d06',
  /** Something that is on the denylist. */
  entryId: '65f1c0d14be2d93117aa0d07',
  /** A possible match of a screening list. */
  caseId: '65f1c0d14be2d93117aa0e01',
  today: '2026-11-24',
  inTwoWeeks: '2026-12-08',
  inNineDays: '2026-12-03',
} as const;
