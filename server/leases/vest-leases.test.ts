import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { House } from '#server/house.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { agreementIdOf } from '#server/leases/agreement-id.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { collectPayment } from '#server/payments/collect-payment.ts';
import { readRules, shippedRules } from '#server/rules/read-rules.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';

// Two sofas of 400.00 and 5.00 of shipping: 805.00 cash, 1,610.00 rent in payments of 30.97 and, at 7.25%, 2.25 of tax. In
// Ohio half of the rent has to be the cash price, which is the last payment; this Ohio asks for three quarters of it: the
// goods are the customer's at 1,073.34 of rent.

const ohio = { city: 'Columbus', state: 'OH', postalCode: '43215' };
const folder = mkdtempSync(path.join(tmpdir(), 'flexpay-vesting-'));
let built: TestHouse;
let house: House;
before(async () => {
  built = await testHouse();
  cpSync(shippedRules, folder, { recursive: true });
  const record = JSON.parse(readFileSync(path.join(folder, 'OH.json'), 'utf8'));
  record.rules.auto_vest_share.value = '0.75';
  writeFileSync(path.join(folder, 'OH.json'), JSON.stringify(record));
  const rateAt = async () => '0.0725';
  house = {
    ...built.house,
    rules: readRules(folder, { production: false, signOffs: [] }),
    taxRates: { ...built.house.taxRates, rateAt },
  };
});
after(async () => {
  await built.close();
  rmSync(folder, { recursive: true });
});

test('the goods are the customer’s once the share of the law is paid for good; what was paid beyond goes back', async () => {
  const lease = await delivered();
  await days(10);
  await lease.pay(1200_00);
  await days(3);
  const { attempts, lease: waiting } = await lease.now();
  assert.deepEqual([attempts[1]!.state, waiting.state], ['settled', 'active'], 'the bank may still send it back');
  await booksAreRight(house);
  await days(4);
  const found = await lease.now();
  const { lease: over, refunds, endReason } = found;
  assert.deepEqual([over.state, over.totalRent, over.ahead, over.nextDueOn], ['vested', 1073_34, 0, null]);
  assert.match(endReason!, /law of the place/);
  // 35 payments are 1,083.95: 10.61 go back with 0.77 of tax, and 70.52 that had paid nothing yet.
  assert.deepEqual(
    refunds.map(({ rent, tax, ahead, amount }) => [rent, tax, ahead, amount]),
    [[10_61, 77, 70_52, 81_90]],
  );
  assert.deepEqual(await lease.accounts(1100, 1200, 1210, 2210, 2230, 9000), [0, 0, 0, 0, 0, 0]);
  assert.deepEqual(await lease.accounts(4000, 2100), [-1073_34, -(35 * 2_25 - 77)]);
  const letter = await lease.letter('lease_vested');
  assert.match(letter, /By the law of Ohio .* 75% of the rent you have paid .*- Sofa.*\$81\.90 back/s);
  await booksAreRight(house);
  await days(40);
  const later = await lease.now();
  assert.deepEqual([later.refunds[0]!.state, later.lease.billedCount], ['paid', 35], 'nothing is billed any more');
  await booksAreRight(house);
});

test('what is billed and unpaid when the law gives the goods away is not owed any more', async () => {
  const lease = await delivered();
  await days(10);
  // 33 payments and 20.36 of rent in the next: with the one at signing 1,073.34.
  await lease.pay(33 * 33_22 + 21_84);
  await days(12);
  const { lease: over } = await lease.now();
  assert.equal(over.state, 'vested');
  assert.equal(
    over.installments.reduce((sum, one) => sum + one.paidRent, 0),
    1073_34,
  );
  const { rent, paidRent, reversedRent } = over.installments[34]!;
  assert.deepEqual([rent, paidRent, reversedRent], [30_97, 20_36, 10_61]);
  assert.deepEqual([await lease.accounts(1100), (await lease.now()).refunds], [[0], []]);
  await booksAreRight(house);
});

test('a cent short of the share, the lease goes on', async () => {
  const lease = await delivered();
  await days(10);
  // 33 payments and 20.35 of rent in the next: with the one at signing 1,073.33.
  await lease.pay(33 * 33_22 + 21_83);
  await days(12);
  const { lease: on } = await lease.now();
  assert.equal(on.state, 'active');
  await booksAreRight(house);
});

let orders = 0;

async function delivered() {
  const shopper = await approvedShopper(house, ohio);
  const { customerId, merchant } = shopper;
  const { merchantId } = merchant;
  const transactionId = `VEST-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 800);
  const evidence = { ipAddress: '127.0.0.1', userAgent: '', typedName: '', channel: 'api', confirmed: {} } as const;
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));
  await must(house, () => finalize(house, merchantId, transactionId));
  await must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
  const now = async () => {
    const found = await leaseById(house.db, customerId, leaseId);
    assert.ok(found !== null);
    return found;
  };
  return {
    now,
    pay: async (amount: number) => {
      const { paymentMethodId } = (await now()).attempts[0]!;
      const agreementId = agreementIdOf(leaseId);
      const payment = {
        merchantId,
        customerId,
        agreementId,
        paymentMethodId,
        amount,
        collectorId: null,
        callKey: null,
      };
      const [outcome] = await must(house, () => collectPayment(house, payment));
      assert.equal(outcome!.outcome, 'success');
    },
    /** What stands on each account for this lease, debit-positive. */
    accounts: (...numbers: number[]): Promise<number[]> =>
      Promise.all(
        numbers.map(async (number) => {
          const { rows } = await house.db.pool.query(
            `select coalesce(sum(case when debit = $2 then amount_cents else -amount_cents end), 0) as sum from posting
              where lease_id = $1 and $2 in (debit, credit)`,
            [leaseId, number],
          );
          return Number(rows[0].sum);
        }),
      ),
    letter: async (kind: string): Promise<string> => {
      const text = 'select body from message where customer_id = $1 and kind = $2';
      const { rows } = await house.db.pool.query(text, [customerId, kind]);
      assert.equal(rows.length, 1, kind);
      return rows[0].body;
    },
  };
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(house);
  }
}
