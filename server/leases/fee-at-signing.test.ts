import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { quoteOrder } from '#server/leases/quote-order.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { updateMerchant } from '#server/merchants/update-merchant.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { cancelItems } from '#server/transactions/cancel.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { returnItems } from '#server/transactions/return-items.ts';

// Two sofas of 400.00 and 5.00 of shipping: 805.00 cash, 1,610.00 rent. Indiana's 7% is on rent and fee: 2.17 on the regular
// 30.97, 3.15 on a fixed 45.00, 0.70 on a fee of 10.00.

const indiana = { city: 'Fort Wayne', state: 'IN', postalCode: '46802' };
let built: TestHouse;
let house: House;
before(async () => {
  built = await testHouse();
  const rateAt = async ({ state }: { state: string }) => (state === 'IN' ? '0.07' : '0.06');
  house = { ...built.house, taxRates: { ...built.house.taxRates, rateAt } };
});
after(() => built.close());

test('a fee above what any state allows is refused, with what they allow; a lawful one says where it is charged', async () => {
  const { merchant } = await approvedShopper(house);
  const set = (processingFee: string) =>
    carryOut(house, () => updateMerchant(house, merchant.merchantId, { processingFee }));
  const above = await set('10.01');
  assert.ok('refused' in above);
  assert.equal(above.message, 'No state allows a processing fee of $10.01: IN up to $10.00.');
  const lawful = await set('10.00');
  assert.ok('answer' in lawful);
  assert.deepEqual([lawful.answer.processingFee, lawful.answer.processingFeeStates], [10, ['IN']]);
});

test('a fee is charged where the law allows it and nowhere else, also in a quote', async () => {
  const { merchant } = await shop({ fee: '10.00' });
  const items = [{ sku: 'SOFA', description: 'Sofa', brand: 'Tilda', cost: '400', quantity: 2 }];
  const quote = async (state: string) => {
    const body = { items, shipping: { cost: '5' }, state };
    // biome-ignore lint/suspicious/noExplicitAny: the figures that the wire says.
    return (await must(house, () => quoteOrder(house, { merchant, body } as any))) as any;
  };
  const allowed = await quote('IN');
  assert.deepEqual(
    [allowed.initialPayment.processingFee, allowed.initialPayment.processingFeeTax, allowed.initialPayment.total],
    [10, 0.7, 43.84],
  );
  assert.deepEqual([allowed.totalCost, allowed.costOfRental, allowed.payment], [1620, 815, 33.14]);
  for (const state of ['MI', 'TX']) {
    const forbidden = await quote(state);
    assert.deepEqual([forbidden.initialPayment.processingFee, forbidden.totalCost], [0, 1610], state);
  }
});

test('the fee is in the agreement, is charged at signing with its tax, and is earned when the lease starts', async () => {
  const lease = await signed({ fee: '10.00' });
  const found = await lease.now();
  const inputs = found.agreementInputs as AgreementInputs;
  assert.deepEqual(inputs.initialPayment, {
    ...{ rent: 30_97, tax: 2_17, processingFee: 10_00, processingFeeTax: 70, total: 43_84 },
  });
  const paper = renderAgreement(inputs);
  assert.match(paper, /rent \$30\.97, tax \$2\.87, processing fee \$10\.00/);
  assert.match(paper, /we refund the processing fee too/);
  const [first] = found.attempts;
  assert.deepEqual(
    [first!.rent, first!.tax, first!.fee, first!.feeTax, first!.amount],
    [30_97, 2_17, 10_00, 70, 43_84],
  );
  assert.deepEqual(await lease.account(4040), 0, 'a deposit until the goods are there');
  await lease.deliver();
  assert.deepEqual([await lease.account(4040), await lease.account(2100)], [-10_00, -2_87]);
  const { lease: running } = await lease.now();
  assert.deepEqual([running.paidFee, running.paidFeeTax, running.ahead], [10_00, 70, 0]);
  await booksAreRight(house);
});

test('what is cancelled before delivery gives everything back, the fee and its tax too', async () => {
  const lease = await signed({ fee: '10.00' });
  await must(house, () => cancelItems(house, lease.merchantId, lease.transactionId, undefined));
  const [refund] = (await lease.now()).refunds;
  assert.deepEqual(
    [refund!.rent, refund!.tax, refund!.fee, refund!.feeTax, refund!.amount],
    [30_97, 2_17, 10_00, 70, 43_84],
  );
  await booksAreRight(house);
});

test('the fee goes back with the last good that goes back in the store’s window, and not before', async () => {
  const lease = await signed({ fee: '10.00' });
  await lease.deliver();
  await days(5);
  const back = (quantity: number) =>
    must(house, () => returnItems(house, lease.merchantId, lease.transactionId, [{ sku: 'SOFA', quantity }]));
  await back(1);
  assert.deepEqual([(await lease.now()).refunds, (await lease.now()).lease.processingFee], [[], 10_00]);
  await back(1);
  const { refunds, lease: ended } = await lease.now();
  assert.deepEqual([refunds[0]!.fee, refunds[0]!.feeTax, refunds[0]!.amount], [10_00, 70, 43_84]);
  assert.deepEqual([ended.state, ended.processingFee, ended.paidFee], ['returned', 0, 0]);
  assert.deepEqual([await lease.account(4040), await lease.account(2100), await lease.account(1110)], [0, 0, 0]);
  await booksAreRight(house);
  await days(5);
  assert.equal((await lease.now()).refunds[0]!.state, 'paid');
  await booksAreRight(house);
});

test('a fixed rent at signing counts toward the total, and the rest is spread over the payments of the term', async () => {
  const lease = await signed({ fee: '10.00', fixed: '45.00' });
  const { lease: agreed, attempts, agreementInputs } = await lease.now();
  // 1,565.00 over 52 payments are 51 of 30.10 and one of 29.90.
  const { count, regular, last, firstRent } = agreed.terms;
  assert.deepEqual([agreed.totalRent, count, regular, last, firstRent], [1610_00, 53, 30_10, 29_90, 45_00]);
  assert.deepEqual([attempts[0]!.rent, attempts[0]!.tax, attempts[0]!.amount], [45_00, 3_15, 58_85]);
  const inputs = agreementInputs as AgreementInputs;
  assert.match(renderAgreement(inputs), /No payment after the one at signing is larger/);
  const spanish = renderAgreement({ ...inputs, language: 'es' });
  assert.match(spanish, /Ningún pago posterior al de la firma es mayor/);
  assert.match(spanish, /le reembolsamos también el cargo de tramitación/);
  await lease.deliver();
  await days(14);
  const { lease: running } = await lease.now();
  assert.deepEqual(
    running.installments.map(({ rent, tax }) => [rent, tax]),
    [
      [45_00, 3_15],
      [30_10, 2_11],
    ],
  );
  await booksAreRight(house);
  await must(house, () => returnItems(house, lease.merchantId, lease.transactionId, [{ sku: 'SOFA', quantity: 1 }]));
  await booksAreRight(house);
});

let orders = 0;

async function shop({ fee = '0', fixed = '0' }: { fee?: string; fixed?: string }) {
  const shopper = await approvedShopper(house, indiana);
  const { merchantId } = shopper.merchant;
  await must(house, () => updateMerchant(house, merchantId, { processingFee: fee, fixedInitialRent: fixed }));
  const merchant = await findMerchant(house, merchantId);
  assert.ok(merchant !== null);
  return { ...shopper, merchant };
}

async function signed(terms: { fee?: string; fixed?: string }) {
  const shopper = await shop(terms);
  const { customerId, merchant } = shopper;
  const { merchantId } = merchant;
  const transactionId = `FEE-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 800);
  const evidence = { ipAddress: '127.0.0.1', userAgent: '', typedName: '', channel: 'api', confirmed: {} } as const;
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));
  return {
    merchantId,
    transactionId,
    deliver: async () => {
      await must(house, () => finalize(house, merchantId, transactionId));
      await must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
    },
    now: async () => {
      const found = await leaseById(house.db, customerId, leaseId);
      assert.ok(found !== null);
      return found;
    },
    /** What stands on an account for this lease, debit-positive. */
    account: async (number: number): Promise<number> => {
      const { rows } = await house.db.pool.query(
        `select coalesce(sum(case when debit = $2 then amount_cents else -amount_cents end), 0) as sum from posting
          where lease_id = $1 and $2 in (debit, credit)`,
        [leaseId, number],
      );
      return Number(rows[0].sum);
    },
  };
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(house);
  }
}
