import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { View } from '#contract/modal/view.ts';
import type { DocumentCheck } from '#ports/document-check.ts';
import { noDocumentCheck } from '#providers/document-check/none.ts';
import { acceptDocuments, rejectDocuments, requestDocuments } from '#server/applications/documents-by-hand.ts';
import { showApplication } from '#server/applications/show-application.ts';
import {
  bank,
  type FrameWorld,
  frameWorld,
  order,
  personal,
  profile,
  type TestFrame,
} from '#server/checkout/test-frame.ts';
import { eraseFiles } from '#server/retention/erase-files.ts';
import { dayMs, must } from '#server/test-house.ts';
import { listDocuments, openForReview } from './review-documents.ts';

let world: FrameWorld;
before(async () => {
  world = await frameWorld();
});
after(() => world.close());

const photo = Buffer.from('\x89PNG\r\n\x1a\n the front of a license', 'latin1');
const bill = Buffer.from('%PDF-1.7 a bill', 'latin1');
const base64 = (bytes: Buffer) => bytes.toString('base64');
const jane = { by: 'Jane Doe', reason: 'Looks whether the license is theirs' };

test('documents are given one by one, replaced, taken back, and handed in once', async () => {
  const { frame, applicationId } = await asked('one@example.com');
  assert.deepEqual(frame.view.documents, { areHandedIn: false, files: [] });
  const early = await frame.refused('documents-hand-in', {});
  assert.deepEqual(
    early.data.fields.map(({ path }) => path),
    ['id_front', 'address'],
  );
  await frame.say('document', { kind: 'id_front', content: base64(bill) });
  await frame.say('document', { kind: 'id_back', content: base64(photo) });
  await frame.say('document', { kind: 'address', content: base64(bill) });
  const replaced = await frame.say('document', { kind: 'id_front', content: base64(photo) });
  const receivedOn = '2026-11-21';
  const front = { kind: 'id_front', mediaType: 'image/png', bytes: photo.length, receivedOn } as const;
  const back = { ...front, kind: 'id_back' } as const;
  const address = { kind: 'address', mediaType: 'application/pdf', bytes: bill.length, receivedOn } as const;
  assert.deepEqual(replaced.documents?.files, [front, back, address]);
  assert.deepEqual((await frame.say('document-remove', { kind: 'id_back' })).documents?.files, [front, address]);
  const handedIn = await frame.say('documents-hand-in');
  assert.deepEqual(handedIn.documents, { areHandedIn: true, files: [front, address] });
  assert.equal(handedIn.decision?.waitsFor, 'operator');
  // What is handed in stays as it is.
  await frame.say('document', { kind: 'id_back', content: base64(photo) });
  assert.deepEqual((await frame.say('document-remove', { kind: 'address' })).documents, handedIn.documents);
  assert.deepEqual((await frame.say('documents-hand-in')).documents, handedIn.documents);
  const { documents } = await must(world.built.house, () => listDocuments(world.built.house, applicationId));
  assert.deepEqual(
    documents.map(({ kind, sha256 }) => [kind, sha256]),
    [
      ['id_front', sha256Of(photo)],
      ['address', sha256Of(bill)],
    ],
  );
});

test('what was given is there on another device, and on the page that the letter leads to', async () => {
  const { frame } = await asked('two@example.com');
  await frame.say('document', { kind: 'id_front', content: base64(photo) });
  const letter = await world.newest('two@example.com');
  assert.equal(letter.kind, 'documents_needed');
  const link = /\/pay\?id=(\S+)/.exec(letter.body)?.[1];
  for (let device = 1; device <= 2; device += 1) {
    const opened = await world.server.inject({ method: 'POST', url: '/modal/api/open-link', payload: { link } });
    assert.equal(opened.statusCode, 200, opened.body);
    const { session, view } = opened.json().data;
    assert.deepEqual([view.step, view.order, view.documents], ['email', null, undefined]);
    const say = async (verb: string, payload: object) =>
      (
        await world.server.inject({
          method: 'POST',
          url: `/modal/api/${verb}`,
          payload,
          headers: { 'x-flexpay-session': session },
        })
      ).json().data;
    await say('email', { email: 'two@example.com' });
    const there = await say('password', { password: profile.password });
    assert.deepEqual(
      [there.step, there.documents.files.map((file: { kind: string }) => file.kind)],
      ['decision', ['id_front']],
    );
  }
});

test('a file is taken for what its first bytes say, of at most eight megabytes, and is told so at its field', async () => {
  const { frame } = await asked('three@example.com');
  const rows: [string, RegExp][] = [
    [base64(Buffer.from('GIF89a')), /JPEG or PNG/],
    [base64(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), /JPEG or PNG/],
    ['', /JPEG or PNG/],
    [`${base64(photo)}!!!!`, /JPEG or PNG/],
    ['\u{1F600}\u00ff', /JPEG or PNG/],
    [base64(Buffer.concat([photo, Buffer.alloc(8 * 1024 * 1024 + 1 - photo.length)])), /larger than 8 MB/],
  ];
  for (const [content, says] of rows) {
    const { code, data } = await frame.refused('document', { kind: 'address', content });
    assert.deepEqual([code, data.fields.length, data.fields[0]?.path], ['ValidationError', 1, 'address']);
    assert.match(data.fields[0]?.message ?? '', says);
  }
  assert.equal((await frame.refused('document', { kind: 'selfie', content: base64(photo) })).code, 'ValidationError');
  assert.equal((await frame.refused('document', { kind: 'address', content: 7 })).code, 'ValidationError');
  assert.equal((await frame.refused('document', { kind: 'address' })).code, 'ValidationError');
  const most = Buffer.concat([photo, Buffer.alloc(8 * 1024 * 1024 - photo.length)]);
  const { documents } = await frame.say('document', { kind: 'address', content: base64(most) });
  assert.equal(documents?.files[0]?.bytes, 8 * 1024 * 1024);
  await frame.say('language', { language: 'es' });
  const inSpanish = await frame.refused('document', { kind: 'address', content: base64(Buffer.from('GIF89a')) });
  assert.match(inSpanish.data.fields[0]?.message ?? '', /^Elija una foto/);
});

test('a large body is read of nobody who has not logged in, and larger than one file of nobody', async () => {
  const { frame } = await asked('four@example.com');
  const large = 'A'.repeat(12 * 1024 * 1024);
  assert.equal((await frame.refused('document', { kind: 'address', content: large })).code, 'PayloadTooLarge');
  assert.equal((await frame.refused('language', { language: large })).code, 'PayloadTooLarge');
  const stranger = await world.open(order('OTHER-4'));
  for (const content of [large, base64(photo)]) {
    const { code } = await stranger.refused('document', { kind: 'address', content });
    assert.equal(code, 'Unauthorized');
  }
});

test('nothing is taken from whom nothing was asked', async () => {
  const frame = await world.newCustomer('five@example.com');
  await frame.say('personal', personal);
  await frame.say('bank', bank);
  const view = await frame.say('document', { kind: 'address', content: base64(bill) });
  assert.equal(view.documents, undefined);
  const { rows } = await query(
    'select 1 from application_document join customer using (customer_id) where email = $1',
    ['five@example.com'],
  );
  assert.equal(rows.length, 0);
});

test('a person of ours opens a document with a name and a reason, which stand before it is open', async () => {
  const { frame, applicationId } = await asked('six@example.com');
  await frame.say('document', { kind: 'id_front', content: base64(photo) });
  await frame.say('document', { kind: 'address', content: base64(bill) });
  await frame.say('documents-hand-in');
  const { house } = world.built;
  const { documents } = await must(house, () => listDocuments(house, applicationId));
  const { documentId } = documents[0]!;
  const opened = await must(house, () => openForReview(house, { applicationId, documentId, ...jane }));
  assert.equal(opened.content, base64(photo));
  const { actions } = await must(house, () => showApplication(house, applicationId));
  assert.deepEqual(
    actions
      .filter(({ action }) => action !== 'checkDocuments')
      .map(({ action, by, reason }) => ({ action, by, reason })),
    [{ action: 'openDocument', ...jane }],
  );
  const { rows } = await query(`select purpose, row_id from opening where purpose = 'document-review'`);
  assert.deepEqual(rows, [{ purpose: 'document-review', row_id: documentId }]);
  const none = await openForReview(house, { applicationId, documentId: 'never-seen', ...jane });
  assert.equal('refused' in none && none.refused, 'NotFound');
  await must(house, () => acceptDocuments(house, { applicationId, ...jane }));
  // A look at a document in between makes no second acceptance of a repeated one.
  await must(house, () => openForReview(house, { applicationId, documentId, ...jane }));
  await must(house, () => acceptDocuments(house, { applicationId, ...jane }));
  assert.equal((await frame.say('view')).decision?.status, 'approved');
});

const genuine = Buffer.concat([photo, Buffer.from('sandbox-genuine')]);
const doubtful = Buffer.concat([bill, Buffer.from('sandbox-doubtful')]);

test('what a document check finds genuine goes on by itself; what it doubts or does not know waits for a person', async () => {
  const { house } = world.built;
  const rows = [
    ['nine@example.com', [genuine, genuine], 'approved', ['Found genuine', 'The documents were found genuine']],
    ['ten@example.com', [genuine, doubtful], 'pending', ['Found doubtful: address looks altered']],
    ['eleven@example.com', [genuine, bill], 'pending', ['Found unknown']],
  ] as const;
  for (const [email, [front, address], status, reasons] of rows) {
    const { frame, applicationId } = await asked(email);
    const handedIn = await handIn(frame, front, address);
    assert.deepEqual(
      [handedIn.decision?.status, handedIn.decision?.waitsFor],
      [status, status === 'pending' ? 'operator' : undefined],
      email,
    );
    const { actions } = await must(house, () => showApplication(house, applicationId));
    assert.deepEqual(
      actions.map(({ by, reason }) => `${by}: ${reason}`).sort(),
      reasons.map((reason) => `document check sandbox: ${reason}`),
    );
    const { check } = await must(house, () => listDocuments(house, applicationId));
    assert.equal(`Found ${check?.verdict}`, reasons[0]?.split(':')[0]);
    const { rows: opened } = await query(
      `select count(*)::int as n from opening join application_document on row_id = document_id
       where purpose = 'document-check' and application_id = $1`,
      [applicationId],
    );
    assert.equal(opened[0].n, 2, 'both were opened once, with a trace');
    // Pressed twice it is looked at once.
    await frame.say('documents-hand-in');
    assert.equal((await must(house, () => showApplication(house, applicationId))).actions.length, reasons.length);
  }
});

test('where what came does not do it is asked for once more: what was given can be replaced, and is looked at again', async () => {
  const { house } = world.built;
  const { frame, applicationId } = await asked('again@example.com');
  await must(house, () => requestDocuments(house, { applicationId, ...jane }));
  await handIn(frame, genuine, bill);
  // In the same words as before, and yet another time.
  await must(house, () => requestDocuments(house, { applicationId, ...jane }));
  const again = await frame.say('view');
  assert.deepEqual([again.documents?.areHandedIn, again.documents?.files.length], [false, 2]);
  assert.equal((await world.newest('again@example.com')).kind, 'documents_needed');
  assert.equal((await handIn(frame, genuine, genuine)).decision?.status, 'approved');
  const late = await asked('late@example.com');
  await handIn(late.frame, genuine, bill);
  world.built.advance(30 * dayMs);
  const { applicationId: old } = late;
  const refused = await requestDocuments(house, { applicationId: old, ...jane });
  assert.equal('refused' in refused && refused.refused, 'ApplicationNotWaiting');
});

/** A check that does not do what it promised. */
const broken: Readonly<Record<string, Partial<DocumentCheck>>> = {
  'that never answers': { timeoutMs: 1, check: () => new Promise(() => {}) },
  'that fails': { check: () => Promise.reject(new Error('the line is dead')) },
  'that says something else': { check: async () => ({ verdict: 'yes' }) as never },
};

for (const [what, change] of Object.entries(broken)) {
  test(`a check ${what} approves nobody and declines nobody: a person looks`, async () => {
    const { house } = world.built;
    const { documentCheck } = house;
    Object.assign(house, { documentCheck: { ...documentCheck, ...change } });
    const { frame, applicationId } = await asked(`${what.replaceAll(' ', '-')}@example.com`);
    const handedIn = await handIn(frame, genuine, genuine);
    Object.assign(house, { documentCheck });
    assert.equal(handedIn.decision?.waitsFor, 'operator');
    const { check } = await must(house, () => listDocuments(house, applicationId));
    assert.deepEqual([check?.verdict, check?.reason], ['unknown', null]);
    await must(house, () => acceptDocuments(house, { applicationId, ...jane }));
    assert.equal((await frame.say('view')).decision?.status, 'approved');
  });
}

test('without anybody to ask a person looks, and nothing is opened for it', async () => {
  const { house } = world.built;
  const { documentCheck } = house;
  Object.assign(house, { documentCheck: noDocumentCheck });
  const { frame, applicationId } = await asked('twelve@example.com');
  const opened = async () => (await query(`select 1 from opening where purpose = 'document-check'`)).rows.length;
  const before = await opened();
  assert.equal((await handIn(frame, genuine, genuine)).decision?.waitsFor, 'operator');
  assert.equal(await opened(), before);
  assert.deepEqual((await must(house, () => showApplication(house, applicationId))).actions, []);
  Object.assign(house, { documentCheck });
});

test('documents go with the file of who handed them in, when its time is over', async () => {
  const { house } = world.built;
  const { frame, applicationId } = await asked('thirteen@example.com');
  await handIn(frame, photo, bill);
  await must(house, () => rejectDocuments(house, { applicationId, ...jane }));
  const kept = async () =>
    (await query('select 1 from application_document where application_id = $1', [applicationId])).rows.length;
  const days = async (count: number) => {
    world.built.advance(count * dayMs);
    // The newest line of the access logs says how late it is.
    await query(
      `insert into opening (opening_id, purpose, table_name, column_name, row_id, owner, opened_at)
       values ($1, 'decision', 'a', 'b', 'c', 'd', $2)`,
      [`late-${count}`, new Date(house.clock.now()).toISOString()],
    );
    await eraseFiles(house);
  };
  await days(24 * 30);
  assert.equal(await kept(), 2);
  await days(50);
  assert.equal(await kept(), 0);
});

test('of the bytes nothing can be read in the database, and they open at their own place alone', async () => {
  const { frame, applicationId } = await asked('seven@example.com');
  await frame.say('document', { kind: 'id_front', content: base64(photo) });
  const { rows } = await query(
    'select content, key_sealed::text as key from application_document where application_id = $1',
    [applicationId],
  );
  assert.equal((rows[0].content as Buffer).includes('license'), false);
  assert.match(rows[0].key, /"kek_id"/);
  await query(`update application_document set document_id = 'moved' where application_id = $1`, [applicationId]);
  const { house } = world.built;
  await assert.rejects(openForReview(house, { applicationId, documentId: 'moved', ...jane }));
});

test('who is asked for documents after a review is shown where to hand them in', async () => {
  const { house } = world.built;
  const frame = await world.newCustomer('eight@example.com');
  await frame.say('personal', { ...personal, ssn: '666211500' });
  assert.equal((await frame.say('bank', bank)).decision?.waitsFor, 'operator');
  const applicationId = await applicationOf('eight@example.com');
  await must(house, () => requestDocuments(house, { applicationId, ...jane }));
  assert.deepEqual((await frame.say('view')).documents, { areHandedIn: false, files: [] });
});

async function handIn(frame: TestFrame, front: Buffer, address: Buffer): Promise<View> {
  await frame.say('document', { kind: 'id_front', content: base64(front) });
  await frame.say('document', { kind: 'address', content: base64(address) });
  return frame.say('documents-hand-in');
}

/** A new customer of whom documents are asked, at the screen that asks for them. */
async function asked(email: string): Promise<{ frame: TestFrame; applicationId: string }> {
  const frame = await world.newCustomer(email);
  await frame.say('personal', { ...personal, ssn: '666301500' });
  const view = await frame.say('bank', bank);
  assert.deepEqual([view.step, view.decision?.waitsFor], ['decision', 'customer']);
  return { frame: { ...frame, view }, applicationId: await applicationOf(email) };
}

async function applicationOf(email: string): Promise<string> {
  const { rows } = await query(
    'select application_id from application join customer using (customer_id) where email = $1',
    [email],
  );
  return rows[0].application_id;
}

const query = (text: string, values: unknown[] = []) => world.built.house.db.pool.query(text, values);
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
