import type { Static } from 'typebox';
import * as Type from 'typebox';
import { applyBody } from '#contract/v3/application.ts';
import { createUserBody, UserView } from '#contract/v3/users.ts';
import { Flag, IpAddress, Label, Meta, MoneyFromZero, paging, Secret, Text } from '#contract/v3/values.ts';

/** What partners may ask beside stores (api-v3 4.5, 4.6). */
export const searchUsersBody = Type.Object({ mobilePhone: Label(40), ssn: Label(20) });
export type SearchUsersBody = Static<typeof searchUsersBody>;

export const searchUsersQuery = Type.Object(paging(10));
export type SearchUsersQuery = Static<typeof searchUsersQuery>;

/** A customer that was found, with a token that acts for them through the key that asked. */
export const FoundUser = Type.Object({ ...UserView.properties, cardVerified: Type.Boolean(), token: Secret });

export const searchUsersAnswer = Type.Object({ users: Type.Array(FoundUser), meta: Meta });
export type SearchUsersAnswer = Static<typeof searchUsersAnswer>;

const { street1, street2, city, regionAbbr, postalCode, country, mobilePhone, dateOfBirth } = applyBody.properties;
const { bankAccount, employmentInformation } = applyBody.properties;
const { payFrequency, nextPayDate, lastPayDate, name, phone } = employmentInformation.properties;
const { firstName, lastName, email, password } = createUserBody.properties;
const payDays = { nextPayDate, lastPayDate, name, phone };

/** A decision before the bank account is known. */
export const startPrequalBody = Type.Object({
  firstName,
  lastName,
  email,
  password,
  mobilePhone,
  optInMarketing: Type.Optional(Flag),
  street1,
  street2,
  city,
  regionAbbr,
  postalCode,
  country,
  dateOfBirth,
  ssn: Label(20),
  employmentInformation: Type.Object({ payFrequency, monthlyIncome: MoneyFromZero, ...payDays }),
  ipAddress: Type.Optional(IpAddress),
  lenderConsents: applyBody.properties.lenderConsents,
});
export type StartPrequalBody = Static<typeof startPrequalBody>;

/** The members are called otherwise than those of a customer's decision (api-v3 4.6). */
export const startPrequalAnswer = Type.Object({
  prequalId: Type.String(),
  /** Null when a lender before us took the customer: then we decide nothing. */
  decision: Type.Union([
    Type.Object({
      applicationId: Type.String(),
      approved: Type.Boolean(),
      status: Type.Enum(['approved', 'pending', 'denied', 'failed', 'error']),
      limit: Type.Number(),
      availableLimit: Type.Number(),
      availableWeeklyLimit: Type.Number(),
      createdAt: Type.String(),
    }),
    Type.Null(),
  ]),
  approvedElsewhere: UserView.properties.approvedElsewhere,
  verificationStatus: Type.Enum(['pending', 'failed', 'succeeded']),
});
export type StartPrequalAnswer = Static<typeof startPrequalAnswer>;

/** What was missing. Pay days may be told now as well. */
export const completePrequalBody = Type.Object({
  prequalId: Text(40),
  bankAccount,
  employmentInformation: Type.Optional(Type.Object(payDays)),
});
export type CompletePrequalBody = Static<typeof completePrequalBody>;
