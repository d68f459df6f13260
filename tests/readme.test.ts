import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { flexpay, ringOf } from './flexpay.ts';
import { lampOrder, openStreet, type Street } from './journeys/street.ts';
import { startChromium } from './start-chromium.ts';
import { type StartedHouse, startHouse } from './start-house.ts';

// What the README shows is run as it stands there; only hosts and keys are those of the house of this test.

const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const sampleHost = 'http://127.0.0.1:4300';

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  browser = await startChromium();
  const shopper = await street.shopper('Rhea');
  const { leaseId } = await shopper.lease('ABC-129384', lampOrder);
  await shopper.sign(leaseId);
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('every curl line of the README answers with data', () => {
  const lines = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line.startsWith('curl ')));
  assert.ok(lines.length >= 3);
  for (const line of lines) {
    const command = line.replaceAll(sampleHost, house.baseUrl);
    const answer = execFileSync('/bin/sh', ['-c', `${command} -s`], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, FLEXPAY_API_KEY: house.apiKey },
    });
    assert.ok(JSON.parse(answer).data, `${command} answered ${answer}`);
  }
});

test('the page of the README shows a button that opens the checkout', async () => {
  const [sample] = blocks('html');
  assert.ok(sample !== undefined);
  const body = sample
    .replaceAll(sampleHost, house.baseUrl)
    .replace('YOUR_PUBLIC_KEY', house.authKey)
    // The README's order is signed already, for its curl lines.
    .replace('ABC-129384', 'ABC-129385');
  const shop = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>A shop</title>${body}`);
  });
  const port = await new Promise<number>((resolve) => {
    shop.listen(0, '127.0.0.1', () => resolve((shop.address() as AddressInfo).port));
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    await page.getByRole('button', { name: /FlexPay/ }).click();
    // The frame lies in a closed shadow: the page itself can't reach into it either.
    const ours = () => page.frames().find((one) => one.url().startsWith(`${house.baseUrl}/modal`));
    const frame = ours() ?? (await page.waitForEvent('framenavigated', () => ours() !== undefined));
    await frame.getByRole('heading', { name: 'Start with your e-mail' }).waitFor();
  } finally {
    shop.closeAllConnections();
    shop.close();
  }
});

test('every flexpay command of the README exists', async () => {
  const commands = [...readme.matchAll(/`npx flexpay ([a-z]+(?: [a-z]+)?)/g)].map(([, words]) => words!.split(' '));
  assert.ok(commands.length >= 4);
  for (const words of commands) {
    const { code, stdout, stderr } = await flexpay(ringOf(house), ...words, ...(words[0] === 'help' ? [] : ['--help']));
    assert.equal(code, 0, `flexpay ${words.join(' ')}: ${stdout}${stderr}`);
  }
});

test('the README lists every group of commands that help does, in the same order', async () => {
  const { stdout } = await flexpay(ringOf(house), 'help');
  const groupsIn = (text: string, line: RegExp) => [...new Set([...text.matchAll(line)].map(([, noun]) => noun))];
  const helped = groupsIn(stdout, /^ {2}flexpay {2}([a-z]+)/gm);
  assert.ok(helped.length >= 10, stdout);
  const listed = groupsIn(readme, /^\| `npx flexpay ([a-z]+)/gm);
  assert.deepEqual(listed, [...helped, 'help']);
});

test('every file that the README points to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!);
  for (const link of links) assert.ok(fs.existsSync(new URL(`../${link}`, import.meta.url)), link);
});

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block!);
}
