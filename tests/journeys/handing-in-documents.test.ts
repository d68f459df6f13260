import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import type { ListApplicationsAnswer } from '#contract/v3/operator-applications.ts';
import type { ListDocumentsAnswer } from '#contract/v3/operator-documents.ts';
import { flexpay, ringOf } from '../flexpay.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { openPage } from './hosted-tab.ts';
import {
  apply,
  giveEmail,
  givePassword,
  newDevice,
  openTab,
  type Person,
  pay,
  person,
  phone,
  sign,
  type Tab,
} from './shopper.ts';
import { openStreet, type Street } from './street.ts';

// Who has to show who they are by documents does it on the screen, and goes on.

let house: StartedHouse;
let street: Street;
let browser: Browser;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-documents-'));

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
  fs.rmSync(folder, { recursive: true });
});

/** A picture of one black dot, with a mark of the sandbox after its end. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
const picture = (mark: string) => ({
  name: 'IMG_0001.png',
  mimeType: 'image/png',
  buffer: Buffer.concat([Buffer.from(dot, 'base64'), Buffer.from(mark)]),
});

/** A photo of nothing, larger than what is taken. */
function largePhoto(): Buffer {
  const [width, height] = [2_000, 1_500];
  const rows = Buffer.alloc(height * (width * 3 + 1));
  let last = 1;
  // Nothing of it can be made smaller without loss; the first byte of a row says that it is as it stands.
  for (let at = 0; at < rows.length; at += 1) {
    last = (Math.imul(last, 1_103_515_245) + 12_345) >>> 0;
    rows[at] = at % (width * 3 + 1) === 0 ? 0 : last >>> 24;
  }
  const part = (name: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const head = Buffer.from([0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 2, 0, 0, 0]);
  const signature = Buffer.from(dot, 'base64').subarray(0, 8);
  const photo = [part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...photo]);
}

const front = 'Photo ID, front';
const address = 'Proof of address';
const handInTitle = 'One more step: show us that it is you';

test('documents that are found genuine lead on to the signature; what is wrong with a file is said beside it', async () => {
  const who = person('Noor', { ssn: '666301500' });
  const tab = await asked(await newDevice(browser), who);
  const { modal, page } = tab;
  await axeFindsNothing(page, 'documents, none yet');
  await modal.getByRole('button', { name: 'Hand in my documents' }).press('Enter');
  await modal.getByText('Two answers need another look').waitFor();
  await axeFindsNothing(page, 'documents, missing');
  const choose = (kind: string) => filesOf(modal.getByRole('group', { name: kind }));
  // By what it is, and not by its name.
  await choose(front).setInputFiles({ ...picture(''), buffer: Buffer.from('GIF89a') });
  await said(modal, front, 'This is no photo (JPEG or PNG) and no PDF. Choose another file.');
  await choose(front).setInputFiles({
    ...picture(''),
    buffer: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(8 * 1024 * 1024)]),
  });
  await said(modal, front, 'This file is larger than 8\u00a0MB. Choose a smaller one.');
  // With the keyboard alone.
  const chooser = page.waitForEvent('filechooser');
  await modal.getByRole('button', { name: `Choose a file: ${front}` }).press('Enter');
  await (await chooser).setFiles(picture('sandbox-doubtful'));
  await modal.getByRole('group', { name: front }).getByText('Added: PNG, 1 KB').waitFor();
  await modal.getByRole('button', { name: `Remove: ${front}` }).press('Enter');
  await modal.getByRole('button', { name: `Choose a file: ${front}` }).waitFor();
  await choose(front).setInputFiles(picture('sandbox-genuine'));
  await modal.getByRole('button', { name: `Replace: ${front}` }).waitFor();
  // What was added is kept, also when the page is left.
  await page.reload();
  await tab.press('decision');
  await modal.getByRole('button', { name: `Replace: ${front}` }).waitFor();
  await choose(address).setInputFiles(picture('sandbox-genuine'));
  await modal.getByRole('button', { name: `Replace: ${address}` }).waitFor();
  await axeFindsNothing(page, 'documents, all there');
  await tab.says('Hand in my documents');
  await tab.says('Review my order');
  await tab.sees('review');
  await sign(tab, street, who);
  await pay(tab);
  await tab.sees('done');
  await street.auditIsGreen();
});

test('documents that are doubted wait for a person, who opens them by name and accepts; the letter leads there on a phone', async () => {
  const who = person('Bram', { ssn: '666301200' });
  await asked(await newDevice(browser), who);
  const { messages } = await street.store.get<{ messages: { kind: string; body: string }[] }>(
    `/sandbox/inbox?to=${encodeURIComponent(who.email)}`,
  );
  const letter = messages.find(({ kind }) => kind === 'documents_needed')?.body ?? '';
  const link = /https?:\/\/\S+\/pay\?id=\S+/.exec(letter)?.[0] ?? assert.fail(letter);
  const handheld = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const tab = await openPage(handheld, link);
  const { modal } = tab;
  await giveEmail(tab, who.email);
  await givePassword(tab, who.password);
  await modal.getByRole('heading', { name: handInTitle }).waitFor();
  const taken = [
    [front, { ...picture(''), buffer: largePhoto() }],
    [address, picture('sandbox-doubtful')],
  ] as const;
  for (const [kind, photo] of taken) {
    const camera = modal.getByRole('group', { name: kind }).locator('input[capture=environment]');
    await modal.getByRole('button', { name: `Take a photo: ${kind}` }).waitFor();
    await camera.setInputFiles(photo);
    await modal.getByRole('button', { name: `Remove: ${kind}` }).waitFor();
  }
  await tab.says('Hand in my documents');
  await modal.getByRole('heading', { name: 'We have your documents' }).waitFor();
  await modal.getByText('Usually within one business day.').waitFor();
  await axeFindsNothing(tab.page, 'documents, handed in');
  assert.equal(await tab.page.evaluate(() => JSON.stringify(localStorage).includes('IMG_0001')), false);

  const ring = ringOf(house);
  const said = ['--by', 'Jane Doe', '--reason', 'The license fits'];
  const queue = await flexpay(ring, 'applications', 'list', '--waits-for', 'operator', '--json');
  const { applications } = JSON.parse(queue.stdout) as ListApplicationsAnswer;
  const { applicationId } = applications.find(({ name }) => name.startsWith('Bram')) ?? assert.fail(queue.stdout);
  const text = await flexpay(ring, 'applications', 'documents', applicationId);
  assert.match(text.stdout, /Photo ID, front +image\/jpeg .*\n.*\nDocument check sandbox: address looks altered\.\n$/);
  const listed = await flexpay(ring, 'applications', 'documents', applicationId, '--json');
  const [large, doubted] = (JSON.parse(listed.stdout) as ListDocumentsAnswer).documents;
  assert.ok(large!.bytes < 8 * 1024 * 1024, 'a photo that is too large is sent smaller');
  const file = path.join(folder, 'bill.png');
  const open = ['applications', 'document', applicationId, doubted!.documentId, '--out', file];
  assert.equal((await flexpay(ring, ...open)).code, 2, 'nobody opens one without a name and a reason');
  assert.equal((await flexpay(ring, ...open, ...said)).code, 0);
  assert.deepEqual(fs.readFileSync(file), picture('sandbox-doubtful').buffer);
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  const shown = await flexpay(ring, 'applications', 'show', applicationId);
  assert.match(shown.stdout, /openDocument +Jane Doe +The license fits/);
  const accepted = await flexpay(ring, 'applications', 'accept-documents', applicationId, ...said);
  assert.match(accepted.stdout, /is approved with a limit of \$1,200\.00\./);

  await tab.page.reload();
  await modal.getByText('$1,200.00').first().waitFor();
  await handheld.close();
  await street.auditIsGreen();
});

/** A tab of somebody new of whom documents are asked. */
async function asked(device: BrowserContext, who: Person): Promise<Tab> {
  const tab = await openTab(device, house);
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await apply(tab, who);
  await tab.modal.getByRole('heading', { name: handInTitle }).waitFor();
  return tab;
}

const filesOf = (group: Locator): Locator => group.locator('input[type=file]:not([capture])');

async function said(modal: Tab['modal'], kind: string, sentence: string): Promise<void> {
  await modal.getByRole('group', { name: kind }).getByText(sentence).waitFor();
}
