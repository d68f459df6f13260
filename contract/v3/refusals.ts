/**
 * Every "no" the API can say: its status, when it is said, and what whoever reads it can do. The code is the promise,
 * messages may change. Each has a place of its own on the page /docs/errors. Codes of payment methods are numbers, on the
 * wire too. Source: api-v3 10.
 */
export const refusals = {
  // The request itself
  ValidationError: {
    status: 400,
    when: 'The request is malformed; `data.fields` names each field and what it needs.',
    help: 'Correct the fields that are named and send the call again.',
  },
  Unauthorized: {
    status: 401,
    when: 'The API key is missing or unknown.',
    help: 'Send your API key in the header Authorization, as it is or after `Bearer `.',
  },
  CustomerTokenRequired: {
    status: 401,
    when: 'The call acts for a customer and carries no Customer-Token.',
    help: 'Send the customer’s token in the header Customer-Token.',
  },
  InvalidCustomerToken: {
    status: 401,
    when: 'The customer token has expired or was not made here.',
    help: 'Log the customer in again and use the new token.',
  },
  CustomerTokenMismatch: {
    status: 401,
    when: 'The customer token was made for another API key.',
    help: 'Use a token that was made with the key that you call with. Every attempt is recorded.',
  },
  InvalidPasscode: {
    status: 401,
    when: 'The passcode is wrong, used or expired.',
    help: 'Let the customer type it again, or send a new passcode.',
  },
  Forbidden: {
    status: 403,
    when: 'The caller is known and may not do this.',
    help: 'Use a key that may do this, or ask the operator of the platform for the permission.',
  },
  NotFound: {
    status: 404,
    when: 'There is nothing at this address.',
    help: 'Check the path; the list of operations has all of them.',
  },
  MethodNotAllowed: {
    status: 405,
    when: 'The address exists and does not take this method; `Allow` says which it takes.',
    help: 'Use a method that `Allow` names.',
  },
  PayloadTooLarge: { status: 413, when: 'The body is larger than one mebibyte.', help: 'Send less at once.' },
  RequestTimeout: {
    status: 408,
    when: 'The request did not arrive in time; nothing was done.',
    help: 'Send the call again.',
  },
  TooManyRequests: {
    status: 429,
    when: 'Too many calls of this kind; `Retry-After` says when to call again.',
    help: 'Wait as many seconds as `Retry-After` says.',
  },
  IdempotencyMismatch: {
    status: 409,
    when: 'The Idempotency-Key was used before with another body.',
    help: 'Use a new key for every new intent, and the same one only to repeat a call as it was.',
  },
  InternalServerError: {
    status: 500,
    when: 'We made a mistake; the request id helps us to find it.',
    help: 'Send the call again with the same Idempotency-Key. If it fails again, tell us the request id.',
  },
  ServiceUnavailable: {
    status: 503,
    when: 'We can not answer for certain now; `Retry-After` says when to ask again.',
    help: 'Wait as many seconds as `Retry-After` says and send the same call again, with the same Idempotency-Key if it had one.',
  },

  // Customers and their decision
  UserAlreadyExists: {
    status: 409,
    when: 'A customer with this e-mail address exists.',
    help: 'Ask for the id with `GET /v3/user-exists` and log the customer in with a passcode.',
  },
  UserNotFound: {
    status: 404,
    when: 'No such customer is linked to this merchant.',
    help: 'Check the id, and that the customer was made by or has bought from this store.',
  },
  InvalidMerchantId: { status: 404, when: 'No such merchant.', help: 'Check the key that you call with.' },
  TransportNotAvailable: {
    status: 400,
    when: 'The customer has no address on file for this way of sending.',
    help: 'Send the passcode another way, or to `all`.',
  },
  ApplicationInProgress: {
    status: 409,
    when: 'An application of this customer, or of the same person under another account, is being decided.',
    help: 'Ask for the customer later; the decision appears there.',
  },
  NotOffered: {
    status: 403,
    when: 'Leases are not offered there, or the law of the place leaves no room at this price.',
    help: 'Offer another way to pay; the message says why.',
  },
  NothingToBuy: {
    status: 409,
    when: 'The lease is not signed, is over, on hold, or is paid for: there is no price to buy it at.',
    help: 'Get the lease to see where it stands.',
  },
  DecisionRequired: {
    status: 403,
    when: 'The customer has no approval that is valid today.',
    help: 'Let the customer apply first.',
  },
  SpendingHold: {
    status: 403,
    when: 'The customer may not lease more for now.',
    help: 'The customer can ask our support about it; do not try again by yourself.',
  },
  VerificationRequired: {
    status: 403,
    when: 'The customer has to verify their identity first.',
    help: 'Put the verification questions to the customer and send the answers.',
  },

  // Leases
  InvalidTransactionId: {
    status: 400,
    when: 'The merchant has used this transaction id.',
    help: 'Use a new transaction id. If a call may have been lost, repeat it with its Idempotency-Key instead.',
  },
  LeaseAmountNotSatisfied: {
    status: 400,
    when: 'The order is below the minimum.',
    help: 'Ask for the minimum with `GET /v3/settings/lease` and offer the lease only above it.',
  },
  ExceedSpendingLimitError: {
    status: 400,
    when: 'The order is above what the customer may still lease.',
    help: 'Let the customer take something out of the cart; `decision.availableBalance` says how much they may lease.',
  },
  LeaseNotFound: {
    status: 404,
    when: 'No such lease belongs to this caller.',
    help: 'Check the id, and that the token is that of the customer whose lease it is.',
  },
  LeaseNotSigned: {
    status: 400,
    when: 'The customer has not signed the lease yet.',
    help: 'Send the customer back to checkout to sign.',
  },
  LeaseExpired: {
    status: 400,
    when: 'The lease was not signed in time.',
    help: 'Create a new lease from the cart, under a new transaction id.',
  },
  LeaseOnHold: {
    status: 409,
    when: 'The lease is on hold: nothing of it is debited or refunded for now.',
    help: 'Do not try again by yourself; the event `lease.resumed` says when it goes on. Our support can be asked about it.',
  },
  LeaseNotRunning: {
    status: 409,
    when: 'The goods of the lease are not with its customer yet, or the lease is over.',
    help: 'Look the lease up by its number; before the delivery it can be canceled instead.',
  },
  PaymentRequired: {
    status: 402,
    when: 'The first payment was refused; nothing was signed, or nothing was recorded as shipped or received.',
    help: 'Let the customer choose another payment method, then call again.',
  },

  // Transactions
  TransactionNotFound: {
    status: 404,
    when: 'The merchant has no transaction with this id.',
    help: 'Check the id, and that the key is that of the store which made it.',
  },
  TransactionNotFinalized: {
    status: 409,
    when: 'The merchant has not finalized the transaction yet.',
    help: 'Finalize the transaction first.',
  },
  DeliveryException: {
    status: 409,
    when: 'The carrier says that the goods did not arrive. In the sandbox: a `transactionId` that begins with `SBX-DELIVER-FAIL-`.',
    help: 'Ask the carrier; ship again, or return what was lost.',
  },
  TransactionCanceled: {
    status: 409,
    when: 'The transaction was canceled.',
    help: 'Nothing can be done with it any more. Create a new lease for a new order.',
  },

  // The operator's calls
  KeyNotFound: {
    status: 404,
    when: 'The merchant has no key with this id.',
    help: 'List the keys of the merchant and use one of their ids.',
  },
  KeyNotActive: {
    status: 409,
    when: 'The key is replaced, revoked or expired already, and can not be rotated.',
    help: 'Rotate a key that is active, or create a new one.',
  },

  ScreeningOpen: {
    status: 409,
    when: 'A possible match of a screening list is open, or was confirmed.',
    help: 'Look at it with `GET /v3/operator/screening`, and clear it first.',
  },
  CaseResolved: {
    status: 409,
    when: 'The screening case was resolved already, in another way or by somebody else.',
    help: 'Get the case to see who resolved it and why; a resolution stands for good.',
  },
  ApplicationNotWaiting: {
    status: 409,
    when: 'The application is in a state where this can not be done; `data.can` names what can.',
    help: 'Get the application and choose one of the things that it says can be done.',
  },

  // Payment methods
  11503: {
    status: 400,
    when: 'The payment method can not be primary.',
    help: 'Add it with `primary: false`, or another one as primary.',
  },
  11505: {
    status: 400,
    when: 'The processor does not take the payment method; it was not added.',
    help: 'Let the customer check the numbers or choose another method.',
  },

  // Agreements and payments
  AgreementNotFound: {
    status: 404,
    when: 'No such agreement belongs to this customer.',
    help: 'Check the id, and that the token is that of the customer whose agreement it is.',
  },
  PaymentMethodNotFound: {
    status: 404,
    when: 'No such payment method belongs to this customer.',
    help: 'List the payment methods of the customer and use one of their ids.',
  },
} as const satisfies Record<string, Refusal>;

type Refusal = {
  readonly status: number;
  readonly when: string;
  readonly help: string;
};

export type RefusalCode = keyof typeof refusals;
