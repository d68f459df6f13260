import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rate, timesHalfUp } from '../money/money.ts';
import { type BilledInstallment, firstPaymentOf, type Lease, noDeposit, unbilledRent } from './lease.ts';
import { repriceLease, reverseRent } from './reprice.ts';
import { finalizedLease } from './test-lease.ts';

const order = {
  ...{ shipping: 0, factor: '2.00', totalCap: null, tax: '0.08', fee: 0 },
  ...({ startOn: '2026-11-21', payDate: null } as const),
};

/** Payments of so much rent at each of these rates, all paid in full. */
function paidAt(rent: number, ...rates: string[]): Lease {
  const installments = rates.map((text, index): BilledInstallment => {
    const taxRate = rate(text);
    const tax = timesHalfUp(rent, taxRate);
    const paid = { paidRent: rent, paidTax: tax, reversedRent: 0, reversedTax: 0 };
    return { number: index + 1, dueOn: '2026-11-21', debitOn: '2026-11-21', rent, tax, taxRate, ...paid };
  });
  return { installments } as unknown as Lease;
}

// Domain 2.5: `round(rate × refund)`, never above the tax collected; where the rate changed, payment by payment at its own
// rate, newest first. Worked out by hand.
const examples: readonly { what: string; lease: Lease; excess: number; tax: number; of: number[] }[] = [
  {
    what: 'one rate: 8.25% of 73.88 is 6.0951; by the payment it would be 2.56, 2.56 and 0.99',
    lease: paidAt(30_97, '0.0825', '0.0825', '0.0825', '0.0825'),
    excess: 73_88,
    tax: 6_10,
    of: [0, 99, 2_55, 2_56],
  },
  {
    what: 'one rate, written in two ways',
    lease: paidAt(30_97, '0.08250', '0.0825', '0.0825', '0.0825'),
    excess: 73_88,
    tax: 6_10,
    of: [0, 99, 2_55, 2_56],
  },
  {
    what: 'another rate for the last two: 2.63 and 2.63 at 8.5%, 0.99 at 8.25%',
    lease: paidAt(30_97, '0.0825', '0.0825', '0.0850', '0.0850'),
    excess: 73_88,
    tax: 6_25,
    of: [0, 99, 2_63, 2_63],
  },
  {
    what: 'a rate that changed before the payments that go back still makes it payment by payment',
    lease: paidAt(30_97, '0.0850', '0.0825', '0.0825', '0.0825'),
    excess: 73_88,
    tax: 6_11,
    of: [0, 99, 2_56, 2_56],
  },
  {
    what: 'every payment rounded down: 7.25% of 3.09 is 0.224025, and all the tax there is are three times 0.07',
    lease: paidAt(1_03, '0.0725', '0.0725', '0.0725'),
    excess: 3_09,
    tax: 21,
    of: [7, 7, 7],
  },
  {
    what: 'a cent that the newest can not give comes from the one before: 7.25% of 7.21 is 0.5227',
    lease: paidAt(1_03, ...Array(8).fill('0.0725')),
    excess: 7_21,
    tax: 52,
    of: [3, 7, 7, 7, 7, 7, 7, 7],
  },
];

for (const { what, lease, excess, tax, of } of examples) {
  test(`refunded tax, ${what}`, () => {
    const { refund, installments } = reverseRent(lease, excess, 'of the rent');
    assert.deepEqual([refund.rent, refund.tax], [excess, tax]);
    assert.deepEqual(
      installments.map(({ reversedTax }) => reversedTax),
      of,
    );
  });
}

test('where nothing of the lease is left all the tax goes back, whatever the rates were', () => {
  const { refund } = reverseRent(paidAt(30_97, '0.0825', '0.0850'), 61_94, 'all');
  assert.deepEqual([refund.rent, refund.tax], [61_94, 5_19]);
});

/** Property: whatever is kept, the payments are its whole rent, the first is never more than was agreed, and nothing goes back. */
test('a first payment that is taken with the shipment is priced for what is left, and never dearer', () => {
  const fixed = 45_00;
  for (let turn = 0; turn < 2_000; turn += 1) {
    const goods = [{ sku: 'A', cash: 50_00 + ((turn * 7_919) % 2_000_00), quantity: 1 }];
    const plain = finalizedLease({ ...order, goods, frequency: turn % 2 === 0 ? 'weekly' : 'monthly' });
    const isFixed = turn % 3 > 0 && plain.totalRent > fixed;
    const split = Math.ceil((plain.totalRent - fixed) / plain.terms.count);
    const withFixed = { firstRent: fixed, count: plain.terms.count + 1, regular: split };
    const last = plain.totalRent - fixed - split * (plain.terms.count - 1);
    const lease: Lease = {
      ...{ ...plain, deposit: noDeposit, firstPaymentToCome: true },
      terms: isFixed ? { ...plain.terms, ...withFixed, last } : plain.terms,
    };
    const before = firstPaymentOf(lease);
    const line = lease.lines[0]!;
    const cancelledCash = (turn * 104_729) % line.cash;
    const { lease: after, refund } = repriceLease(lease, [{ ...line, cancelledCash }], '2026-11-21', '1');
    assert.equal(refund, null, `${turn}`);
    assert.equal(unbilledRent(after), after.totalRent, `${turn}`);
    assert.ok(firstPaymentOf(after).rent <= before.rent, `${turn}: ${firstPaymentOf(after).rent} of ${before.rent}`);
    if (isFixed) assert.equal(after.terms.firstRent, Math.min(fixed, after.totalRent), `${turn}`);
  }
});

test('a fee gives way where the cap leaves no room for it beside what is kept, and goes back with its tax', () => {
  // 20.00 of 500.00 stay: twice that would be 40.00, but the cap of 2.10 leaves 42.00, of which a fee of 25.00 takes too much.
  const line = { line: 1, kind: 'item' as const, sku: 'A', cash: 500_00, ordered: 1, cancelled: 0, shipped: 0 };
  const units = { delivered: 0, merchantReturned: 0, surrendered: 0, deliveredCash: 0, returnedCash: 0 };
  const lease = {
    ...{ state: 'finalized', startedOn: null, startOn: '2026-11-21', cashPrice: 500_00, totalRent: 1000_00 },
    ...{ processingFee: 25_00, feeTax: 2_00, factor: rate('2.00'), totalCap: rate('2.10'), taxRate: rate('0.08') },
    terms: {
      frequency: 'weekly',
      count: 52,
      regular: 19_24,
      last: 18_76,
      payDate: null,
      leadDays: 7,
      debit: 'following',
    },
    lines: [{ ...line, ...units, cancelledCash: 0, cost: 0, depreciated: 0 }],
    deposit: { ...noDeposit, rent: 19_24, tax: 1_54, fee: 25_00, feeTax: 2_00 },
    ...{ installments: [], billedCount: 0, nextDueOn: null, paidFee: 0, paidFeeTax: 0, ahead: 0 },
  } as unknown as Lease;
  const { lease: after, refund } = repriceLease(
    lease,
    [{ ...lease.lines[0]!, cancelledCash: 480_00 }],
    '2026-11-21',
    '1',
  );
  assert.deepEqual([after.totalRent, after.processingFee, after.feeTax], [20_00, 22_00, 1_76]);
  assert.deepEqual(refund, { ...noDeposit, fee: 3_00, feeTax: 24 });
});
