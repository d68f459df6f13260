// Written by `node client/write-operations.ts` from the routes and the contract. Do not edit.

import type { Amount, Dollars } from './money.ts';

export type RefusalCode =
  | 11503
  | 11505
  | 'ValidationError'
  | 'Unauthorized'
  | 'CustomerTokenRequired'
  | 'InvalidCustomerToken'
  | 'CustomerTokenMismatch'
  | 'InvalidPasscode'
  | 'Forbidden'
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'PayloadTooLarge'
  | 'RequestTimeout'
  | 'TooManyRequests'
  | 'IdempotencyMismatch'
  | 'InternalServerError'
  | 'ServiceUnavailable'
  | 'UserAlreadyExists'
  | 'UserNotFound'
  | 'InvalidMerchantId'
  | 'TransportNotAvailable'
  | 'ApplicationInProgress'
  | 'NotOffered'
  | 'NothingToBuy'
  | 'DecisionRequired'
  | 'SpendingHold'
  | 'VerificationRequired'
  | 'InvalidTransactionId'
  | 'LeaseAmountNotSatisfied'
  | 'ExceedSpendingLimitError'
  | 'LeaseNotFound'
  | 'LeaseNotSigned'
  | 'LeaseExpired'
  | 'LeaseOnHold'
  | 'LeaseNotRunning'
  | 'PaymentRequired'
  | 'TransactionNotFound'
  | 'TransactionNotFinalized'
  | 'DeliveryException'
  | 'TransactionCanceled'
  | 'KeyNotFound'
  | 'KeyNotActive'
  | 'ScreeningOpen'
  | 'CaseResolved'
  | 'ApplicationNotWaiting'
  | 'AgreementNotFound'
  | 'PaymentMethodNotFound';

export type AgreementView = {
  readonly id: string;
  readonly referenceId: string;
  readonly pastDueAmount: Dollars;
  readonly items: ReadonlyArray<{
    readonly description: string;
    readonly trackingLink?: string;
  }>;
};

export type PaymentOutcome = {
  readonly paymentId: string;
  readonly amount: Dollars;
  readonly outcome: 'success' | 'failure';
  readonly failureReason?: string;
  readonly failureCode?: string;
};

export type DenylistEntry = {
  readonly entryId: string;
  readonly kind: 'ssn' | 'bank' | 'device' | 'mobile' | 'email' | 'email_domain' | 'address';
  readonly code: 'identity_theft' | 'fraud' | 'charge_off' | 'abuse' | 'own_request';
  readonly by: string;
  readonly reason: string;
  readonly from: string;
  readonly until: string | null;
  readonly userId: string | null;
  readonly keyId: string;
  readonly addedAt: string;
  readonly lifted: {
    readonly by: string;
    readonly reason: string;
    readonly at: string;
  } | null;
  readonly matches: number;
};

export type HandOverView = {
  readonly id: string;
  readonly transactionId: string;
  readonly associateId: string;
  readonly kioskId: string | null;
  readonly status: 'waiting' | 'opened' | 'underway' | 'signed' | 'ended' | 'cancelled';
  readonly total: Dollars;
  readonly expiresAt: string;
  readonly redirectUri: string | null;
  readonly qrCode: string | null;
};

export type HoldView = {
  readonly holdId: string;
  readonly userId: string;
  readonly by: string;
  readonly reason: string;
  readonly setAt: string;
  readonly lifted: {
    readonly by: string;
    readonly reason: string;
    readonly at: string;
  } | null;
};

export type KeyView = {
  readonly keyId: string;
  readonly kind: 'secret' | 'public';
  readonly name: string;
  readonly lastFour: string;
  readonly scopes: ReadonlyArray<'read' | 'write' | 'partner'>;
  readonly state: 'active' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
};

export type KioskView = {
  readonly id: string;
  readonly name: string;
  readonly state: 'new' | 'working' | 'ended';
  readonly createdAt: string;
};

export type DerivationView = {
  readonly figure: string;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, Dollars | string>>;
  readonly value: number;
};

export type LeaseHoldView = {
  readonly holdId: string;
  readonly leaseNumber: string;
  readonly userId: string;
  readonly cause: 'bankruptcy' | 'death' | 'fraud_claim' | 'screening';
  readonly by: string;
  readonly reason: string;
  readonly setAt: string;
  readonly lifted: {
    readonly by: string;
    readonly reason: string;
    readonly at: string;
  } | null;
};

export type LeaseView = {
  readonly leaseId: string;
  readonly leaseNumber: string;
  readonly contract: string;
  readonly leaseStatus: 'signed' | 'unsigned';
  readonly frequency: string;
  readonly term: number;
  readonly payment: Dollars;
  readonly cashPrice: Dollars;
  readonly costOfRental: Dollars;
  readonly isExpired: boolean;
  readonly payTomorrowTaxTotal?: Dollars;
};

export type Letter = {
  readonly noticeId: string;
  readonly applicationId: string;
  readonly userId: string;
  readonly action: 'declined' | 'lower_limit' | 'revoked';
  readonly language: string;
  readonly noticedOn: string;
  readonly deliverBy: string;
  readonly isLate: boolean;
  readonly postedOn: string | null;
  readonly postedBy: string | null;
};

export type PrintedLetter = {
  readonly noticeId: string;
  readonly pdf: string;
};

export type ApplicationDetail = {
  readonly applicationId: string;
  readonly userId: string;
  readonly merchantId: string;
  readonly name: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly waitsFor: 'operator' | 'customer' | 'provider' | 'nobody';
  readonly reviewBecause: ReadonlyArray<string>;
  readonly documents: 'none' | 'requested' | 'received';
  readonly spendingLimit: Dollars;
  readonly createdAt: string;
  readonly decidedAt: string | null;
  readonly decideBy: string | null;
  readonly applicant: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly mobileLast4: string | null;
    readonly ssnLast4: string | null;
    readonly dateOfBirth: string | null;
    readonly city: string | null;
    readonly state: string | null;
    readonly bankName: string | null;
    readonly accountLast4: string | null;
  };
  readonly stated: {
    readonly monthlyIncome: Dollars | null;
    readonly payFrequency: string | null;
    readonly nextPayDate: string | null;
    readonly employer: string | null;
    readonly requestedAmount: Dollars | null;
  };
  readonly input: unknown;
  readonly decision: unknown;
  readonly reasons: ReadonlyArray<{
    readonly code: string;
    readonly text: string;
  }>;
  readonly expiresOn: string | null;
  readonly can: ReadonlyArray<string>;
  readonly notices: ReadonlyArray<{
    readonly action: string;
    readonly language: string;
    readonly subject: string;
    readonly body: string;
    readonly needsLetter: boolean;
    readonly noticedOn: string;
    readonly deliverBy: string;
    readonly sentAt: string | null;
  }>;
  readonly actions: ReadonlyArray<{
    readonly action: string;
    readonly by: string;
    readonly reason: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly recordedAt: string;
  }>;
};

export type ApplicationLine = {
  readonly applicationId: string;
  readonly userId: string;
  readonly merchantId: string;
  readonly name: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly waitsFor: 'operator' | 'customer' | 'provider' | 'nobody';
  readonly reviewBecause: ReadonlyArray<string>;
  readonly documents: 'none' | 'requested' | 'received';
  readonly spendingLimit: Dollars;
  readonly createdAt: string;
  readonly decidedAt: string | null;
  readonly decideBy: string | null;
};

export type DocumentOpened = {
  readonly documentId: string;
  readonly kind: 'id_front' | 'id_back' | 'address';
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly bytes: number;
  readonly sha256: string;
  readonly receivedAt: string;
  readonly content: string;
};

export type ScreeningCase = {
  readonly caseId: string;
  readonly userId: string;
  readonly name: string;
  readonly state: 'open' | 'cleared' | 'confirmed';
  readonly foundBy: 'application' | 'funding' | 'nightly';
  readonly openedAt: string;
  readonly reportDueOn: string | null;
  readonly applicationId: string | null;
  readonly person: {
    readonly firstName: string;
    readonly lastName: string;
    readonly dateOfBirth: string | null;
    readonly street1: string | null;
    readonly street2: string | null;
    readonly city: string | null;
    readonly state: string | null;
    readonly postalCode: string | null;
  };
  readonly lists: {
    readonly provider: string;
    readonly hash: string;
    readonly listedOn: string | null;
  };
  readonly matches: ReadonlyArray<{
    readonly entry: string;
    readonly name: string;
    readonly isWeakName: boolean;
    readonly otherNames: ReadonlyArray<string>;
    readonly similarity: Dollars;
    readonly birth: string;
    readonly places: ReadonlyArray<string>;
    readonly isSamePlace: boolean;
    readonly says: string;
  }>;
  readonly held: {
    readonly payouts: number;
    readonly payoutAmount: Dollars;
    readonly refunds: number;
    readonly leases: number;
  };
  readonly resolution: {
    readonly by: string;
    readonly reason: string;
    readonly resolvedAt: string;
  } | null;
  readonly correction: {
    readonly by: string;
    readonly reason: string;
    readonly resolvedAt: string;
  } | null;
  readonly keepUntil: string;
};

export type ScreeningLine = {
  readonly caseId: string;
  readonly userId: string;
  readonly name: string;
  readonly state: 'open' | 'cleared' | 'confirmed';
  readonly foundBy: 'application' | 'funding' | 'nightly';
  readonly openedAt: string;
  readonly reportDueOn: string | null;
};

export type MerchantView = {
  readonly merchantId: string;
  readonly vendorId: string;
  readonly name: string;
  readonly minimumOrderValue: Dollars;
  readonly leaseFactor: string;
  readonly processingFee: Dollars;
  readonly processingFeeStates: ReadonlyArray<string>;
  readonly fixedInitialRent: Dollars;
  readonly discountRate: string;
  readonly finalizeWithinHours: number;
  readonly firstPaymentAt: 'signing' | 'shipment';
  readonly trustedPartner: boolean;
  readonly compatibility: {
    readonly bareLists: boolean;
    readonly shipmentNeedsPost: boolean;
    readonly deniedAs: 'denied' | 'failed';
    readonly autoFinalize: boolean;
  };
  readonly createdAt: string;
};

export type FoundUser = {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly createdAt: string;
  readonly transactions: ReadonlyArray<{
    readonly id: string;
    readonly createdAt: string;
    readonly lease: {
      readonly id: string;
      readonly status: 'signed' | 'pending';
    };
  }>;
  readonly decision: Decision | null;
  readonly verificationStatus: 'pending' | 'failed' | 'succeeded';
  readonly dateOfBirth: string | null;
  readonly spendingHold: boolean;
  readonly approvedElsewhere?: {
    readonly lender: string;
    readonly limit: Dollars;
    readonly continueAt: string;
  };
  readonly cardVerified: boolean;
  readonly token: string;
};

export type PaymentMethodView = {
  readonly id: string;
  readonly type: 'ach' | 'card';
  readonly cardBrand?: string;
  readonly lastFour?: string;
  readonly firstSix?: string;
  readonly label?: string;
  readonly primary: boolean;
};

export type TransactionView = {
  readonly id: string;
  readonly orderId?: string;
  readonly customer: {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
  };
  readonly shippingCost: Dollars;
  readonly createdAt: string;
  readonly lease: {
    readonly id: string;
    readonly status: 'signed' | 'pending';
  };
  readonly items: ReadonlyArray<{
    readonly description: string;
    readonly sku: string;
    readonly brand: string;
    readonly cost: Dollars;
    readonly quantity: number;
    readonly quantityByStatus: Readonly<Record<string, number>>;
  }>;
  readonly purchaseTotal: number;
  readonly purchaseSalesTax: number;
};

export type Decision = {
  readonly applicationId: string;
  readonly approved: boolean;
  readonly status: 'approved' | 'pending' | 'denied' | 'failed' | 'error';
  readonly spendingLimit: Dollars;
  readonly availableBalance: Dollars;
  readonly availableWeeklySpending: Dollars;
  readonly createdAt: string;
};

export type UserView = {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly createdAt: string;
  readonly transactions: ReadonlyArray<{
    readonly id: string;
    readonly createdAt: string;
    readonly lease: {
      readonly id: string;
      readonly status: 'signed' | 'pending';
    };
  }>;
  readonly decision: Decision | null;
  readonly verificationStatus: 'pending' | 'failed' | 'succeeded';
  readonly dateOfBirth: string | null;
  readonly spendingHold: boolean;
  readonly approvedElsewhere?: {
    readonly lender: string;
    readonly limit: Dollars;
    readonly continueAt: string;
  };
};

export type AcceptDocumentsBody = {
  readonly by: string;
  readonly reason: string;
};

export type AcceptDocumentsAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type AddOriginBody = {
  readonly origin: string;
};

export type AddOriginAnswer = {
  readonly origins: ReadonlyArray<string>;
  readonly any: boolean;
};

export type AddPaymentMethodBody = {
  readonly primary?: boolean;
  readonly label?: string;
  readonly ach?: {
    readonly routing: string;
    readonly account: string;
    readonly accountType?: 'checking' | 'savings';
  };
  readonly token?: {
    readonly expirationDate?: string;
    readonly cardType: 'american-express' | 'visa' | 'mastercard' | 'discover';
    readonly lastFour?: string;
    readonly firstSix?: string;
    readonly token: string | ReadonlyArray<{
      readonly name: 'clover' | 'loanpaymentpro';
      readonly token: string;
    }>;
    readonly billingZip: string;
  };
};

export type AddPaymentMethodAnswer = {
  readonly id: string;
};

export type AddToDenylistBody = {
  readonly userId?: string;
  readonly ssn?: string;
  readonly bankAccount?: {
    readonly routing: string;
    readonly account: string;
  };
  readonly deviceId?: string;
  readonly mobilePhone?: string;
  readonly email?: string;
  readonly emailDomain?: string;
  readonly address?: {
    readonly street1: string;
    readonly street2?: string;
    readonly city: string;
    readonly regionAbbr: string;
    readonly postalCode: string;
  };
  readonly code: 'identity_theft' | 'fraud' | 'charge_off' | 'abuse' | 'own_request';
  readonly by: string;
  readonly reason: string;
  readonly from?: string;
  readonly until?: string;
};

export type AddToDenylistAnswer = {
  readonly entries: ReadonlyArray<DenylistEntry>;
};

export type ApplyBody = {
  readonly street1: string;
  readonly street2?: string;
  readonly city: string;
  readonly regionAbbr: string;
  readonly postalCode: string;
  readonly country: 'US';
  readonly mobilePhone: string;
  readonly dateOfBirth: string;
  readonly ssn: string;
  readonly gender?: 'male' | 'female';
  readonly driversLicenseNumber?: string;
  readonly driversLicenseState?: string;
  readonly employmentInformation: {
    readonly name?: string;
    readonly phone?: string;
    readonly monthlyIncome: Amount;
    readonly payFrequency: string;
    readonly lastPayDate?: string;
    readonly nextPayDate?: string;
  };
  readonly bankAccount: {
    readonly routing: string;
    readonly account: string;
    readonly type: 'checking' | 'savings';
  };
  readonly cardInformation?: ReadonlyArray<unknown>;
  readonly fraudCheck?: ReadonlyArray<unknown>;
  readonly deviceFingerprint?: string;
  readonly expectedPurchaseAmount?: Amount;
  readonly optInMarketing?: boolean;
  readonly lenderConsents?: ReadonlyArray<'prime' | 'near_prime'>;
  readonly additionalData?: {
    readonly firstGlance?: boolean;
    readonly storeEmployeeId?: string;
    readonly commonApplicationKey?: unknown;
  };
};

export type ApproveApplicationBody = {
  readonly by: string;
  readonly reason: string;
  readonly spendingLimit?: Amount;
};

export type ApproveApplicationAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type AuditAnswer = {
  readonly passed: boolean;
  readonly checks: ReadonlyArray<{
    readonly invariant: number;
    readonly rule: string;
    readonly examined: number;
    readonly breaches: number;
    readonly examples: ReadonlyArray<string>;
  }>;
};

export type AuthorizeUserAnswer = {
  readonly token: string;
};

export type CancelItemsBody = {
  readonly items?: ReadonlyArray<{
    readonly sku: string;
    readonly quantity?: number;
  }>;
};

export type CancelItemsAnswer = {
  readonly canceled: ReadonlyArray<{
    readonly sku: string;
    readonly quantity: number;
  }>;
  readonly failed: ReadonlyArray<{
    readonly sku: string;
    readonly quantity: number;
  }>;
};

export type ClearScreeningBody = {
  readonly by: string;
  readonly reason: string;
};

export type ClearScreeningAnswer = {
  readonly caseId: string;
  readonly state: 'open' | 'cleared' | 'confirmed';
  readonly reportDueOn: string | null;
  readonly isHeld: boolean;
  readonly application: {
    readonly applicationId: string;
    readonly state: string;
  } | null;
};

export type CollectPaymentBody = {
  readonly paymentMethodId: string;
  readonly amount: Amount;
  readonly collectorId?: string;
};

export type CollectPaymentAnswer = ReadonlyArray<PaymentOutcome>;

export type CompletePrequalBody = {
  readonly prequalId: string;
  readonly bankAccount: {
    readonly routing: string;
    readonly account: string;
    readonly type: 'checking' | 'savings';
  };
  readonly employmentInformation?: {
    readonly nextPayDate?: string;
    readonly lastPayDate?: string;
    readonly name?: string;
    readonly phone?: string;
  };
};

export type ConfirmReceiptBody = {
  readonly items?: ReadonlyArray<{
    readonly sku: string;
    readonly quantity?: number;
    readonly deliveryDate?: string;
    readonly receiptDate?: string;
  }>;
};

export type ConfirmReceiptAnswer = Readonly<Record<string, unknown>>;

export type ConfirmScreeningBody = {
  readonly by: string;
  readonly reason: string;
};

export type ConfirmScreeningAnswer = {
  readonly caseId: string;
  readonly state: 'open' | 'cleared' | 'confirmed';
  readonly reportDueOn: string | null;
  readonly isHeld: boolean;
  readonly application: {
    readonly applicationId: string;
    readonly state: string;
  } | null;
};

export type ConfirmShipmentBody = {
  readonly items?: ReadonlyArray<{
    readonly sku: string;
    readonly quantity?: number;
    readonly carrier?: string;
    readonly shipDate?: string;
    readonly deliveryDate?: string;
    readonly trackingNumber?: string;
    readonly trackingLink?: string;
  }>;
};

export type ConfirmShipmentAnswer = Readonly<Record<string, unknown>>;

export type CorrectScreeningBody = {
  readonly by: string;
  readonly reason: string;
};

export type CorrectScreeningAnswer = {
  readonly caseId: string;
  readonly state: 'open' | 'cleared' | 'confirmed';
  readonly reportDueOn: string | null;
  readonly isHeld: boolean;
  readonly application: {
    readonly applicationId: string;
    readonly state: string;
  } | null;
};

export type CreateCheckoutBody = {
  readonly transactionId: string;
  readonly items: ReadonlyArray<{
    readonly sku: string;
    readonly description: string;
    readonly brand: string;
    readonly cost: Amount;
    readonly quantity: number;
    readonly condition?: 'new' | 'used' | 'refurbished';
    readonly productId?: string;
    readonly mpn?: string;
    readonly gtin?: string;
    readonly images?: ReadonlyArray<string | null>;
    readonly shipping?: {
      readonly cost?: Amount;
      readonly date?: string;
      readonly method?: string;
    };
  }>;
  readonly shipping?: {
    readonly cost?: Amount;
    readonly date?: string;
    readonly method?: string;
  };
  readonly total?: string;
  readonly discounts?: ReadonlyArray<{
    readonly items?: ReadonlyArray<{
      readonly value?: Amount;
    }>;
  }>;
  readonly couponCode?: string;
  readonly customer?: {
    readonly firstName?: string;
    readonly lastName?: string;
    readonly email?: string;
    readonly phones?: {
      readonly home?: string;
      readonly mobile?: string;
    };
    readonly address?: {
      readonly street1?: string;
      readonly street2?: string;
      readonly city?: string;
      readonly region?: string;
      readonly postalCode?: string;
    };
  };
  readonly returnUrl?: string;
};

export type CreateCheckoutAnswer = {
  readonly id: string;
  readonly redirectUri: string;
};

export type CreateHandOverBody = {
  readonly transactionId: string;
  readonly items: ReadonlyArray<{
    readonly sku: string;
    readonly description: string;
    readonly brand: string;
    readonly cost: Amount;
    readonly quantity: number;
    readonly condition?: 'new' | 'used' | 'refurbished';
    readonly productId?: string;
    readonly mpn?: string;
    readonly gtin?: string;
    readonly images?: ReadonlyArray<string | null>;
    readonly shipping?: {
      readonly cost?: Amount;
      readonly date?: string;
      readonly method?: string;
    };
  }>;
  readonly shipping?: {
    readonly cost?: Amount;
    readonly date?: string;
    readonly method?: string;
  };
  readonly discounts?: ReadonlyArray<{
    readonly items?: ReadonlyArray<{
      readonly value?: Amount;
    }>;
  }>;
  readonly associateId: string;
  readonly counterIpAddress?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly language?: 'en' | 'es';
  readonly kioskId?: string;
};

export type CreateKeyBody = {
  readonly name: string;
  readonly kind?: 'secret' | 'public';
  readonly scopes?: ReadonlyArray<'read' | 'write' | 'partner'>;
  readonly expiresAt?: string;
};

export type CreateKeyAnswer = {
  readonly keyId: string;
  readonly kind: 'secret' | 'public';
  readonly name: string;
  readonly lastFour: string;
  readonly scopes: ReadonlyArray<'read' | 'write' | 'partner'>;
  readonly state: 'active' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly key: string;
};

export type CreateKioskBody = {
  readonly name: string;
};

export type CreateKioskAnswer = {
  readonly id: string;
  readonly name: string;
  readonly state: 'new' | 'working' | 'ended';
  readonly createdAt: string;
  readonly setupUri: string;
  readonly qrCode: string;
};

export type CreateLeaseBody = {
  readonly transactionId: string;
  readonly orderId?: string;
  readonly items: ReadonlyArray<{
    readonly sku: string;
    readonly description: string;
    readonly brand: string;
    readonly cost: Amount;
    readonly quantity: number;
    readonly condition?: 'new' | 'used' | 'refurbished';
    readonly productId?: string;
    readonly mpn?: string;
    readonly gtin?: string;
    readonly images?: ReadonlyArray<string | null>;
    readonly shipping?: {
      readonly cost?: Amount;
      readonly date?: string;
      readonly method?: string;
    };
  }>;
  readonly shipping?: {
    readonly cost?: Amount;
    readonly date?: string;
    readonly method?: string;
  };
  readonly totalDiscount?: Amount;
  readonly payTomorrowTaxTotal?: Amount;
  readonly frequency?: 'weekly' | 'biweekly' | 'semimonthly' | 'monthly';
  readonly language?: 'en' | 'es';
};

export type CreateLeaseQuery = {
  readonly asPdf?: boolean;
  readonly sendLink?: boolean;
  readonly withToken?: boolean;
};

export type CreateLeaseAnswer = {
  readonly leaseId: string;
  readonly contract: string;
  readonly frequency: string;
  readonly term: number;
  readonly payment: Dollars;
  readonly cashPrice: Dollars;
  readonly costOfRental: Dollars;
  readonly payTomorrowTaxTotal?: Dollars;
  readonly agreementToken?: string;
};

export type CreateMerchantBody = {
  readonly name: string;
  readonly minimumOrderValue?: Amount;
  readonly origins?: ReadonlyArray<string>;
};

export type CreateMerchantAnswer = {
  readonly merchantId: string;
  readonly name: string;
  readonly apiKey: string;
  readonly authKey: string;
};

export type CreateUserBody = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password?: string;
  readonly resetPassword?: boolean;
  readonly locale?: 'en' | 'es';
};

export type CreateUserAnswer = {
  readonly userId: string;
  readonly token: string;
};

export type DeclineApplicationBody = {
  readonly by: string;
  readonly reason: string;
  readonly because: ReadonlyArray<'K01_STATE_NOT_OFFERED' | 'K02_UNDER_AGE' | 'K03_INCOME_BELOW_MINIMUM' | 'K04_BANK_ACCOUNT_NOT_VERIFIED' | 'K05_PRIOR_CHARGE_OFF' | 'K06_IDENTITY_NOT_VERIFIED' | 'A01' | 'A02' | 'A03' | 'A04' | 'A05' | 'A06' | 'A07' | 'A08' | 'A09' | 'A10' | 'A11'>;
};

export type DeclineApplicationAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type DeeplyVerifyUserExistsBody = {
  readonly email: string;
  readonly phone?: string;
  readonly address?: {
    readonly street1: string;
    readonly street2?: string;
    readonly city: string;
    readonly region: string;
    readonly postalCode: string;
    readonly country: string;
  };
};

export type DeeplyVerifyUserExistsAnswer = {
  readonly emailExists: boolean;
  readonly phoneExists: boolean;
  readonly addressExists: boolean;
};

export type FinalizeTransactionAnswer = {
  readonly transactionId: string;
  readonly loanNumber: string;
  readonly leaseNumber: string;
};

export type GetChildTransactionKeyAnswer = {
  readonly childKey: string;
};

export type GetClockAnswer = {
  readonly now: string;
};

export type GetCounterfactualQuery = {
  readonly pay?: Amount;
  readonly returnSku?: string;
  readonly returnQuantity?: number;
  readonly frequency?: 'weekly' | 'biweekly' | 'semimonthly' | 'monthly';
  readonly nextDueDate?: string;
  readonly acceptEarlier?: boolean;
  readonly exchangeSku?: string;
  readonly exchangeQuantity?: number;
  readonly exchangeCost?: Amount;
  readonly lossSku?: string;
  readonly lossQuantity?: number;
  readonly lossOfAll?: boolean;
  readonly marketValue?: Amount;
  readonly repairCost?: Amount;
};

export type GetCounterfactualAnswer = {
  readonly leaseId: string;
  readonly what: 'pay' | 'return' | 'frequency' | 'due_date' | 'exchange' | 'loss';
  readonly now: {
    readonly frequency: string;
    readonly paymentsLeft: number;
    readonly nextPayment: {
      readonly date: string;
      readonly total: Dollars;
    } | null;
    readonly lastPaymentDate: string | null;
    readonly stillToPay: Dollars;
    readonly totalCost: Dollars;
    readonly earlyPurchase: {
      readonly total: Dollars;
      readonly saving: Dollars;
    } | null;
  };
  readonly after: {
    readonly frequency: string;
    readonly paymentsLeft: number;
    readonly nextPayment: {
      readonly date: string;
      readonly total: Dollars;
    } | null;
    readonly lastPaymentDate: string | null;
    readonly stillToPay: Dollars;
    readonly totalCost: Dollars;
    readonly earlyPurchase: {
      readonly total: Dollars;
      readonly saving: Dollars;
    } | null;
  };
  readonly payments: ReadonlyArray<{
    readonly number: number;
    readonly dueDate: string;
    readonly debitDate: string;
    readonly rent: Dollars;
    readonly tax: Dollars;
    readonly total: Dollars;
  }>;
  readonly refund: Dollars;
  readonly renegotiation: boolean;
  readonly needsSignature: boolean;
  readonly needsAuthorization: boolean;
  readonly dueDate: {
    readonly movedDays: number;
    readonly earlier: boolean;
  } | null;
  readonly exchange: {
    readonly way: 'substitution' | 'from_inception' | 'prospective';
    readonly difference: Dollars;
  } | null;
  readonly loss: {
    readonly amount: Dollars;
    readonly by: 'marketValue' | 'remainingRent' | 'earlyPurchase' | 'repairCost';
    readonly values: {
      readonly marketValue: Dollars | null;
      readonly remainingRent: Dollars | null;
      readonly earlyPurchase: Dollars | null;
      readonly repairCost: Dollars | null;
    };
  } | null;
  readonly derivation: ReadonlyArray<DerivationView>;
};

export type GetEarlyPurchaseQuery = {
  readonly on?: string;
};

export type GetEarlyPurchaseAnswer = {
  readonly leaseId: string;
  readonly date: string;
  readonly total: Dollars;
  readonly rent: Dollars;
  readonly fees: Dollars;
  readonly tax: Dollars;
  readonly saving: Dollars;
  readonly method: string;
  readonly by: 'contract' | 'statute';
  readonly validThrough: string;
  readonly rentPaid: Dollars;
  readonly pending: Dollars;
  readonly cashPrice: Dollars;
  readonly dayAfter: {
    readonly date: string;
    readonly total: Dollars;
  } | null;
  readonly leaseVersion: number;
  readonly derivation: ReadonlyArray<DerivationView>;
};

export type GetEvidenceAnswer = {
  readonly format: 'flexpay-evidence-1';
  readonly agreement: {
    readonly number: string;
    readonly version: string;
    readonly merchant: string;
    readonly transactionId: string;
    readonly governingState: string;
    readonly rulesVersion: string;
    readonly rulesHash: string;
    readonly offeredAt: string;
    readonly signedAt: string;
  };
  readonly signer: {
    readonly name: string;
    readonly typedName: string;
    readonly channel: 'api' | 'modal';
    readonly ipAddress: string;
    readonly userAgent: string;
  };
  readonly documents: ReadonlyArray<{
    readonly id: string;
    readonly version: string;
    readonly sha256: string;
    readonly pdfSha256: string | null;
    readonly html: string;
  }>;
  readonly cartHash: string;
  readonly amounts: {
    readonly cashPriceCents: number;
    readonly totalRentCents: number;
    readonly processingFeeCents: number;
    readonly costOfLeaseCents: number;
    readonly totalCostCents: number;
    readonly totalTaxCents: number;
    readonly totalCostWithTaxCents: number;
    readonly payments: {
      readonly frequency: string;
      readonly count: number;
      readonly regularRentCents: number;
      readonly regularTaxCents: number;
      readonly lastRentCents: number;
      readonly lastTaxCents: number;
      readonly dueOn: ReadonlyArray<string>;
    };
    readonly initialPayment: {
      readonly rentCents: number;
      readonly taxCents: number;
      readonly processingFeeCents: number;
      readonly processingFeeTaxCents: number;
      readonly totalCents: number;
    };
  };
  readonly derivation: ReadonlyArray<DerivationView>;
  readonly events: ReadonlyArray<{
    readonly number: number;
    readonly kind: string;
    readonly at: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly previous: string | null;
    readonly hash: string;
  }>;
  readonly signature: {
    readonly algorithm: 'Ed25519';
    readonly keyId: string;
    readonly publicKey: string;
    readonly value: string;
  };
};

export type GetEvidenceKeyAnswer = {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  readonly publicKey: string;
};

export type GetKeyUseAnswer = {
  readonly keys: ReadonlyArray<{
    readonly kind: 'kek' | 'index';
    readonly keyId: string;
    readonly current: boolean;
    readonly held: boolean;
    readonly rows: number;
    readonly remaining: number;
    readonly mayGo: boolean;
    readonly columns: ReadonlyArray<{
      readonly column: string;
      readonly rows: number;
      readonly remaining: number;
    }>;
  }>;
};

export type GetLeaseQuery = {
  readonly asPdf?: boolean;
};

export type GetLeaseSettingsAnswer = {
  readonly minimumOrderValue: Dollars;
  readonly currency: 'USD';
  readonly countries: ReadonlyArray<'US'>;
  readonly leaseTerms: {
    readonly factor: string;
    readonly weeks: number;
    readonly processingFee?: Dollars;
    readonly fixedInitialRent?: Dollars;
  };
};

export type GetMagicValuesAnswer = ReadonlyArray<{
  readonly input: string;
  readonly effect: string;
  readonly kind: 'ssn' | 'email' | 'phone' | 'bank_account' | 'card' | 'document' | 'transaction' | 'header';
  readonly value: string;
  readonly example: string;
  readonly routing?: string;
  readonly cardNumber?: string;
}>;

export type GetPkmsKeyAnswer = {
  readonly pkmsKey: string;
};

export type GetRulesAnswer = {
  readonly version: string;
  readonly state: string;
  readonly statute: string;
  readonly effectiveFrom: string;
  readonly enabled: boolean;
  readonly verified: boolean;
  readonly live: boolean;
  readonly signedOffBy: string | null;
  readonly hash: string;
  readonly openLeases: number;
  readonly values: ReadonlyArray<{
    readonly section: string;
    readonly value: string;
    readonly source: ReadonlyArray<string>;
    readonly confidence: 'high' | 'medium' | 'low';
    readonly verified: boolean;
    readonly from: string;
  }>;
};

export type GetSandboxKeysAnswer = {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly authKey: string;
  readonly merchants: ReadonlyArray<{
    readonly name: string;
    readonly apiKey: string;
    readonly authKey: string;
  }>;
  readonly operatorKeyFile: string;
};

export type GetScheduleAnswer = {
  readonly leaseId: string;
  readonly frequency: string;
  readonly startDate: string;
  readonly started: boolean;
  readonly payments: ReadonlyArray<{
    readonly number: number;
    readonly dueDate: string;
    readonly debitDate: string;
    readonly rent: Dollars;
    readonly tax: Dollars;
    readonly total: Dollars;
    readonly paid: Dollars;
    readonly status: 'paid' | 'partly_paid' | 'due' | 'past_due' | 'scheduled';
  }>;
  readonly totalCost: Dollars;
  readonly totalPaid: Dollars;
  readonly stillToPay: Dollars;
  readonly pastDue: {
    readonly since: string;
    readonly amount: Dollars;
    readonly resumeThrough: string;
  } | null;
};

export type GetVerificationQuestionsAnswer = {
  readonly id?: string;
  readonly questions: ReadonlyArray<{
    readonly id: string;
    readonly label: string;
    readonly choices: ReadonlyArray<{
      readonly id: string;
      readonly label: string;
    }>;
  }>;
};

export type HoldLeaseBody = {
  readonly cause: 'bankruptcy' | 'death' | 'fraud_claim';
  readonly by: string;
  readonly reason: string;
};

export type ImportProductsBody = {
  readonly products?: ReadonlyArray<{
    readonly sku: string;
    readonly name: string;
    readonly url: string;
  }>;
  readonly csv?: string;
};

export type ImportProductsAnswer = {
  readonly imported: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
};

export type LiftFromDenylistBody = {
  readonly by: string;
  readonly reason: string;
};

export type LiftHoldBody = {
  readonly by: string;
  readonly reason: string;
};

export type ListAgreementsAnswer = ReadonlyArray<AgreementView>;

export type ListApplicationsQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly state?: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly waitsFor?: 'operator' | 'customer' | 'provider' | 'nobody';
  readonly merchantId?: string;
};

export type ListApplicationsAnswer = {
  readonly applications: ReadonlyArray<ApplicationLine>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListDenylistQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly kind?: 'ssn' | 'bank' | 'device' | 'mobile' | 'email' | 'email_domain' | 'address';
  readonly code?: 'identity_theft' | 'fraud' | 'charge_off' | 'abuse' | 'own_request';
  readonly userId?: string;
  readonly applicationId?: string;
  readonly open?: boolean;
};

export type ListDenylistAnswer = {
  readonly entries: ReadonlyArray<DenylistEntry>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListDocumentsAnswer = {
  readonly applicationId: string;
  readonly documents: ReadonlyArray<{
    readonly documentId: string;
    readonly kind: 'id_front' | 'id_back' | 'address';
    readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
    readonly bytes: number;
    readonly sha256: string;
    readonly receivedAt: string;
  }>;
  readonly check: {
    readonly provider: string;
    readonly verdict: 'genuine' | 'doubtful' | 'unknown';
    readonly reason: string | null;
    readonly checkedAt: string;
  } | null;
};

export type ListHandOverEventsQuery = {
  readonly after?: number;
  readonly limit?: number;
};

export type ListHandOverEventsAnswer = {
  readonly events: ReadonlyArray<{
    readonly number: number;
    readonly type: 'hand_over.opened' | 'hand_over.underway' | 'hand_over.signed' | 'hand_over.ended' | 'hand_over.cancelled';
    readonly handOverId: string;
    readonly transactionId: string;
    readonly associateId: string;
    readonly status: 'opened' | 'underway' | 'signed' | 'ended' | 'cancelled';
    readonly total: Dollars;
    readonly recordedAt: string;
  }>;
  readonly next: number;
};

export type ListHoldsQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly userId?: string;
  readonly open?: boolean;
};

export type ListHoldsAnswer = {
  readonly holds: ReadonlyArray<HoldView>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListKeysAnswer = {
  readonly keys: ReadonlyArray<KeyView>;
};

export type ListKiosksAnswer = {
  readonly kiosks: ReadonlyArray<KioskView>;
};

export type ListLeaseHoldsQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly leaseNumber?: string;
  readonly userId?: string;
  readonly open?: boolean;
};

export type ListLeaseHoldsAnswer = {
  readonly holds: ReadonlyArray<LeaseHoldView>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListLettersQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly posted?: boolean;
};

export type ListLettersAnswer = {
  readonly letters: ReadonlyArray<Letter>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListMerchantsQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly name?: string;
};

export type ListMerchantsAnswer = {
  readonly merchants: ReadonlyArray<MerchantView>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListOpeningsQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly customerId?: string;
  readonly purpose?: 'decision' | 'account-report' | 'lender' | 'identity-check' | 'screening' | 'identity-questions' | 'first-payment' | 'collected-payment' | 'repeated-answer' | 'index-rotation' | 'document-check' | 'document-review';
};

export type ListOpeningsAnswer = {
  readonly openings: ReadonlyArray<{
    readonly openingId: string;
    readonly purpose: 'decision' | 'account-report' | 'lender' | 'identity-check' | 'screening' | 'identity-questions' | 'first-payment' | 'collected-payment' | 'repeated-answer' | 'index-rotation' | 'document-check' | 'document-review';
    readonly table: string;
    readonly column: string;
    readonly rowId: string;
    readonly owner: string;
    readonly requestId: string | null;
    readonly openedAt: string;
  }>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListOriginsAnswer = {
  readonly origins: ReadonlyArray<string>;
  readonly any: boolean;
};

export type ListPaymentMethodsAnswer = ReadonlyArray<PaymentMethodView>;

export type ListProductsQuery = {
  readonly page?: number;
  readonly limit?: number;
};

export type ListProductsAnswer = {
  readonly products: ReadonlyArray<{
    readonly sku: string;
    readonly name: string;
    readonly url: string;
  }>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListRulesAnswer = {
  readonly rules: ReadonlyArray<{
    readonly version: string;
    readonly state: string;
    readonly statute: string;
    readonly effectiveFrom: string;
    readonly enabled: boolean;
    readonly verified: boolean;
    readonly live: boolean;
    readonly signedOffBy: string | null;
    readonly hash: string;
    readonly openLeases: number;
  }>;
};

export type ListScreeningQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly state?: 'open' | 'cleared' | 'confirmed';
};

export type ListScreeningAnswer = {
  readonly cases: ReadonlyArray<ScreeningLine>;
  readonly lists: {
    readonly provider: string;
    readonly hash: string;
    readonly listedOn: string | null;
    readonly problem: string | null;
  } | null;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListSecurityEventsQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly merchantId?: string;
  readonly kind?: string;
};

export type ListSecurityEventsAnswer = {
  readonly events: ReadonlyArray<{
    readonly eventId: string;
    readonly merchantId: string | null;
    readonly kind: string;
    readonly detail: unknown;
    readonly recordedAt: string;
  }>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListTransactionsQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly leaseStatus?: 'signed' | 'pending';
  readonly fromDate?: string;
  readonly toDate?: string;
};

export type ListTransactionsAnswer = {
  readonly transactions: ReadonlyArray<TransactionView>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type ListUsersQuery = {
  readonly page?: number;
  readonly limit?: number;
};

export type ListUsersAnswer = {
  readonly users: ReadonlyArray<UserView>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type MoveClockBody = {
  readonly advance?: string;
  readonly to?: string;
};

export type MoveClockAnswer = {
  readonly now: string;
};

export type OpenDocumentQuery = {
  readonly by: string;
  readonly reason: string;
};

export type PasscodeLoginBody = {
  readonly passcode: string;
};

export type PasscodeLoginAnswer = {
  readonly token: string;
};

export type PostLetterBody = {
  readonly by: string;
  readonly postedOn?: string;
};

export type QuoteOrderBody = {
  readonly items: ReadonlyArray<{
    readonly sku: string;
    readonly description: string;
    readonly brand: string;
    readonly cost: Amount;
    readonly quantity: number;
    readonly condition?: 'new' | 'used' | 'refurbished';
    readonly productId?: string;
    readonly mpn?: string;
    readonly gtin?: string;
    readonly images?: ReadonlyArray<string | null>;
    readonly shipping?: {
      readonly cost?: Amount;
      readonly date?: string;
      readonly method?: string;
    };
  }>;
  readonly shipping?: {
    readonly cost?: Amount;
    readonly date?: string;
    readonly method?: string;
  };
  readonly totalDiscount?: Amount;
  readonly state: string;
  readonly postalCode?: string;
  readonly frequency?: 'weekly' | 'biweekly' | 'semimonthly' | 'monthly';
  readonly nextPayDate?: string;
};

export type QuoteOrderAnswer = {
  readonly state: string;
  readonly rulesVersion: string;
  readonly frequency: string;
  readonly agreedOn: string;
  readonly plannedStartDate: string;
  readonly cashPrice: Dollars;
  readonly initialPayment: {
    readonly rent: Dollars;
    readonly tax: Dollars;
    readonly processingFee: Dollars;
    readonly processingFeeTax: Dollars;
    readonly total: Dollars;
  };
  readonly term: number;
  readonly payment: Dollars;
  readonly lastPayment: Dollars;
  readonly totalCost: Dollars;
  readonly totalTax: Dollars;
  readonly totalCostWithTax: Dollars;
  readonly costOfRental: Dollars;
  readonly payments: ReadonlyArray<{
    readonly number: number;
    readonly dueDate: string;
    readonly debitDate: string;
    readonly rent: Dollars;
    readonly tax: Dollars;
    readonly total: Dollars;
  }>;
  readonly earlyPurchase: ReadonlyArray<{
    readonly day: number;
    readonly date: string;
    readonly rentPaid: Dollars;
    readonly price: Dollars;
    readonly tax: Dollars;
    readonly total: Dollars;
    readonly method: string;
  }>;
  readonly derivation: ReadonlyArray<DerivationView>;
};

export type ReadInboxQuery = {
  readonly to?: string;
};

export type ReadInboxAnswer = {
  readonly messages: ReadonlyArray<{
    readonly id: string;
    readonly to: string;
    readonly channel: 'email' | 'sms';
    readonly kind: string;
    readonly subject: string;
    readonly body: string;
    readonly sentAt: string;
  }>;
};

export type ReceiveDocumentsBody = {
  readonly by: string;
  readonly reason: string;
};

export type ReceiveDocumentsAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type RefundItemsBody = {
  readonly items: ReadonlyArray<{
    readonly lineNumber: number;
    readonly sku: string;
    readonly itemCredit?: Amount;
    readonly shippingCredit?: Amount;
  }>;
};

export type RefundItemsAnswer = {
  readonly refunded: ReadonlyArray<{
    readonly sku: string;
    readonly lineNumber: number;
  }>;
};

export type RejectDocumentsBody = {
  readonly by: string;
  readonly reason: string;
};

export type RejectDocumentsAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type ReleaseLeaseBody = {
  readonly cause: 'bankruptcy' | 'death' | 'fraud_claim';
  readonly by: string;
  readonly reason: string;
};

export type RemoveOriginBody = {
  readonly origin: string;
};

export type RemoveOriginAnswer = {
  readonly origins: ReadonlyArray<string>;
  readonly any: boolean;
};

export type RenewHandOverBody = {
  readonly phone?: string;
  readonly email?: string;
  readonly language?: 'en' | 'es';
  readonly kioskId?: string;
};

export type ReplayDecisionsQuery = {
  readonly version?: string;
  readonly merchantId?: string;
};

export type ReplayDecisionsAnswer = {
  readonly version: string | null;
  readonly examined: number;
  readonly same: number;
  readonly changed: number;
  readonly skipped: ReadonlyArray<{
    readonly why: string;
    readonly decisions: number;
  }>;
  readonly reasons: ReadonlyArray<{
    readonly code: string;
    readonly text: string;
    readonly lost: number;
    readonly gained: number;
  }>;
  readonly decisions: ReadonlyArray<{
    readonly applicationId: string;
    readonly before: {
      readonly decision: string;
      readonly score: number | null;
      readonly grade: string | null;
      readonly spendingLimit: Dollars;
      readonly reasons: ReadonlyArray<string>;
    };
    readonly after: {
      readonly decision: string;
      readonly score: number | null;
      readonly grade: string | null;
      readonly spendingLimit: Dollars;
      readonly reasons: ReadonlyArray<string>;
    };
    readonly lost: ReadonlyArray<string>;
    readonly gained: ReadonlyArray<string>;
    readonly moved: ReadonlyArray<string>;
  }>;
  readonly digest: string;
  readonly isComplete: boolean;
};

export type RequestDocumentsBody = {
  readonly by: string;
  readonly reason: string;
};

export type RequestDocumentsAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type ReturnItemsBody = {
  readonly items?: ReadonlyArray<{
    readonly sku: string;
    readonly quantity?: number;
  }>;
};

export type ReturnItemsAnswer = {
  readonly returned: ReadonlyArray<{
    readonly sku: string;
    readonly quantity: number;
  }>;
  readonly failed: ReadonlyArray<{
    readonly sku: string;
    readonly quantity: number;
  }>;
};

export type RevokeApplicationBody = {
  readonly by: string;
  readonly reason: string;
  readonly because: ReadonlyArray<'K01_STATE_NOT_OFFERED' | 'K02_UNDER_AGE' | 'K03_INCOME_BELOW_MINIMUM' | 'K04_BANK_ACCOUNT_NOT_VERIFIED' | 'K05_PRIOR_CHARGE_OFF' | 'K06_IDENTITY_NOT_VERIFIED' | 'A01' | 'A02' | 'A03' | 'A04' | 'A05' | 'A06' | 'A07' | 'A08' | 'A09' | 'A10' | 'A11'>;
};

export type RevokeApplicationAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type RotateKeyBody = {
  readonly overlapHours?: number;
  readonly expiresAt?: string;
};

export type RotateKeyAnswer = {
  readonly keyId: string;
  readonly kind: 'secret' | 'public';
  readonly name: string;
  readonly lastFour: string;
  readonly scopes: ReadonlyArray<'read' | 'write' | 'partner'>;
  readonly state: 'active' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly key: string;
  readonly oldKeyWorksUntil: string;
};

export type SearchUsersBody = {
  readonly mobilePhone: string;
  readonly ssn: string;
};

export type SearchUsersQuery = {
  readonly page?: number;
  readonly limit?: number;
};

export type SearchUsersAnswer = {
  readonly users: ReadonlyArray<FoundUser>;
  readonly meta: {
    readonly count: number;
    readonly totalPages: number;
    readonly page: number;
    readonly limit: number;
  };
};

export type SendPasscodeBody = {
  readonly transport: 'sms' | 'email' | 'all';
};

export type SetHoldBody = {
  readonly userId: string;
  readonly by: string;
  readonly reason: string;
};

export type SignLeaseBody = {
  readonly ipAddress: string;
  readonly timestamp?: string;
  readonly signed: boolean;
};

export type SignLeaseAnswer = Readonly<Record<string, unknown>>;

export type StartPrequalBody = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password?: string;
  readonly mobilePhone: string;
  readonly optInMarketing?: boolean;
  readonly street1: string;
  readonly street2?: string;
  readonly city: string;
  readonly regionAbbr: string;
  readonly postalCode: string;
  readonly country: 'US';
  readonly dateOfBirth: string;
  readonly ssn: string;
  readonly employmentInformation: {
    readonly payFrequency: string;
    readonly monthlyIncome: Amount;
    readonly nextPayDate?: string;
    readonly lastPayDate?: string;
    readonly name?: string;
    readonly phone?: string;
  };
  readonly ipAddress?: string;
  readonly lenderConsents?: ReadonlyArray<'prime' | 'near_prime'>;
};

export type StartPrequalAnswer = {
  readonly prequalId: string;
  readonly decision: {
    readonly applicationId: string;
    readonly approved: boolean;
    readonly status: 'approved' | 'pending' | 'denied' | 'failed' | 'error';
    readonly limit: Dollars;
    readonly availableLimit: Dollars;
    readonly availableWeeklyLimit: Dollars;
    readonly createdAt: string;
  } | null;
  readonly approvedElsewhere?: {
    readonly lender: string;
    readonly limit: Dollars;
    readonly continueAt: string;
  };
  readonly verificationStatus: 'pending' | 'failed' | 'succeeded';
};

export type TokeniseTestCardBody = {
  readonly childKey: string;
  readonly card: string;
};

export type TokeniseTestCardAnswer = {
  readonly token: string;
};

export type UpdateMerchantBody = {
  readonly name?: string;
  readonly minimumOrderValue?: Amount;
  readonly processingFee?: Amount;
  readonly fixedInitialRent?: Amount;
  readonly discountRate?: Amount;
  readonly finalizeWithinHours?: number;
  readonly firstPaymentAt?: 'signing' | 'shipment';
  readonly trustedPartner?: boolean;
  readonly compatibility?: {
    readonly bareLists?: boolean;
    readonly shipmentNeedsPost?: boolean;
    readonly deniedAs?: 'denied' | 'failed';
    readonly autoFinalize?: boolean;
  };
};

export type ValidateRoutingNumberBody = {
  readonly routingNumber?: string;
};

export type ValidateRoutingNumberQuery = {
  readonly routingNumber?: string;
};

export type ValidateRoutingNumberAnswer = {
  readonly routingNumber: string;
  readonly valid: boolean;
  readonly bankName: string | null;
  readonly reason: 'format' | 'prefix' | 'checksum' | 'blocked' | null;
};

export type VerifyAnswersBody = {
  readonly id: string;
  readonly answers: ReadonlyArray<{
    readonly questionId: string;
    readonly choiceId: string;
  }>;
};

export type VerifyUserExistsQuery = {
  readonly email: string;
};

export type VerifyUserExistsAnswer = {
  readonly userId?: string;
  readonly exists: boolean;
};

export type WithdrawApplicationBody = {
  readonly by: string;
  readonly reason: string;
};

export type WithdrawApplicationAnswer = {
  readonly applicationId: string;
  readonly state: 'draft' | 'submitted' | 'kba_pending' | 'kba_passed' | 'kba_failed' | 'kba_expired' | 'step_up' | 'review' | 'deciding' | 'approved' | 'declined' | 'expired' | 'revoked' | 'abandoned' | 'withdrawn';
  readonly spendingLimit: Dollars;
  readonly can: ReadonlyArray<string>;
};

export type Operations = {
  acceptDocuments: { params: { applicationId: string }; body: AcceptDocumentsBody; answer: AcceptDocumentsAnswer };
  addOrigin: { params: { merchantId: string }; body: AddOriginBody; answer: AddOriginAnswer };
  addPaymentMethod: { body?: AddPaymentMethodBody; answer: AddPaymentMethodAnswer };
  addToDenylist: { body: AddToDenylistBody; answer: AddToDenylistAnswer };
  apply: { body: ApplyBody; answer: UserView };
  approveApplication: { params: { applicationId: string }; body: ApproveApplicationBody; answer: ApproveApplicationAnswer };
  audit: { answer: AuditAnswer };
  authorizeUser: { params: { userId: string }; answer: AuthorizeUserAnswer };
  cancelHandOver: { params: { handOverId: string }; answer: HandOverView };
  cancelItems: { params: { transactionId: string }; body?: CancelItemsBody; answer: CancelItemsAnswer };
  clearScreening: { params: { caseId: string }; body: ClearScreeningBody; answer: ClearScreeningAnswer };
  collectPayment: { params: { agreementId: string }; body: CollectPaymentBody; answer: CollectPaymentAnswer };
  completePrequal: { body: CompletePrequalBody; answer: UserView };
  confirmReceipt: { params: { transactionId: string }; body?: ConfirmReceiptBody; answer: ConfirmReceiptAnswer };
  confirmScreening: { params: { caseId: string }; body: ConfirmScreeningBody; answer: ConfirmScreeningAnswer };
  confirmShipment: { params: { transactionId: string }; body?: ConfirmShipmentBody; answer: ConfirmShipmentAnswer };
  correctScreening: { params: { caseId: string }; body: CorrectScreeningBody; answer: CorrectScreeningAnswer };
  createCheckout: { body: CreateCheckoutBody; answer: CreateCheckoutAnswer };
  createHandOver: { body: CreateHandOverBody; answer: HandOverView };
  createKey: { params: { merchantId: string }; body: CreateKeyBody; answer: CreateKeyAnswer };
  createKiosk: { body: CreateKioskBody; answer: CreateKioskAnswer };
  createLease: { query?: CreateLeaseQuery; body: CreateLeaseBody; answer: CreateLeaseAnswer };
  createMerchant: { body: CreateMerchantBody; answer: CreateMerchantAnswer };
  createUser: { body: CreateUserBody; answer: CreateUserAnswer };
  declineApplication: { params: { applicationId: string }; body: DeclineApplicationBody; answer: DeclineApplicationAnswer };
  deeplyVerifyUserExists: { body: DeeplyVerifyUserExistsBody; answer: DeeplyVerifyUserExistsAnswer };
  endKiosk: { params: { kioskId: string }; answer: KioskView };
  finalizeTransaction: { params: { transactionId: string }; answer: FinalizeTransactionAnswer };
  getApplication: { params: { applicationId: string }; answer: ApplicationDetail };
  getChildTransactionKey: { answer: GetChildTransactionKeyAnswer };
  getClock: { answer: GetClockAnswer };
  getCounterfactual: { params: { leaseId: string }; query?: GetCounterfactualQuery; answer: GetCounterfactualAnswer };
  getEarlyPurchase: { params: { leaseId: string }; query?: GetEarlyPurchaseQuery; answer: GetEarlyPurchaseAnswer };
  getEvidence: { params: { leaseId: string }; answer: GetEvidenceAnswer };
  getEvidenceKey: { answer: GetEvidenceKeyAnswer };
  getHandOver: { params: { handOverId: string }; answer: HandOverView };
  getKeyUse: { answer: GetKeyUseAnswer };
  getLease: { params: { leaseId: string }; query?: GetLeaseQuery; answer: LeaseView };
  getLeaseSettings: { answer: GetLeaseSettingsAnswer };
  getMagicValues: { answer: GetMagicValuesAnswer };
  getMerchant: { params: { merchantId: string }; answer: MerchantView };
  getPkmsKey: { answer: GetPkmsKeyAnswer };
  getRules: { params: { version: string }; answer: GetRulesAnswer };
  getSandboxKeys: { answer: GetSandboxKeysAnswer };
  getSchedule: { params: { leaseId: string }; answer: GetScheduleAnswer };
  getScreening: { params: { caseId: string }; answer: ScreeningCase };
  getTransaction: { params: { transactionId: string }; answer: TransactionView };
  getUser: { answer: UserView };
  getVerificationQuestions: { answer: GetVerificationQuestionsAnswer };
  holdLease: { params: { leaseNumber: string }; body: HoldLeaseBody; answer: LeaseHoldView };
  importProducts: { body?: ImportProductsBody; answer: ImportProductsAnswer };
  liftFromDenylist: { params: { entryId: string }; body: LiftFromDenylistBody; answer: DenylistEntry };
  liftHold: { params: { holdId: string }; body: LiftHoldBody; answer: HoldView };
  listAgreements: { answer: ListAgreementsAnswer };
  listApplications: { query?: ListApplicationsQuery; answer: ListApplicationsAnswer };
  listDenylist: { query?: ListDenylistQuery; answer: ListDenylistAnswer };
  listDocuments: { params: { applicationId: string }; answer: ListDocumentsAnswer };
  listHandOverEvents: { query?: ListHandOverEventsQuery; answer: ListHandOverEventsAnswer };
  listHolds: { query?: ListHoldsQuery; answer: ListHoldsAnswer };
  listKeys: { params: { merchantId: string }; answer: ListKeysAnswer };
  listKiosks: { answer: ListKiosksAnswer };
  listLeaseHolds: { query?: ListLeaseHoldsQuery; answer: ListLeaseHoldsAnswer };
  listLetters: { query?: ListLettersQuery; answer: ListLettersAnswer };
  listMerchants: { query?: ListMerchantsQuery; answer: ListMerchantsAnswer };
  listOpenings: { query?: ListOpeningsQuery; answer: ListOpeningsAnswer };
  listOrigins: { params: { merchantId: string }; answer: ListOriginsAnswer };
  listPaymentMethods: { answer: ListPaymentMethodsAnswer };
  listProducts: { query?: ListProductsQuery; answer: ListProductsAnswer };
  listRules: { answer: ListRulesAnswer };
  listScreening: { query?: ListScreeningQuery; answer: ListScreeningAnswer };
  listSecurityEvents: { query?: ListSecurityEventsQuery; answer: ListSecurityEventsAnswer };
  listTransactions: { query?: ListTransactionsQuery; answer: ListTransactionsAnswer };
  listUsers: { query?: ListUsersQuery; answer: ListUsersAnswer };
  moveClock: { body?: MoveClockBody; answer: MoveClockAnswer };
  openDocument: { params: { applicationId: string; documentId: string }; query: OpenDocumentQuery; answer: DocumentOpened };
  passcodeLogin: { params: { userId: string }; body: PasscodeLoginBody; answer: PasscodeLoginAnswer };
  postLetter: { params: { noticeId: string }; body: PostLetterBody; answer: Letter };
  printLetter: { params: { noticeId: string }; answer: PrintedLetter };
  quoteOrder: { body: QuoteOrderBody; answer: QuoteOrderAnswer };
  readInbox: { query?: ReadInboxQuery; answer: ReadInboxAnswer };
  receiveDocuments: { params: { applicationId: string }; body: ReceiveDocumentsBody; answer: ReceiveDocumentsAnswer };
  refundItems: { params: { transactionId: string }; body: RefundItemsBody; answer: RefundItemsAnswer };
  rejectDocuments: { params: { applicationId: string }; body: RejectDocumentsBody; answer: RejectDocumentsAnswer };
  releaseLease: { params: { leaseNumber: string }; body: ReleaseLeaseBody; answer: LeaseHoldView };
  removeOrigin: { params: { merchantId: string }; body: RemoveOriginBody; answer: RemoveOriginAnswer };
  renewHandOver: { params: { handOverId: string }; body?: RenewHandOverBody; answer: HandOverView };
  replayDecisions: { query?: ReplayDecisionsQuery; answer: ReplayDecisionsAnswer };
  requestDocuments: { params: { applicationId: string }; body: RequestDocumentsBody; answer: RequestDocumentsAnswer };
  returnItems: { params: { transactionId: string }; body?: ReturnItemsBody; answer: ReturnItemsAnswer };
  revokeApplication: { params: { applicationId: string }; body: RevokeApplicationBody; answer: RevokeApplicationAnswer };
  revokeKey: { params: { merchantId: string; keyId: string }; answer: KeyView };
  rotateKey: { params: { merchantId: string; keyId: string }; body?: RotateKeyBody; answer: RotateKeyAnswer };
  searchUsers: { query?: SearchUsersQuery; body: SearchUsersBody; answer: SearchUsersAnswer };
  sendPasscode: { params: { userId: string }; body: SendPasscodeBody; answer: unknown };
  setHold: { body: SetHoldBody; answer: HoldView };
  signLease: { params: { leaseId: string }; body: SignLeaseBody; answer: SignLeaseAnswer };
  startPrequal: { body: StartPrequalBody; answer: StartPrequalAnswer };
  tokeniseTestCard: { body: TokeniseTestCardBody; answer: TokeniseTestCardAnswer };
  updateMerchant: { params: { merchantId: string }; body?: UpdateMerchantBody; answer: MerchantView };
  validateRoutingNumber: { query?: ValidateRoutingNumberQuery; body?: ValidateRoutingNumberBody; answer: ValidateRoutingNumberAnswer };
  verifyAnswers: { body: VerifyAnswersBody; answer: UserView };
  verifyUserExists: { query: VerifyUserExistsQuery; answer: VerifyUserExistsAnswer };
  withdrawApplication: { params: { applicationId: string }; body: WithdrawApplicationBody; answer: WithdrawApplicationAnswer };
};

export type OperationName = keyof Operations;

type Row = { readonly method: string; readonly path: string; readonly amounts: readonly string[] };

/** `amounts` are the places of an answer that hold dollars. */
export const operations: Readonly<Record<OperationName, Row>> = {
  acceptDocuments: { method: 'POST', path: '/v3/operator/applications/{applicationId}/accept-documents', amounts: ["spendingLimit"] },
  addOrigin: { method: 'POST', path: '/v3/operator/merchants/{merchantId}/origins', amounts: [] },
  addPaymentMethod: { method: 'POST', path: '/v3/paymentMethods/add', amounts: [] },
  addToDenylist: { method: 'POST', path: '/v3/operator/denylist', amounts: [] },
  apply: { method: 'POST', path: '/v3/users/me/apply', amounts: ["decision.spendingLimit","decision.availableBalance","decision.availableWeeklySpending","approvedElsewhere.limit"] },
  approveApplication: { method: 'POST', path: '/v3/operator/applications/{applicationId}/approve', amounts: ["spendingLimit"] },
  audit: { method: 'GET', path: '/v3/operator/audit', amounts: [] },
  authorizeUser: { method: 'GET', path: '/v3/users/{userId}/authorize', amounts: [] },
  cancelHandOver: { method: 'POST', path: '/v3/hand-overs/{handOverId}/cancel', amounts: ["total"] },
  cancelItems: { method: 'POST', path: '/v3/transactions/{transactionId}/cancel', amounts: [] },
  clearScreening: { method: 'POST', path: '/v3/operator/screening/{caseId}/clear', amounts: [] },
  collectPayment: { method: 'POST', path: '/v3/customers/me/agreements/{agreementId}/transactions/payment', amounts: ["[].amount"] },
  completePrequal: { method: 'POST', path: '/v3/users/prequal/complete/lease', amounts: ["decision.spendingLimit","decision.availableBalance","decision.availableWeeklySpending","approvedElsewhere.limit"] },
  confirmReceipt: { method: 'POST', path: '/v3/transactions/{transactionId}/confirm-receipt', amounts: [] },
  confirmScreening: { method: 'POST', path: '/v3/operator/screening/{caseId}/confirm', amounts: [] },
  confirmShipment: { method: 'POST', path: '/v3/transactions/{transactionId}/confirm-shipment', amounts: [] },
  correctScreening: { method: 'POST', path: '/v3/operator/screening/{caseId}/correct', amounts: [] },
  createCheckout: { method: 'POST', path: '/v3/checkout', amounts: [] },
  createHandOver: { method: 'POST', path: '/v3/hand-overs', amounts: ["total"] },
  createKey: { method: 'POST', path: '/v3/operator/merchants/{merchantId}/keys', amounts: [] },
  createKiosk: { method: 'POST', path: '/v3/kiosks', amounts: [] },
  createLease: { method: 'POST', path: '/v3/leases', amounts: ["payment","cashPrice","costOfRental","payTomorrowTaxTotal"] },
  createMerchant: { method: 'POST', path: '/v3/operator/merchants', amounts: [] },
  createUser: { method: 'POST', path: '/v3/users', amounts: [] },
  declineApplication: { method: 'POST', path: '/v3/operator/applications/{applicationId}/decline', amounts: ["spendingLimit"] },
  deeplyVerifyUserExists: { method: 'POST', path: '/v3/users/exists', amounts: [] },
  endKiosk: { method: 'POST', path: '/v3/kiosks/{kioskId}/end', amounts: [] },
  finalizeTransaction: { method: 'POST', path: '/v3/transactions/{transactionId}/finalize', amounts: [] },
  getApplication: { method: 'GET', path: '/v3/operator/applications/{applicationId}', amounts: ["spendingLimit","stated.monthlyIncome","stated.requestedAmount"] },
  getChildTransactionKey: { method: 'POST', path: '/v3/paymentMethods/child-transaction-key', amounts: [] },
  getClock: { method: 'GET', path: '/sandbox/clock', amounts: [] },
  getCounterfactual: { method: 'GET', path: '/v3/leases/{leaseId}/counterfactual', amounts: ["now.nextPayment.total","now.stillToPay","now.totalCost","now.earlyPurchase.total","now.earlyPurchase.saving","after.nextPayment.total","after.stillToPay","after.totalCost","after.earlyPurchase.total","after.earlyPurchase.saving","payments[].rent","payments[].tax","payments[].total","refund","exchange.difference","loss.amount","loss.values.marketValue","loss.values.remainingRent","loss.values.earlyPurchase","loss.values.repairCost"] },
  getEarlyPurchase: { method: 'GET', path: '/v3/leases/{leaseId}/early-purchase', amounts: ["total","rent","fees","tax","saving","rentPaid","pending","cashPrice","dayAfter.total"] },
  getEvidence: { method: 'GET', path: '/v3/leases/{leaseId}/evidence', amounts: [] },
  getEvidenceKey: { method: 'GET', path: '/v3/evidence-key', amounts: [] },
  getHandOver: { method: 'GET', path: '/v3/hand-overs/{handOverId}', amounts: ["total"] },
  getKeyUse: { method: 'GET', path: '/v3/operator/secrets', amounts: [] },
  getLease: { method: 'GET', path: '/v3/leases/{leaseId}', amounts: ["payment","cashPrice","costOfRental","payTomorrowTaxTotal"] },
  getLeaseSettings: { method: 'GET', path: '/v3/settings/lease', amounts: ["minimumOrderValue","leaseTerms.processingFee","leaseTerms.fixedInitialRent"] },
  getMagicValues: { method: 'GET', path: '/sandbox/magic', amounts: [] },
  getMerchant: { method: 'GET', path: '/v3/operator/merchants/{merchantId}', amounts: ["minimumOrderValue","processingFee","fixedInitialRent"] },
  getPkmsKey: { method: 'POST', path: '/v3/paymentMethods/clover-pkms-key', amounts: [] },
  getRules: { method: 'GET', path: '/v3/operator/rules/{version}', amounts: [] },
  getSandboxKeys: { method: 'GET', path: '/sandbox/keys', amounts: [] },
  getSchedule: { method: 'GET', path: '/v3/leases/{leaseId}/schedule', amounts: ["payments[].rent","payments[].tax","payments[].total","payments[].paid","totalCost","totalPaid","stillToPay","pastDue.amount"] },
  getScreening: { method: 'GET', path: '/v3/operator/screening/{caseId}', amounts: ["matches[].similarity","held.payoutAmount"] },
  getTransaction: { method: 'GET', path: '/v3/transactions/{transactionId}', amounts: ["shippingCost","items[].cost"] },
  getUser: { method: 'GET', path: '/v3/users/me', amounts: ["decision.spendingLimit","decision.availableBalance","decision.availableWeeklySpending","approvedElsewhere.limit"] },
  getVerificationQuestions: { method: 'GET', path: '/v3/users/me/verify-questions', amounts: [] },
  holdLease: { method: 'POST', path: '/v3/operator/leases/{leaseNumber}/hold', amounts: [] },
  importProducts: { method: 'POST', path: '/v3/products/import', amounts: [] },
  liftFromDenylist: { method: 'POST', path: '/v3/operator/denylist/{entryId}/lift', amounts: [] },
  liftHold: { method: 'POST', path: '/v3/operator/holds/{holdId}/lift', amounts: [] },
  listAgreements: { method: 'GET', path: '/v3/customers/me/agreements', amounts: ["[].pastDueAmount"] },
  listApplications: { method: 'GET', path: '/v3/operator/applications', amounts: ["applications[].spendingLimit"] },
  listDenylist: { method: 'GET', path: '/v3/operator/denylist', amounts: [] },
  listDocuments: { method: 'GET', path: '/v3/operator/applications/{applicationId}/documents', amounts: [] },
  listHandOverEvents: { method: 'GET', path: '/v3/hand-overs/events', amounts: ["events[].total"] },
  listHolds: { method: 'GET', path: '/v3/operator/holds', amounts: [] },
  listKeys: { method: 'GET', path: '/v3/operator/merchants/{merchantId}/keys', amounts: [] },
  listKiosks: { method: 'GET', path: '/v3/kiosks', amounts: [] },
  listLeaseHolds: { method: 'GET', path: '/v3/operator/lease-holds', amounts: [] },
  listLetters: { method: 'GET', path: '/v3/operator/letters', amounts: [] },
  listMerchants: { method: 'GET', path: '/v3/operator/merchants', amounts: ["merchants[].minimumOrderValue","merchants[].processingFee","merchants[].fixedInitialRent"] },
  listOpenings: { method: 'GET', path: '/v3/operator/openings', amounts: [] },
  listOrigins: { method: 'GET', path: '/v3/operator/merchants/{merchantId}/origins', amounts: [] },
  listPaymentMethods: { method: 'GET', path: '/v3/customers/me/payment-methods', amounts: [] },
  listProducts: { method: 'GET', path: '/v3/products', amounts: [] },
  listRules: { method: 'GET', path: '/v3/operator/rules', amounts: [] },
  listScreening: { method: 'GET', path: '/v3/operator/screening', amounts: [] },
  listSecurityEvents: { method: 'GET', path: '/v3/operator/security-events', amounts: [] },
  listTransactions: { method: 'GET', path: '/v3/transactions', amounts: ["transactions[].shippingCost","transactions[].items[].cost"] },
  listUsers: { method: 'GET', path: '/v3/users', amounts: ["users[].decision.spendingLimit","users[].decision.availableBalance","users[].decision.availableWeeklySpending","users[].approvedElsewhere.limit"] },
  moveClock: { method: 'POST', path: '/sandbox/clock', amounts: [] },
  openDocument: { method: 'GET', path: '/v3/operator/applications/{applicationId}/documents/{documentId}', amounts: [] },
  passcodeLogin: { method: 'POST', path: '/v3/users/{userId}/passcode-login', amounts: [] },
  postLetter: { method: 'POST', path: '/v3/operator/letters/{noticeId}/posted', amounts: [] },
  printLetter: { method: 'GET', path: '/v3/operator/letters/{noticeId}', amounts: [] },
  quoteOrder: { method: 'POST', path: '/v3/quotes', amounts: ["cashPrice","initialPayment.rent","initialPayment.tax","initialPayment.processingFee","initialPayment.processingFeeTax","initialPayment.total","payment","lastPayment","totalCost","totalTax","totalCostWithTax","costOfRental","payments[].rent","payments[].tax","payments[].total","earlyPurchase[].rentPaid","earlyPurchase[].price","earlyPurchase[].tax","earlyPurchase[].total"] },
  readInbox: { method: 'GET', path: '/sandbox/inbox', amounts: [] },
  receiveDocuments: { method: 'POST', path: '/v3/operator/applications/{applicationId}/documents-received', amounts: ["spendingLimit"] },
  refundItems: { method: 'POST', path: '/v3/transactions/{transactionId}/refund', amounts: [] },
  rejectDocuments: { method: 'POST', path: '/v3/operator/applications/{applicationId}/reject-documents', amounts: ["spendingLimit"] },
  releaseLease: { method: 'POST', path: '/v3/operator/leases/{leaseNumber}/release', amounts: [] },
  removeOrigin: { method: 'POST', path: '/v3/operator/merchants/{merchantId}/origins/remove', amounts: [] },
  renewHandOver: { method: 'POST', path: '/v3/hand-overs/{handOverId}/renew', amounts: ["total"] },
  replayDecisions: { method: 'GET', path: '/v3/operator/decisions/replay', amounts: ["decisions[].before.spendingLimit","decisions[].after.spendingLimit"] },
  requestDocuments: { method: 'POST', path: '/v3/operator/applications/{applicationId}/request-documents', amounts: ["spendingLimit"] },
  returnItems: { method: 'POST', path: '/v3/transactions/{transactionId}/return', amounts: [] },
  revokeApplication: { method: 'POST', path: '/v3/operator/applications/{applicationId}/revoke', amounts: ["spendingLimit"] },
  revokeKey: { method: 'POST', path: '/v3/operator/merchants/{merchantId}/keys/{keyId}/revoke', amounts: [] },
  rotateKey: { method: 'POST', path: '/v3/operator/merchants/{merchantId}/keys/{keyId}/rotate', amounts: [] },
  searchUsers: { method: 'POST', path: '/v3/users/search', amounts: ["users[].decision.spendingLimit","users[].decision.availableBalance","users[].decision.availableWeeklySpending","users[].approvedElsewhere.limit"] },
  sendPasscode: { method: 'POST', path: '/v3/users/{userId}/send-passcode', amounts: [] },
  setHold: { method: 'POST', path: '/v3/operator/holds', amounts: [] },
  signLease: { method: 'POST', path: '/v3/leases/{leaseId}/sign', amounts: [] },
  startPrequal: { method: 'POST', path: '/v3/users/prequal/start/lease', amounts: ["decision.limit","decision.availableLimit","decision.availableWeeklyLimit","approvedElsewhere.limit"] },
  tokeniseTestCard: { method: 'POST', path: '/sandbox/card-tokens', amounts: [] },
  updateMerchant: { method: 'POST', path: '/v3/operator/merchants/{merchantId}', amounts: ["minimumOrderValue","processingFee","fixedInitialRent"] },
  validateRoutingNumber: { method: 'GET', path: '/v3/validate-routing-number', amounts: [] },
  verifyAnswers: { method: 'POST', path: '/v3/users/me/verify-answers', amounts: ["decision.spendingLimit","decision.availableBalance","decision.availableWeeklySpending","approvedElsewhere.limit"] },
  verifyUserExists: { method: 'GET', path: '/v3/user-exists', amounts: [] },
  withdrawApplication: { method: 'POST', path: '/v3/operator/applications/{applicationId}/withdraw', amounts: ["spendingLimit"] },
};

