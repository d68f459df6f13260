import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { carryOut } from '#server/carry-out.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { audit } from '#server/ledger/audit.ts';
import { readRules, shippedRules } from '#server/rules/read-rules.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { confirmShipment } from '#server/transactions/confirm-shipment.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { returnItems } from '#server/transactions/return-items.ts';

let built: TestHouse;
let owner: pg.Client;

before(async () => {
  built = await testHouse();
  owner = new pg.Client({ connectionString: built.url });
  await owner.connect();
  await liveALittle();
});
after(async () => {
  await owner.end();
  await built.close();
});

/** One lease that runs and one that was partly returned, with payments settled, installments billed and the store paid. */
async function liveALittle(): Promise<void> {
  const { house } = built;
  for (const transactionId of ['RUNS', 'RETURNED']) {
    const shopper = await approvedShopper(house);
    const { merchantId } = shopper.merchant;
    const { leaseId } = await offerFor(house, shopper, transactionId, 800);
    const evidence = {
      ipAddress: '127.0.0.1',
      userAgent: 'a test',
      typedName: 'Ada Lovelace',
      channel: 'api',
      confirmed: {},
    } as const;
    await must(house, () => signLease(house, { merchantId, customerId: shopper.customerId, leaseId, evidence }));
    await must(house, () => finalize(house, merchantId, transactionId));
    await must(house, () => confirmShipment(house, merchantId, transactionId, undefined));
    await must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
  }
  for (let day = 0; day < 20; day += 1) {
    built.advance(dayMs);
    await runTimetable(house);
  }
  const { rows } = await owner.query(`select merchant_id from transaction_route where transaction_id = 'RETURNED'`);
  await must(house, () => returnItems(house, rows[0].merchant_id, 'RETURNED', [{ sku: 'SOFA', quantity: 1 }]));
}

test('the books of leases that were lived are right', async () => {
  assert.deepEqual(await breached(), []);
});

/** What a careless hand might do to the tables, and the rule that has to notice. */
const harm: readonly { what: string; sql: string; undo: string; rule: number }[] = [
  {
    what: 'a posting disappears',
    sql: `create table gone as select * from posting where event = 'installment.billed' and component = 'rent' order by recorded_at limit 1;
      delete from posting p using gone g where (p.customer_id, p.lease_id, p.event, p.subject, p.leg) = (g.customer_id, g.lease_id, g.event, g.subject, g.leg)`,
    undo: `insert into posting select * from gone; drop table gone`,
    rule: 3,
  },
  {
    what: 'an installment is a cent too high',
    sql: `update installment set rent_cents = rent_cents + 1 where number = 2`,
    undo: `update installment set rent_cents = rent_cents - 1 where number = 2`,
    rule: 3,
  },
  {
    what: 'the total rent grows',
    sql: `update lease set total_rent_cents = total_rent_cents + 100 where transaction_id = 'RUNS'`,
    undo: `update lease set total_rent_cents = total_rent_cents - 100 where transaction_id = 'RUNS'`,
    rule: 4,
  },
  {
    what: 'a store is paid for what was never delivered',
    sql: `update posting set amount_cents = amount_cents + 5000 where event = 'goods.delivered' and line = 1`,
    undo: `update posting set amount_cents = amount_cents - 5000 where event = 'goods.delivered' and line = 1`,
    rule: 8,
  },
  {
    what: 'an installment is taxed at another rate than it says',
    sql: `update installment set tax_rate = '0.0725' where number = 2`,
    undo: `update installment set tax_rate = '0' where number = 2`,
    rule: 12,
  },
  {
    what: 'more tax is owed to the state than was billed',
    sql: `insert into posting (customer_id, lease_id, event, subject, leg, merchant_id, debit, credit, amount_cents, component, journal_on, recorded_at)
      select customer_id, lease_id, event, 'harm', 1, merchant_id, 1100, 2100, 7, 'tax', journal_on, recorded_at from posting where event = 'installment.billed' limit 1`,
    undo: `delete from posting where subject = 'harm'`,
    rule: 12,
  },
  {
    what: 'a payment stays in clearing for ever',
    sql: `update payment_attempt set state = 'pending'`,
    undo: `update payment_attempt set state = 'settled'`,
    rule: 9,
  },
  {
    what: 'a limit is given away',
    sql: `update customer set open_cash_cents = open_cash_cents - 1 where open_cash_cents > 0`,
    undo: `update customer set open_cash_cents = open_cash_cents + 1 where open_cash_cents > 0`,
    rule: 14,
  },
  {
    what: 'an agreement says another price than the one that was signed',
    sql: `update lease set agreement_inputs = jsonb_set(agreement_inputs, '{cashPrice}', '1')`,
    undo: `update lease set agreement_inputs = jsonb_set(agreement_inputs, '{cashPrice}', to_jsonb(80500))`,
    rule: 15,
  },
  {
    what: 'the application may change the ledger',
    sql: `grant update on posting to flexpay_app`,
    undo: `revoke update on posting from flexpay_app`,
    rule: 2,
  },
];

for (const { what, sql, undo, rule } of harm) {
  test(`the audit notices when ${what}`, async () => {
    await owner.query(sql);
    const noticed = await breached();
    await owner.query(undo);
    assert.ok(noticed.includes(rule), `rule ${rule} said nothing; breached: ${noticed.join(', ') || 'none'}`);
    assert.deepEqual(await breached(), [], 'the harm was undone');
  });
}

test('the audit notices when a record is edited that a signed lease names, and when it is taken away', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'flexpay-edited-rules-'));
  const { rows } = await owner.query('select distinct rules_version from lease where signed_at is not null');
  const version: string = rows[0].rules_version;
  const file = path.join(folder, `${version.slice(0, 2)}.json`);
  const auditUnder = async () => {
    const rules = readRules(folder, { production: false, signOffs: [] });
    const outcome = await carryOut(built.house, () => audit({ ...built.house, rules }));
    assert.ok('answer' in outcome);
    return outcome.answer.checks.filter(({ breaches }) => breaches > 0).flatMap(({ examples }) => examples);
  };
  try {
    cpSync(shippedRules, folder, { recursive: true });
    assert.deepEqual(await auditUnder(), []);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"statute": "', '"statute": "edited '));
    const edited = await auditUnder();
    assert.equal(edited.length, 2);
    for (const one of edited) assert.match(one, new RegExp(`: record ${version} was edited`));
    rmSync(file);
    const gone = await auditUnder();
    assert.equal(gone.length, 2);
    for (const one of gone) assert.match(one, new RegExp(`: record ${version} is not in this house`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the role that serves requests can not change what was booked', async () => {
  for (const sql of ['update posting set amount_cents = 1', 'delete from posting', 'truncate posting']) {
    await assert.rejects(built.house.db.pool.query(sql), /permission denied/);
  }
});

async function breached(): Promise<number[]> {
  const outcome = await carryOut(built.house, () => audit(built.house));
  assert.ok('answer' in outcome);
  return outcome.answer.checks.filter(({ breaches }) => breaches > 0).map(({ invariant }) => invariant);
}
