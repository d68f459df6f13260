/**
 * Every "no" the API can say: its status, and when it is said. The code is the promise, messages may change.
 * Source: api-v3 10. Codes of payment methods are numbers, on the wire too.
 */
export const refusals = {
  // The request itself
  ValidationError: { status: 400, when: 'The request is malformed; `data.fields` names each field and what it needs.' },
  Unauthorized: { status: 401, when: 'The API key is missing or unknown.' },
  CustomerTokenRequired: { status: 401, when: 'The call acts for a customer and carries no Customer-Token.' },
  InvalidCustomerToken: { status: 401, when: 'The customer token has expired or was not made here.' },
  CustomerTokenMismatch: { status: 401, when: 'The customer token was made for another API key.' },
  InvalidPasscode: { status: 401, when: 'The passcode is wrong, used or expired.' },
  Forbidden: { status: 403, when: 'The caller is known and may not do this.' },
  NotFound: { status: 404, when: 'There is nothing at this address.' },
  MethodNotAllowed: {
    status: 405,
    when: 'The address exists and does not take this method; `Allow` says which it takes.',
  },
  RequestTimeout: { status: 408, when: 'The request did not arrive whole within the time there is for it.' },
  PayloadTooLarge: { status: 413, when: 'The body is larger than one mebibyte.' },
  TooManyRequests: { status: 429, when: 'Too many calls of this kind; `Retry-After` says when to call again.' },
  IdempotencyMismatch: { status: 409, when: 'The Idempotency-Key was used before with another body.' },
  IdempotencyInProgress: { status: 409, when: 'The first call with this Idempotency-Key has not been answered yet.' },
  InternalServerError: { status: 500, when: 'We made a mistake; the request id helps us to find it.' },
  ServiceUnavailable: { status: 503, when: 'We can not answer for certain now; `Retry-After` says when to ask again.' },

  // Customers and their decision
  UserAlreadyExists: { status: 409, when: 'A customer with this e-mail address exists.' },
  UserNotFound: { status: 404, when: 'No such customer is linked to this merchant.' },
  InvalidMerchantId: { status: 404, when: 'No such merchant.' },
  TransportNotAvailable: { status: 400, when: 'The customer has no address on file for this way of sending.' },
  ApplicationInProgress: { status: 409, when: 'An application of this customer is being decided.' },
  DecisionRequired: { status: 403, when: 'The customer has no approval that is valid today.' },
  SpendingHold: { status: 403, when: 'The customer may not lease more for now.' },
  VerificationRequired: { status: 403, when: 'The customer has to verify their identity first.' },

  // Leases
  InvalidTransactionId: { status: 400, when: 'The merchant has used this transaction id.' },
  LeaseAmountNotSatisfied: { status: 400, when: 'The order is below the minimum.' },
  ExceedSpendingLimitError: { status: 400, when: 'The order is above what the customer may still lease.' },
  LeaseNotFound: { status: 404, when: 'No such lease belongs to this caller.' },
  LeaseNotSigned: { status: 400, when: 'The customer has not signed the lease yet.' },
  LeaseExpired: { status: 400, when: 'The lease was not signed in time.' },
  PaymentRequired: { status: 402, when: 'The first payment was refused; nothing was signed.' },

  // Transactions
  TransactionNotFound: { status: 404, when: 'The merchant has no transaction with this id.' },
  TransactionNotFinalized: { status: 409, when: 'The merchant has not finalized the transaction yet.' },
  TransactionCanceled: { status: 409, when: 'The transaction was canceled.' },
  CartMismatch: { status: 409, when: 'What is sent differs from what was agreed; `data` names the difference.' },

  // The operator's calls
  KeyNotFound: { status: 404, when: 'The merchant has no key with this id.' },
  KeyNotActive: { status: 409, when: 'The key is replaced, revoked or expired already, and can not be rotated.' },

  // Payment methods
  11503: { status: 400, when: 'The payment method can not be primary.' },
  11505: { status: 400, when: 'The processor does not take the payment method; it was not added.' },

  // Agreements and payments
  AgreementNotFound: { status: 404, when: 'No such agreement belongs to this customer.' },
  PaymentMethodNotFound: { status: 404, when: 'No such payment method belongs to this customer.' },
} as const satisfies Record<string, { status: number; when: string }>;

export type RefusalCode = keyof typeof refusals;
