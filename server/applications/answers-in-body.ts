import { isIP } from 'node:net';
import type { ApplyBody } from '#contract/v3/application.ts';
import type { CompletePrequalBody, StartPrequalBody } from '#contract/v3/partners.ts';
import type { Call } from '#server/http/route.ts';
import type { CompletePrequal } from './complete-prequal.ts';
import type { BankAnswers } from './field-faults.ts';
import type { Origin } from './note-submission.ts';
import type { OpenPrequal } from './open-prequal.ts';
import type { SubmitApplication } from './submit-application.ts';
import type { ToldBeside } from './told-beside.ts';

// What v3 calls the answers of an applicant, under the names that this room has for them (api-v3 4.1, 4.6).

const bankIn = ({ routing, account, type }: ApplyBody['bankAccount']): BankAnswers => ({
  routingNumber: routing,
  accountNumber: account,
  accountType: type,
});

/** A pay day that has passed still tells on which days the pay comes. */
const payDayIn = (employment: { nextPayDate?: string; lastPayDate?: string } | undefined): string | null =>
  employment?.nextPayDate ?? employment?.lastPayDate ?? null;

const contactIn = (body: ApplyBody | StartPrequalBody) => ({
  mobilePhone: body.mobilePhone,
  street1: body.street1,
  street2: body.street2 ?? null,
  city: body.city,
  state: body.regionAbbr,
  postalCode: body.postalCode,
});

export function personIn({
  body,
  ipAddress,
  headers,
  userAgent,
}: Call<StartPrequalBody>): Omit<OpenPrequal, 'merchantId'> {
  const { employmentInformation: employment, firstName, lastName } = body;
  return {
    email: body.email,
    password: body.password,
    contact: { ...contactIn(body), firstName, lastName },
    personal: {
      dateOfBirth: body.dateOfBirth,
      ssn: body.ssn,
      monthlyIncome: employment.monthlyIncome,
      payFrequency: employment.payFrequency,
      nextPayDate: payDayIn(employment),
      employer: employment.name ?? null,
    },
    optInMarketing: body.optInMarketing ?? false,
    lenders: body.lenderConsents ?? [],
    origin: originOf(headers, ipAddress),
    ipAddress: body.ipAddress ?? addressOfCustomer(headers, ipAddress),
    userAgent,
  };
}

export function missingPartsIn({ body, headers, ipAddress }: Call<CompletePrequalBody>): CompletePrequal {
  const { prequalId, bankAccount, employmentInformation } = body;
  return {
    prequalId,
    bank: bankIn(bankAccount),
    nextPayDate: payDayIn(employmentInformation),
    employer: employmentInformation?.name ?? null,
    origin: originOf(headers, ipAddress),
  };
}

/** The store's server calls; the customer's own address comes in a header (api-v3 1.3), where it is one. */
function addressOfCustomer(headers: Call['headers'], ipAddress: string): string {
  return namedAddress(headers) ?? ipAddress;
}

function namedAddress(headers: Call['headers']): string | null {
  const named = [headers['customer-ip'], headers['x-real-ip']].map((text) => text?.trim() ?? '');
  return named.find((text) => isIP(text) !== 0) ?? null;
}

/** All shoppers of a store come from its server: they are no network of their own unless it says which. */
function originOf(headers: Call['headers'], ipAddress: string): Origin {
  return { callerAddress: ipAddress, customerAddress: namedAddress(headers), deviceId: null };
}

export function answersIn({
  body,
  headers,
  ipAddress,
  userAgent,
}: Call<ApplyBody>): Omit<SubmitApplication, 'merchantId' | 'customerId'> {
  const { employmentInformation: employment, bankAccount } = body;
  return {
    contact: contactIn(body),
    country: body.country,
    dateOfBirth: body.dateOfBirth,
    ssn: body.ssn,
    monthlyIncome: employment.monthlyIncome,
    payFrequency: employment.payFrequency,
    nextPayDate: payDayIn(employment),
    employer: employment.name ?? null,
    bank: bankIn(bankAccount),
    requested: body.expectedPurchaseAmount ?? null,
    optInMarketing: body.optInMarketing ?? false,
    // Who was asked already by others asks nobody else: we are the second look.
    lenders: body.additionalData?.firstGlance === false ? [] : (body.lenderConsents ?? []),
    told: toldIn(body),
    origin: originOf(headers, ipAddress),
    ipAddress: addressOfCustomer(headers, ipAddress),
    userAgent,
  };
}

const toldIn = (body: ApplyBody): ToldBeside => ({
  driversLicenseNumber: body.driversLicenseNumber,
  driversLicenseState: body.driversLicenseState,
  employerPhone: body.employmentInformation.phone,
  lastPayDate: body.employmentInformation.lastPayDate,
  deviceFingerprint: body.deviceFingerprint,
  cardInformation: body.cardInformation,
  fraudCheck: body.fraudCheck,
  additionalData: body.additionalData,
});
