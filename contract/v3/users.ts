import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Email, Flag, Label, Meta, OneOf, paging, Secret, Text, TextOrEmpty } from '#contract/v3/values.ts';

/** Customers and how they log in (api-v3 3.1, 3.3–3.8). */
export const createUserBody = Type.Object({
  firstName: Text(),
  lastName: Text(),
  email: Email,
  password: Type.Optional(Text(200)),
  resetPassword: Type.Optional(Flag),
  locale: Type.Optional(OneOf(['en', 'es'])),
});
export type CreateUserBody = Static<typeof createUserBody>;

export const createUserAnswer = Type.Object({ userId: Type.String(), token: Secret });
export type CreateUserAnswer = Static<typeof createUserAnswer>;

export const userExistsQuery = Type.Object({ email: Email });
export type UserExistsQuery = Static<typeof userExistsQuery>;

/** `userId` is left out when nobody has this address. */
export const userExistsAnswer = Type.Object({ userId: Type.Optional(Type.String()), exists: Type.Boolean() });
export type UserExistsAnswer = Static<typeof userExistsAnswer>;

/** Whether an e-mail address, and the phone and address given with it, are a customer's (api-v3 3.5). */
export const deepExistsBody = Type.Object({
  email: Email,
  phone: Type.Optional(Label(40)),
  address: Type.Optional(
    Type.Object({
      street1: Text(),
      street2: Type.Optional(TextOrEmpty()),
      city: Text(),
      region: Text(40),
      postalCode: Label(20),
      country: Text(60),
    }),
  ),
});
export type DeepExistsBody = Static<typeof deepExistsBody>;

/** What was not given is `false`. */
export const deepExistsAnswer = Type.Object({
  emailExists: Type.Boolean(),
  phoneExists: Type.Boolean(),
  addressExists: Type.Boolean(),
});

/** A fresh customer token: of `authorize` and of `passcode-login`. */
export const tokenAnswer = Type.Object({ token: Secret });
export type TokenAnswer = Static<typeof tokenAnswer>;

export const sendPasscodeBody = Type.Object({ transport: OneOf(['sms', 'email', 'all']) });
export type SendPasscodeBody = Static<typeof sendPasscodeBody>;

/** The wire may write the passcode as a number. */
export const passcodeLoginBody = Type.Object({ passcode: Label(20) });
export type PasscodeLoginBody = Static<typeof passcodeLoginBody>;

/** Where a customer's newest application stands; `failed` for `denied` where the merchant's switch says so (api-v3 C-4). Amounts in dollars. */
export const Decision = Type.Object({
  applicationId: Type.String(),
  approved: Type.Boolean(),
  status: Type.Enum(['approved', 'pending', 'denied', 'failed', 'error']),
  spendingLimit: Type.Number(),
  availableBalance: Type.Number(),
  availableWeeklySpending: Type.Number(),
  createdAt: Type.String(),
});

/** A customer as a merchant's server sees them (api-v3 2). */
export const UserView = Type.Object({
  userId: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  email: Type.String(),
  createdAt: Type.String(),
  transactions: Type.Array(
    Type.Object({
      id: Type.String(),
      createdAt: Type.String(),
      lease: Type.Object({ id: Type.String(), status: Type.Enum(['signed', 'pending']) }),
    }),
  ),
  decision: Type.Union([Decision, Type.Null()], {
    description:
      'Null before an application was handed in; when an approval has expired, was revoked or withdrawn; and when another lender took the customer, see `approvedElsewhere`.',
  }),
  verificationStatus: Type.Enum(['pending', 'failed', 'succeeded']),
  dateOfBirth: Type.Union([Type.String(), Type.Null()], {
    description: 'Null until the customer has told it, in an application.',
  }),
  spendingHold: Type.Boolean(),
  /** Our extension: a lender that was asked before us approved, and the customer goes on there. Absent otherwise. */
  approvedElsewhere: Type.Optional(
    Type.Object({ lender: Type.String(), limit: Type.Number(), continueAt: Type.String() }),
  ),
});
export type UserView = Static<typeof UserView>;

export const listUsersQuery = Type.Object(paging(10));
export type ListUsersQuery = Static<typeof listUsersQuery>;

export const listUsersAnswer = Type.Object({ users: Type.Array(UserView), meta: Meta });
