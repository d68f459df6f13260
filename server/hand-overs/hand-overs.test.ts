import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Closed, Opened } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import type { HandOverView, ListHandOverEventsAnswer } from '#contract/v3/hand-overs.ts';
import { routes as checkoutRoutes } from '#server/checkout/routes.ts';
import { bank, personal, profile } from '#server/checkout/test-frame.ts';
import { routes as evidenceRoutes } from '#server/evidence/routes.ts';
import type { KeyRing } from '#server/house.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { forgetRecipients } from '#server/messages/forget-recipients.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { sendMessages } from '#server/messages/send-messages.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { booksAreRight } from '#server/test-shopper.ts';
import { routes } from './routes.ts';
import { tellWhatEnded } from './tell-what-ended.ts';

const minuteMs = 60_000;

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
let apiKey: string;

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...routes, ...checkoutRoutes, ...messageRoutes, ...evidenceRoutes]);
  ({ apiKey } = await must(built.house, () => createMerchant(built.house, { name: 'Sofas' })));
});
after(async () => {
  await server.close();
  await built.close();
});

test('a cart that is handed over is signed on the customer’s own device, and the counter sees it word by word', async () => {
  const made = await handOver('SIGNED-1', { counterIpAddress: '127.0.0.1' });
  assert.deepEqual([made.status, made.associateId, made.total], ['waiting', 'A-17', 120.34]);
  assert.match(made.redirectUri ?? '', /^http:\/\/127\.0\.0\.1:4300\/pay\?id=[0-9a-f]{24}$/);
  assert.match(made.qrCode ?? '', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"[^<]*><path /);
  const phone = await open(made);
  assert.deepEqual([phone.view.step, phone.view.customer], ['email', null], 'nobody is logged in on the way');
  const opened = await look(made);
  assert.deepEqual([opened.status, opened.redirectUri, opened.qrCode], ['opened', null, null]);
  const seen = new Set<string>();
  const agreement = await walkToSignature(phone, 'ines@counter.example', async () => {
    seen.add((await look(made)).status);
  });
  await phone.say('pay', { debitAuthorized: true });
  assert.deepEqual([...seen], ['underway'], 'no screen of theirs reads otherwise than another');
  assert.equal((await look(made)).status, 'signed');
  const file = await built.house.db.pool.query({
    text: `select facts from signature_event where kind = 'identified' and lease_id = $1`,
    values: [agreement.leaseId],
  });
  assert.deepEqual(file.rows[0].facts.handedOver, { associateId: 'A-17', sameNetworkAsStore: true });
  assert.equal((await ask('POST', '/v3/hand-overs', cart('SIGNED-1'))).json().error.code, 'InvalidTransactionId');
  for (const verb of ['renew', 'cancel']) {
    const refused = await ask('POST', `/v3/hand-overs/${made.id}/${verb}`, {});
    assert.equal(refused.json().error.code, 'InvalidTransactionId', verb);
  }
  await booksAreRight(built.house);
});

test('somebody who was declined reads at the counter like somebody who still thinks about it', async () => {
  const made = await handOver('DECLINED-1');
  const phone = await open(made);
  await phone.say('email', { email: 'declined@counter.example' });
  await phone.say('profile', profile);
  await phone.say('personal', { ...personal, ssn: '666021500' });
  const { decision } = await phone.say('bank', bank);
  assert.equal(decision?.status, 'denied');
  assert.equal((await look(made)).status, 'underway');
  await daysPass(73);
  assert.equal((await look(made)).status, 'ended');
});

test('a store reads on what became of its hand-overs: each word once, in its order, and nothing of the shopper', async () => {
  const { next: before } = await told(0);
  const made = await handOver('EVENTS-1');
  const phone = await open(made);
  await opening(made, phone.device);
  await walkToSignature(phone, 'evelyn@counter.example');
  await phone.say('pay', { debitAuthorized: true });
  const taken = await handOver('EVENTS-2');
  for (const _ of [1, 2]) await ask('POST', `/v3/hand-overs/${taken.id}/cancel`);
  const { events, next } = await told(before);
  assert.deepEqual(
    events.map(({ type, handOverId, transactionId, associateId, total }) => [
      type,
      handOverId,
      transactionId,
      associateId,
      total,
    ]),
    [
      ['hand_over.opened', made.id, 'EVENTS-1', 'A-17', 120.34],
      ['hand_over.underway', made.id, 'EVENTS-1', 'A-17', 120.34],
      ['hand_over.signed', made.id, 'EVENTS-1', 'A-17', 120.34],
      ['hand_over.cancelled', taken.id, 'EVENTS-2', 'A-17', 120.34],
    ],
  );
  for (const event of events)
    assert.deepEqual(Object.keys(event).sort(), [
      'associateId',
      'handOverId',
      'number',
      'recordedAt',
      'status',
      'total',
      'transactionId',
      'type',
    ]);
  for (const word of ['Ana', 'Byron', 'evelyn', '0123', '1500', 'approv', personal.ssn]) {
    assert.ok(!JSON.stringify(events).includes(word), word);
  }
  await daysPass(74);
  await tellWhatEnded(built.house);
  const after = (await told(next)).events.filter(({ transactionId }) => transactionId.startsWith('EVENTS-'));
  assert.deepEqual(after, [], 'what was signed or taken back has had its last word');
  const other = await must(built.house, () => createMerchant(built.house, { name: 'Elsewhere' }));
  const theirs = await server.inject({ url: '/v3/hand-overs/events', headers: { authorization: other.apiKey } });
  assert.deepEqual(theirs.json().data, { events: [], next: 0 });
});

test('somebody who was declined makes the same events as somebody who was approved and thinks about it', async () => {
  const { next } = await told(0);
  const declined = await open(await handOver('SILENT-1'));
  await declined.say('email', { email: 'silent-1@counter.example' });
  await declined.say('profile', profile);
  await declined.say('personal', { ...personal, ssn: '666021500' });
  assert.equal((await declined.say('bank', bank)).decision?.status, 'denied');
  const approved = await open(await handOver('SILENT-2'));
  await walkToReview(approved, 'silent-2@counter.example');
  const unopened = await handOver('SILENT-3');
  assert.equal(unopened.status, 'waiting');
  await daysPass(74);
  await Promise.all([tellWhatEnded(built.house), tellWhatEnded(built.house)]);
  const { events } = await told(next);
  const of = (order: string) => events.filter((one) => one.transactionId === order).map(({ status }) => status);
  assert.deepEqual(of('SILENT-1'), ['opened', 'underway', 'ended']);
  assert.deepEqual(of('SILENT-2'), of('SILENT-1'));
  assert.deepEqual(of('SILENT-3'), ['ended']);
});

test('whoever has seen a number has seen all before it, however many phones open at once', async () => {
  const { next: before } = await told(0);
  const made = await Promise.all(Array.from({ length: 24 }, (_, number) => handOver(`MANY-${number}`)));
  let seen = before;
  const numbers: number[] = [];
  let isOver = false;
  const reader = (async () => {
    while (!isOver || numbers.length < made.length) {
      const { events, next } = await told(seen);
      numbers.push(...events.map(({ number }) => number));
      seen = next;
    }
  })();
  await Promise.all(made.map((one) => opening(one)));
  isOver = true;
  await reader;
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
  assert.deepEqual(
    numbers,
    (await told(before)).events.map(({ number }) => number),
    'reading on misses nothing',
  );
});

test('a link that was made anew is opened anew', async () => {
  const { next } = await told(0);
  const made = await handOver('ANEW-1');
  await open(made);
  const renewed: HandOverView = (await ask('POST', `/v3/hand-overs/${made.id}/renew`, {})).json().data;
  await open(renewed);
  const { events } = await told(next);
  assert.deepEqual(
    events.map(({ status, handOverId }) => [status, handOverId]),
    [
      ['opened', made.id],
      ['opened', made.id],
    ],
  );
});

test('nothing that the counter is told names the customer or what they may lease', async () => {
  const made = await handOver('PRIVATE-1', { phone: '(512) 555-0177', email: 'Olga@counter.example' });
  const phone = await open(made);
  await walkToSignature(phone, 'olga@counter.example');
  const said = (await ask('GET', `/v3/hand-overs/${made.id}`)).body;
  assert.deepEqual(Object.keys(JSON.parse(said).data).sort(), Object.keys(made).sort());
  for (const word of ['Ana', 'Byron', 'olga', '5125550177', '0123', '1500', 'approv', personal.ssn]) {
    assert.ok(!said.includes(word), word);
  }
});

test('the first device keeps the link: a reload goes on, a second device is told kindly', async () => {
  const made = await handOver('DEVICE-1');
  const [one, two] = await Promise.all([opening(made), opening(made)]);
  assert.deepEqual([one.statusCode, two.statusCode].sort(), [200, 403], 'of two at once one is first');
  const first: Opened = (one.statusCode === 200 ? one : two).json().data;
  const again = await opening(made, first.device);
  assert.equal(again.statusCode, 200);
  const stranger = await opening(made);
  const { why, store }: Closed = stranger.json().error.data;
  assert.deepEqual([why, store], ['elsewhere', 'Sofas']);
});

test('a new link ends the one before it, and the device that had it makes no agreement any more', async () => {
  const made = await handOver('RENEW-1');
  const first = await open(made);
  await walkToReview(first, 'renew@counter.example');
  const renewed = await ask('POST', `/v3/hand-overs/${made.id}/renew`, {});
  const view: HandOverView = renewed.json().data;
  assert.deepEqual([view.id, view.status], [made.id, 'waiting']);
  assert.notEqual(view.redirectUri, made.redirectUri);
  assert.equal((await opening(made)).json().error.data.why, 'expired');
  const late = await first.ask('agreement', {});
  assert.equal(late.json().error.code, 'TransactionCanceled');
  const second = await open(view);
  await second.say('email', { email: 'renew@counter.example' });
  assert.equal((await second.say('password', { password: profile.password })).step, 'review');
  assert.equal((await second.say('agreement', {})).step, 'agreement');
});

test('taking it back voids the agreement that nobody signed; twice is the same as once', async () => {
  const made = await handOver('CANCEL-1');
  const phone = await open(made);
  await walkToSignature(phone, 'cancel@counter.example');
  for (const _ of [1, 2]) {
    const answer = await ask('POST', `/v3/hand-overs/${made.id}/cancel`);
    assert.deepEqual([answer.statusCode, answer.json().data.status], [200, 'cancelled']);
  }
  const paid = await phone.ask('pay', { debitAuthorized: true });
  assert.equal(paid.json().error.code, 'LeaseExpired');
  assert.equal((await look(made)).status, 'cancelled');
  await booksAreRight(built.house);
});

test('a link that nobody opens is over after an hour; opened in time it stays open for that device', async () => {
  const unopened = await handOver('HOUR-1');
  const opened = await handOver('HOUR-2');
  const phone = await open(opened);
  built.advance(61 * minuteMs);
  assert.deepEqual(
    [(await look(unopened)).status, (await opening(unopened)).json().error.data.why],
    ['ended', 'expired'],
  );
  assert.equal((await opening(opened, phone.device)).statusCode, 200);
});

test('the link is sent where the customer asks, in their language, with the way to get no more; and not without end', async () => {
  const made = await handOver('SENT-1', { phone: '(512) 555-0188', language: 'es' });
  const inbox = async () => (await server.inject('/sandbox/inbox?to=5125550188')).json().data.messages;
  const [{ body, channel }] = await inbox();
  assert.equal(channel, 'sms');
  assert.ok(body.includes(made.redirectUri) && body.includes('ALTO (STOP)') && body.includes('en la tienda'), body);
  assert.deepEqual(await handOver('SENT-1', { phone: '(512) 555-0188', language: 'es' }), made);
  assert.equal((await inbox()).length, 1, 'the same request is no second message');
  for (const _ of [2, 3]) await ask('POST', `/v3/hand-overs/${made.id}/renew`, { phone: '5125550188' });
  const fourth = await ask('POST', `/v3/hand-overs/${made.id}/renew`, { phone: '5125550188' });
  assert.deepEqual([fourth.statusCode, fourth.headers['retry-after'] !== undefined], [429, true]);
  assert.equal((await inbox()).length, 3);
  assert.equal((await look(made)).status, 'waiting', 'a refusal changes nothing');
  built.advance(61 * minuteMs);
  assert.equal((await ask('POST', `/v3/hand-overs/${made.id}/renew`, { phone: '5125550188' })).statusCode, 200);
});

test('where a link went is forgotten once it was sent, and so few go to one address all the same', async () => {
  const production = { ...built.house, settings: { ...built.house.settings, mode: 'production' as const } };
  const made = await handOver('FORGOTTEN-1', { phone: '5125550166', email: 'Frida@counter.example' });
  const rows = async () =>
    (
      await built.house.db.pool.query<{ sent: boolean; recipient: string; body: string; named: string | null }>(
        `select sent_at is not null as sent, recipient, body, recipient_index as named from message
         where body like '%' || $1 || '%' or message_id = any ($2) order by channel`,
        [new URL(made.redirectUri ?? '').searchParams.get('id'), sentIds],
      )
    ).rows;
  const { rows: written } = await built.house.db.pool.query(
    `select message_id from message where recipient in ('+15125550166', 'frida@counter.example')`,
  );
  const sentIds = written.map(({ message_id: id }) => id);
  assert.deepEqual(
    (await rows()).map(({ sent, recipient }) => ({ sent, recipient })),
    [
      { sent: false, recipient: 'frida@counter.example' },
      { sent: false, recipient: '+15125550166' },
    ],
  );
  await sendMessages(production);
  for (const { sent, recipient, named } of await rows()) {
    assert.deepEqual([sent, recipient], [true, '']);
    assert.match(named ?? '', /^test\.[0-9a-f]{32}$/);
  }
  for (const _ of [2, 3]) await ask('POST', `/v3/hand-overs/${made.id}/renew`, { phone: '5125550166' });
  assert.equal((await ask('POST', `/v3/hand-overs/${made.id}/renew`, { phone: '5125550166' })).statusCode, 429);
  built.advance(61 * minuteMs);
  await forgetRecipients(production);
  for (const row of await rows()) assert.deepEqual(row, { sent: true, recipient: '', body: '', named: null });
});

test('a link that could not be sent while it was open is not sent any more, and nobody keeps where to', async () => {
  await handOver('UNSENT-1', { phone: '5125550155' });
  const delivered: string[] = [];
  const notifier = {
    ...built.house.notifier,
    deliver: async ({ to }: { to: string }) => void delivered.push(to),
  };
  const house = { ...built.house, notifier };
  built.advance(61 * minuteMs);
  await sendMessages(house);
  assert.ok(!delivered.includes('+15125550155'));
  await forgetRecipients(house);
  assert.equal(await rowsWith('5125550155'), 0);
});

test('what a store asked for lies under a key, and while that is changed the same request is the same hand-over', async () => {
  const { indexKeys } = built.house.secrets;
  const newer = { id: 'newer', key: Buffer.alloc(32, 7) };
  const underKeys = async (keys: KeyRing) => {
    const door = buildServer({ ...built.house, secrets: { ...built.house.secrets, indexKeys: keys } }, routes);
    const payload = { ...cart('KEYED-1'), phone: '5125550144' };
    const answer = await door.inject({
      ...{ method: 'POST', url: '/v3/hand-overs', payload },
      headers: { authorization: apiKey },
    });
    await door.close();
    const { rows } = await built.house.db.pool.query(
      `select request_index from checkout_link where transaction_id = 'KEYED-1' order by created_at desc limit 1`,
    );
    built.advance(100);
    return { id: answer.json().data.id as string, index: rows[0].request_index as string };
  };
  const made = await underKeys(indexKeys);
  assert.match(made.index, /^test\.[0-9a-f]{32}$/);
  assert.deepEqual(await underKeys([newer, ...indexKeys]), made);
  const another = await underKeys([newer]);
  assert.notEqual(another.id, made.id, 'without the key nobody can say that it was asked before');
  assert.notEqual(another.index.split('.')[1], made.index.split('.')[1]);
});

test('another store’s hand-over is simply not found', async () => {
  const made = await handOver('THEIRS-1');
  const other = await must(built.house, () => createMerchant(built.house, { name: 'Others' }));
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/renew'],
    ['POST', '/cancel'],
  ] as const) {
    const answer = await server.inject({
      ...{ method, url: `/v3/hand-overs/${made.id}${path}` },
      headers: { authorization: other.apiKey },
      ...(method === 'POST' && { payload: {} }),
    });
    assert.equal(answer.statusCode, 404, path);
  }
});

async function rowsWith(text: string): Promise<number> {
  const { rows } = await built.house.db.pool.query(
    `select count(*)::int as n from (select to_jsonb(m)::text as row from message m
       union all select to_jsonb(l)::text from checkout_link l union all select to_jsonb(i)::text from idempotency i) r
     where row like '%' || $1 || '%'`,
    [text],
  );
  return rows[0].n;
}

function cart(transactionId: string) {
  const sofa = { description: 'Sofa', sku: 'S-1', brand: 'Tilda', cost: 120.34, quantity: 1 };
  return { transactionId, items: [sofa], associateId: 'A-17' };
}

function ask(method: 'GET' | 'POST', url: string, payload?: object) {
  built.advance(100);
  return server.inject({ method, url, headers: { authorization: apiKey }, ...(payload && { payload }) });
}

async function handOver(transactionId: string, more: object = {}): Promise<HandOverView> {
  const answer = await ask('POST', '/v3/hand-overs', { ...cart(transactionId), ...more });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json().data;
}

/** The notice of a decline goes out before: one that waited so long would be a breach of its own. */
async function daysPass(hours: number): Promise<void> {
  for (let sent = 1; sent > 0; ) sent = await sendMessages(built.house);
  built.advance(hours * 60 * minuteMs);
}

async function told(after: number): Promise<ListHandOverEventsAnswer> {
  const answer = await ask('GET', `/v3/hand-overs/events?after=${after}&limit=1000`);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json().data;
}

async function look({ id }: HandOverView): Promise<HandOverView> {
  return (await ask('GET', `/v3/hand-overs/${id}`)).json().data;
}

function opening({ redirectUri }: HandOverView, device?: string) {
  const link = new URL(redirectUri ?? '').searchParams.get('id') ?? '';
  return server.inject({ method: 'POST', url: '/modal/api/open-link', payload: { link, device } });
}

async function open(made: HandOverView) {
  const answer = await opening(made);
  assert.equal(answer.statusCode, 200, answer.body);
  const opened: Opened = answer.json().data;
  const ask = (verb: string, payload: object) => {
    built.advance(100);
    const headers = { 'x-flexpay-session': opened.session };
    return server.inject({ method: 'POST', url: `/modal/api/${verb}`, payload, headers });
  };
  const say = async (verb: string, body: object): Promise<View> => {
    const said = await ask(verb, body);
    assert.equal(said.statusCode, 200, `${verb}: ${said.body}`);
    return said.json().data;
  };
  return { ...opened, ask, say };
}

type Phone = Awaited<ReturnType<typeof open>>;

async function walkToReview(phone: Phone, email: string, after: () => Promise<void> = async () => {}): Promise<void> {
  const answers: [string, object][] = [
    ['email', { email }],
    ['profile', profile],
    ['personal', personal],
    ['bank', bank],
    ['review', {}],
  ];
  for (const [verb, body] of answers) {
    await phone.say(verb, body);
    await after();
  }
}

async function walkToSignature(phone: Phone, email: string, after: () => Promise<void> = async () => {}) {
  await walkToReview(phone, email, after);
  const { agreement } = await phone.say('agreement', {});
  await phone.say('code-send', {});
  const inbox = (await server.inject(`/sandbox/inbox?to=${email}`)).json().data.messages;
  const { step } = await phone.say('signature', {
    typedName: 'Ana Byron',
    eRecordsConsent: true,
    eRecordsCode: /<span class="code">([^<]+)<\/span>/.exec(agreement?.html ?? '')?.[1] ?? '',
    totalAcknowledged: true,
    earlyPurchaseAcknowledged: true,
    oneTimeCode: /\d{6}/.exec(inbox[0].body)?.[0] ?? '',
  });
  assert.equal(step, 'payment');
  await after();
  assert.ok(agreement);
  return agreement;
}
