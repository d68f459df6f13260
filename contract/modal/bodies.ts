import type { Static } from 'typebox';
import * as Type from 'typebox';
import { type TokenisedCard, tokenisedCard } from '#contract/v3/payment-methods.ts';
import { OneOf, TextOrEmpty } from '#contract/v3/values.ts';
import { documentKinds } from '#core/application/documents.ts';
import { lenderPlaces } from '#core/application/waterfall.ts';

/**
 * What the frame sends, verb by verb (calls.ts). Only the shape is asked for here: whether an answer is right is the
 * verb's to say, in words for the person who typed it.
 */
const Typed = TextOrEmpty();
const Tick = Type.Boolean();
const languages = OneOf(['en', 'es']);
const frequencies = OneOf(['weekly', 'biweekly', 'semimonthly', 'monthly']);

export const nothingBody = Type.Object({});

export const openBody = Type.Object({
  authKey: TextOrEmpty(200),
  parentOrigin: TextOrEmpty(),
  order: Type.Optional(Type.Unknown()),
  device: Type.Optional(TextOrEmpty(200)),
  locale: Type.Optional(languages),
  browserLocale: Type.Optional(languages),
});
export type OpenBody = Static<typeof openBody>;

export const unheardBody = Type.Object({
  authKey: TextOrEmpty(200),
  parentOrigin: TextOrEmpty(),
  device: Type.Optional(TextOrEmpty(200)),
});
export type UnheardBody = Static<typeof unheardBody>;

/** The hosted page opens by the id in its address, or by an agreement token. */
export const openLinkBody = Type.Object({
  link: Type.Optional(TextOrEmpty(100)),
  agreementToken: Type.Optional(TextOrEmpty(200)),
  device: Type.Optional(TextOrEmpty(200)),
  locale: Type.Optional(languages),
  browserLocale: Type.Optional(languages),
});
export type OpenLinkBody = Static<typeof openLinkBody>;

/** Of a store's own tablet: the secret of the link that makes a device it, and the device's token from then on. */
export const kioskBeginBody = Type.Object({ setup: TextOrEmpty(200) });
export type KioskBeginBody = Static<typeof kioskBeginBody>;

export const kioskNextBody = Type.Object({ token: TextOrEmpty(200) });
export type KioskNextBody = Static<typeof kioskNextBody>;

export const languageBody = Type.Object({ language: languages });
export type LanguageBody = Static<typeof languageBody>;

export const emailBody = Type.Object({ email: Typed });
export type EmailBody = Static<typeof emailBody>;

export const passwordBody = Type.Object({ password: Typed });
export type PasswordBody = Static<typeof passwordBody>;

export const passcodeSendBody = Type.Object({ transport: OneOf(['email', 'sms']) });
export type PasscodeSendBody = Static<typeof passcodeSendBody>;

/** `code`: nothing is sent, the code for a camera is on the screen. */
export const elsewhereBody = Type.Object({ transport: OneOf(['code', 'email', 'sms']) });
export type ElsewhereBody = Static<typeof elsewhereBody>;

export const passcodeBody = Type.Object({ passcode: Typed });
export type PasscodeBody = Static<typeof passcodeBody>;

export const resetCodeBody = Type.Object({ code: Typed });
export type ResetCodeBody = Static<typeof resetCodeBody>;

export const newPasswordBody = Type.Object({ newPassword: Typed });
export type NewPasswordBody = Static<typeof newPasswordBody>;

/** The current one is empty for somebody who never chose any. */
export const changePasswordBody = Type.Object({ currentPassword: Typed, newPassword: Typed });
export type ChangePasswordBody = Static<typeof changePasswordBody>;

export const addressBody = Type.Object({
  street1: Typed,
  street2: Typed,
  city: Typed,
  state: Typed,
  postalCode: Typed,
});
export type AddressBody = Static<typeof addressBody>;

export const profileBody = Type.Object({
  firstName: Typed,
  lastName: Typed,
  mobilePhone: Typed,
  password: Type.Optional(Typed),
  street1: Typed,
  street2: Type.Optional(Typed),
  city: Typed,
  state: Typed,
  postalCode: Typed,
  optInMarketing: Tick,
});
export type ProfileBody = Static<typeof profileBody>;

export const personalBody = Type.Object({
  dateOfBirth: Typed,
  ssn: Type.Optional(Typed),
  monthlyIncome: Typed,
  payFrequency: Typed,
  nextPayDate: Typed,
  employer: Type.Optional(Typed),
  inquiryConsent: Tick,
  contactConsent: Tick,
  lenderConsents: Type.Optional(Type.Array(OneOf([...lenderPlaces]), { maxItems: 10 })),
});
export type PersonalBody = Static<typeof personalBody>;

export const bankBody = Type.Object({
  routingNumber: Typed,
  accountNumber: Type.Optional(Typed),
  accountNumberAgain: Type.Optional(Typed),
  accountType: OneOf(['checking', 'savings']),
});
export type BankBody = Static<typeof bankBody>;

export const answersBody = Type.Object({
  id: TextOrEmpty(100),
  answers: Type.Array(Type.Object({ questionId: TextOrEmpty(40), choiceId: TextOrEmpty(40) }), { maxItems: 20 }),
});
export type AnswersBody = Static<typeof answersBody>;

/** `content` is as long as the body of its route may be. */
export const documentBody = Type.Object({ kind: OneOf([...documentKinds]), content: Type.String() });
export type DocumentBody = Static<typeof documentBody>;

export const documentRemoveBody = Type.Object({ kind: OneOf([...documentKinds]) });
export type DocumentRemoveBody = Static<typeof documentRemoveBody>;

export const bankNameBody = Type.Object({ routingNumber: Typed });
export type BankNameBody = Static<typeof bankNameBody>;

export const frequencyBody = Type.Object({ frequency: frequencies });
export type FrequencyBody = Static<typeof frequencyBody>;

export const signatureBody = Type.Object({
  typedName: Typed,
  eRecordsConsent: Tick,
  eRecordsCode: Typed,
  totalAcknowledged: Tick,
  earlyPurchaseAcknowledged: Tick,
  oneTimeCode: Typed,
});
export type SignatureBody = Static<typeof signatureBody>;

export const cardBody = tokenisedCard;
export type CardBody = TokenisedCard;

export const payBody = Type.Object({ debitAuthorized: Tick });
export type PayBody = Static<typeof payBody>;

export const backBody = Type.Object({
  to: OneOf([
    'email',
    'password',
    'forgot',
    'profile',
    'personal',
    'bank',
    'decision',
    'review',
    'agreement',
    'payment',
  ]),
});
export type BackBody = Static<typeof backBody>;
