import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { revokeByHand } from '#server/applications/end-by-hand.ts';
import { remindOfApprovals } from '#server/applications/remind-of-approvals.ts';
import { bank, type FrameWorld, frameWorld, personal, type TestFrame } from '#server/checkout/test-frame.ts';
import { dayMs, must } from '#server/test-house.ts';

const hourMs = 3_600_000;

let world: FrameWorld;
before(async () => {
  world = await frameWorld();
});
after(() => world.close());

test('an approval is reminded of once, by day, in the customer’s language, and only whom it may be said to', async () => {
  const { built } = world;
  const english = await approved('ends@example.com');
  const spanish = await approved('termina@example.com');
  await spanish.say('language', { language: 'es' });
  await approved('quiet@example.com', { contactConsent: false });
  await sign(await approved('signed@example.com'), 'signed@example.com');
  await approved('revoked@example.com');
  await revoke('revoked@example.com');
  assert.equal(english.view.locale, 'en');

  built.advance(54 * dayMs);
  assert.equal(await remindOfApprovals(built.house), 0, 'six days before its last one');
  built.advance(dayMs);
  assert.equal(await remindOfApprovals(built.house), 0, 'it is six in the morning in Austin');
  built.advance(3 * hourMs);
  const nodes = [remindOfApprovals(built.house), remindOfApprovals(built.house)];
  assert.equal(
    (await Promise.all(nodes)).reduce((sum, count) => sum + count, 0),
    2,
    'two nodes at once are one',
  );
  for (let day = 0; day < 6; day += 1) {
    built.advance(dayMs);
    assert.equal(await remindOfApprovals(built.house), 0, 'once');
  }

  const reminders = (await written()).filter(({ kind }) => kind === 'approval_ends');
  assert.deepEqual(
    reminders.map(({ to, subject }) => [to, subject]),
    [
      ['ends@example.com', 'You can lease up to $1,500.00 through January 20, 2027'],
      ['termina@example.com', 'Puede arrendar hasta $1,500.00 hasta el 20 de enero de 2027'],
    ],
  );
});

test('who takes the permission to be contacted back in a later application is not reminded', async () => {
  const frame = await approved('changed@example.com');
  assert.equal(frame.view.locale, 'en');
  await world.built.house.db.pool.query(
    `insert into consent (customer_id, consent_id, kind, document_version, document_hash, given, recorded_at)
     select customer_id, 'taken-back', 'contact', document_version, document_hash, false, recorded_at + interval '1 day'
     from consent join customer using (customer_id) where email = 'changed@example.com' and kind = 'contact'`,
  );
  world.built.advance(56 * dayMs);
  assert.equal(await remindOfApprovals(world.built.house), 0);
});

async function approved(email: string, told: Partial<typeof personal> = {}): Promise<TestFrame> {
  const frame = await world.newCustomer(email);
  await frame.say('personal', { ...personal, ...told, nextPayDate: payDay() });
  assert.equal((await frame.say('bank', bank)).decision?.status, 'approved');
  return frame;
}

/** Friday of the week after. */
function payDay(): string {
  const day = new Date(world.built.house.clock.now());
  day.setUTCDate(day.getUTCDate() + 7 + ((5 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

async function sign(frame: TestFrame, email: string): Promise<void> {
  await frame.say('review');
  const { agreement } = await frame.say('agreement');
  await frame.say('code-send');
  await frame.say('signature', {
    typedName: 'Ana Byron',
    eRecordsConsent: true,
    eRecordsCode: /<span class="code">([^<]+)<\/span>/.exec(agreement?.html ?? '')?.[1] ?? '',
    totalAcknowledged: true,
    earlyPurchaseAcknowledged: true,
    oneTimeCode: (await world.newest(email)).code,
  });
  assert.equal((await frame.say('pay', { debitAuthorized: true })).step, 'done');
}

async function revoke(email: string): Promise<void> {
  const { house } = world.built;
  const { rows } = await house.db.pool.query(
    'select application_id from application join customer using (customer_id) where email = $1',
    [email],
  );
  const [{ application_id: applicationId }] = rows;
  await must(house, () =>
    revokeByHand(house, { applicationId, by: 'Reva', reason: 'a test', because: ['K06_IDENTITY_NOT_VERIFIED'] }),
  );
}

async function written(): Promise<{ kind: string; to: string; subject: string }[]> {
  const { messages } = (await world.server.inject('/sandbox/inbox')).json().data;
  return messages.sort((a: { to: string }, b: { to: string }) => (a.to < b.to ? -1 : 1));
}
