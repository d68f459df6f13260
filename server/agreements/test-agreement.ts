import { addDays } from '#core/calendar/day.ts';
import type { AgreementInputs, AgreementLaw } from './agreement-inputs.ts';

/** The worked example of a lamp for 105.00, as an agreement. For tests. */
export const lampAgreement: AgreementInputs = {
  agreementNumber: '1234567890',
  eRecordsCode: 'K7M2',
  agreedOn: '2026-11-20',
  plannedDeliveryOn: '2026-11-25',
  lessor: {
    name: 'FlexPay Leasing, Inc.',
    street1: '100 Sample Street',
    street2: null,
    city: 'Wilmington',
    state: 'DE',
    postalCode: '19801',
    contact: 'help@flexpay.example, (800) 555-0100',
  },
  lessee: {
    name: 'Maria Delgado',
    street1: '418 SE Alder St',
    street2: 'Apt 3',
    city: 'Portland',
    state: 'OR',
    postalCode: '97214',
  },
  merchantName: 'Marlow & Finch',
  items: [
    {
      description: 'Halden desk lamp',
      brand: 'Marlow & Finch',
      sku: 'HL-204',
      serialNumber: null,
      condition: 'new',
      quantity: 1,
      unitPrice: 100_00,
      cashPrice: 100_00,
    },
  ],
  shipping: { method: 'ground', amount: 5_00 },
  cashPrice: 105_00,
  initialPayment: { rent: 4_04, tax: 0, processingFee: 0, processingFeeTax: 0, total: 4_04 },
  payments: {
    frequency: 'weekly',
    regularRent: 4_04,
    regularTax: 0,
    lastRent: 3_96,
    lastTax: 0,
    dueOn: ['2026-11-20', ...Array.from({ length: 51 }, (_, week) => addDays('2026-12-04', week * 7))],
  },
  totalOfPayments: 210_00,
  totalTax: 0,
  totalWithTax: 210_00,
  costOfLease: 105_00,
  earlyPurchase: {
    windowLastOn: '2027-02-23',
    remainingPercent: '60',
    table: [
      { day: 30, on: '2026-12-25', paidRent: 20_20, price: 84_80, tax: 0 },
      { day: 60, on: '2027-01-24', paidRent: 36_36, price: 68_64, tax: 0 },
      { day: 90, on: '2027-02-23', paidRent: 52_52, price: 52_48, tax: 0 },
      { day: 120, on: '2027-03-25', paidRent: 68_68, price: 84_79, tax: 0 },
      { day: 180, on: '2027-05-24', paidRent: 105_04, price: 62_98, tax: 0 },
      { day: 270, on: '2027-08-22', paidRent: 157_56, price: 31_46, tax: 0 },
    ],
  },
  terms: {
    lateFeePercent: '5',
    lateFeeMax: 5_00,
    lateFeeFromDaysLate: 4,
    returnedPaymentFee: 0,
    reinstateDays: 7,
    reinstateDaysReturned: 60,
    reinstateDaysReturnedTwoThirdsPaid: 120,
    storeReturnDays: 30,
  },
};

/** The law of California as a paper of the second edition knew it. For tests. */
export const californiaLaw: AgreementLaw = {
  rulesVersion: 'CA-1',
  state: 'CA',
  frequency: 'weekly',
  lateFee: {
    fromDaysLate: 3,
    cap: {
      type: 'max',
      of: [
        {
          type: 'min',
          of: [
            { type: 'pct', rate: '0.05' },
            { type: 'flat', cents: 500 },
          ],
        },
        { type: 'flat', cents: 200 },
      ],
    },
  },
  reinstatement: {
    kept: { type: 'days', after: { weekly: 7, biweekly: 10, semimonthly: 10, monthly: 10 } },
    feeCents: 0,
    feePer: 'reinstatement',
  },
  statutory: [
    { method: 'same_as_cash', premium: '0', window: { from: 'signed', months: 3, days: 0 } },
    { method: 'cash_proportional' },
  ],
  labels: { total: 'Total cost', cashPrice: 'Cash price', costOfLease: 'Cost of lease services' },
  notices: ['CA_EPO_10_DAY'],
};

/** The lamp under the law of California, with a tax that no place has, in today's edition. For tests. */
export const taxedLampToday: AgreementInputs = {
  ...lampAgreement,
  edition: 3,
  initialPayment: { ...lampAgreement.initialPayment, tax: 33, total: 4_37 },
  payments: { ...lampAgreement.payments, regularTax: 33, lastTax: 33 },
  totalTax: 17_16,
  totalWithTax: 227_16,
  earlyPurchase: {
    ...lampAgreement.earlyPurchase,
    table: lampAgreement.earlyPurchase.table.map((row) => ({ ...row, tax: 6_99 })),
  },
  law: {
    ...californiaLaw,
    notice: { points: 10, isBold: true },
    cashPriceOverCost: [
      { goods: 'electronics', times: '1.70' },
      { goods: '*', times: '1.65' },
    ],
    autoVestShare: null,
    renegotiation: { percent: '25', anyChange: false },
  },
  terms: { ...lampAgreement.terms, dateChange: { days: 15, times: 2 } },
};
