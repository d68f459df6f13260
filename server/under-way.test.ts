import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { inTime, isLate } from './in-time.ts';
import { underWay } from './under-way.ts';

test('work of one name is done once for all who join it, and a house that stops waits for it', async () => {
  const works = underWay(pino({ level: 'silent' }));
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  const begin = async () => {
    begun += 1;
    await gate.promise;
  };
  const both = [works.join('one', begin), works.join('one', begin), works.until('one')];
  let settled = false;
  const stopped = works.settled().then(() => {
    settled = true;
  });
  await works.until('another');
  assert.equal(settled, false);
  gate.resolve();
  await Promise.all([...both, stopped]);
  assert.equal(begun, 1);
  await works.join('one', begin);
  assert.equal(begun, 2, 'what is over may be done again');
});

test('work that fails is written down, and whoever waits for it goes on', async () => {
  const lines: string[] = [];
  const works = underWay(pino({ level: 'error' }, { write: (line) => lines.push(line) }));
  await works.join('one', () => Promise.reject(new Error('down')));
  await works.settled();
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /"work":"one"/);
});

test('who does not answer in time has not answered, whether or not they listen; an error of theirs stays theirs', async () => {
  const never = () => new Promise<never>(() => {});
  await assert.rejects(inTime({ timeoutMs: 1 }, never), isLate);
  const heard = await new Promise<AbortSignal>((resolve) => {
    inTime({ timeoutMs: 1 }, (signal) => {
      signal.addEventListener('abort', () => resolve(signal));
      return never();
    }).catch(() => undefined);
  });
  assert.equal(heard.aborted, true);
  assert.equal(await inTime({}, async () => 'yes'), 'yes');
  const down = new Error('down');
  await assert.rejects(
    inTime({}, () => Promise.reject(down)),
    (error) => error === down && !isLate(error),
  );
});
