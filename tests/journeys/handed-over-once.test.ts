import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { HandOverView } from '#contract/v3/hand-overs.ts';
import { askDatabase } from '../ask-database.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';

let one: StartedHouse;
let other: StartedHouse;
before(async () => {
  one = await startHouse();
  // Another process over the same database, as behind a balancer.
  other = await one.again();
});
after(async () => {
  await other?.close();
  await one?.stop();
});

const callsAtOnce = 40;

async function handOver(house: StartedHouse, body: object): Promise<HandOverView> {
  const answer = await fetch(`${house.baseUrl}/v3/hand-overs`, {
    method: 'POST',
    headers: { authorization: one.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = await answer.text();
  assert.equal(answer.status, 200, said);
  return JSON.parse(said).data;
}

const atOnce = (body: (call: number) => object) =>
  Promise.all(Array.from({ length: callsAtOnce }, (_, call) => handOver(call % 2 === 0 ? one : other, body(call))));

const items = [{ sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', cost: 120.34, quantity: 1 }];

test('an associate who presses twice on two nodes hands the cart over once, and one text goes out', async () => {
  for (const order of ['ONCE-1', 'ONCE-2', 'ONCE-3']) {
    const phone = `512555018${order.at(-1)}`;
    const answers = await atOnce(() => ({ transactionId: order, items, associateId: 'A-17', phone }));
    const links = answers.map(({ id, redirectUri }) => `${id} ${new URL(redirectUri ?? '').searchParams.get('id')}`);
    assert.equal(new Set(links).size, 1, 'all of them are the same one');
    const rows = await askDatabase(
      one.databaseUrl,
      `select (select count(*)::int from hand_over where transaction_id = $1) as made,
        (select count(*)::int from checkout_link where transaction_id = $1) as links,
        (select count(*)::int from message where recipient = $2) as texts`,
      [order, `+1${phone}`],
    );
    assert.deepEqual(rows, [{ made: 1, links: 1, texts: 1 }]);
  }
});

test('of different hand-overs of one order at once, one is open in the end', async () => {
  await atOnce((call) => ({ transactionId: 'LAST-1', items, associateId: `A-${call % 4}` }));
  const rows = await askDatabase(
    one.databaseUrl,
    `select count(*) filter (where expires_at > now())::int as open from checkout_link where transaction_id = 'LAST-1'`,
    [],
  );
  assert.deepEqual(rows, [{ open: 1 }]);
});
