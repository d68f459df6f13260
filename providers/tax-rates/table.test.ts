import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { tableTaxRates } from './table.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'flexpay-tax-rates-'));
after(() => rmSync(folder, { recursive: true }));

const texas = { state: 'TX', rate: '0.0625', effective_from: '2020-01-01' };

test('the narrowest place with a rate in force counts, and of each place the latest rate', async () => {
  const table = tableTaxRates(
    fileOf({
      rates: [
        { ...texas, rate: '0.0630', effective_from: '2027-07-01' },
        texas,
        { ...texas, zip_prefix: '787', rate: '0.0825' },
        { ...texas, zip_prefix: '7', rate: '0.0700' },
        { ...texas, zip: '78701', rate: '0.0850', effective_from: '2027-01-01' },
        { ...texas, state: 'WA', zip: '78701', rate: '0.1020' },
      ],
    }),
  );
  assert.equal(table.sandbox, false);
  const rows: [state: string, postalCode: string, on: string, expected: string | null][] = [
    ['TX', '', '2026-11-21', '0.0625'],
    ['TX', '', '2027-07-01', '0.0630'],
    ['TX', '10001', '2026-11-21', '0.0625'],
    ['TX', '75001', '2026-11-21', '0.0700'],
    ['TX', '78745', '2027-12-31', '0.0825'],
    ['TX', '78701', '2026-12-31', '0.0825'],
    ['TX', '78701', '2027-01-01', '0.0850'],
    ['TX', '78701-1234', '2027-01-01', '0.0850'],
    ['TX', '78701', '2019-12-31', null],
    ['WA', '78701', '2026-11-21', '0.1020'],
    ['WA', '98101', '2026-11-21', null],
    ['OH', '44101', '2026-11-21', null],
  ];
  for (const [state, postalCode, on, expected] of rows) {
    assert.equal(await table.rateAt({ state, postalCode }, on), expected, `${state} ${postalCode} on ${on}`);
  }
});

test('a table that cannot be read whole is refused, and the row is named', () => {
  const bad = (row: object, message: RegExp) =>
    assert.throws(() => tableTaxRates(fileOf({ rates: [texas, row] })), { message });
  bad({ ...texas, rate: '8.25' }, /^rates\[1\]\.rate is refused: '8\.25' is 100% or more; 8\.25% is '0\.0825'\.$/);
  bad({ ...texas, rate: 0.0825 }, /^rates\[1\]\.rate should be a text\.$/);
  bad({ ...texas, rate: '-0.1' }, /^rates\[1\]\.rate is refused: '-0\.1' is not a decimal rate/);
  bad({ ...texas, state: 'Texas' }, /^rates\[1\]\.state is refused: 'Texas' is not the two letters of a state\.$/);
  bad({ ...texas, effective_from: '2027-02-30' }, /^rates\[1\]\.effective_from is refused: '2027-02-30' is not a day/);
  bad({ ...texas, zip: '787' }, /^rates\[1\]\.zip is refused: '787' is not a ZIP code of five digits\.$/);
  bad({ ...texas, zip_prefix: '78701' }, /^rates\[1\]\.zip_prefix is refused/);
  bad({ ...texas, zip: '78701', zip_prefix: '787' }, /^rates\[1\] has a zip and a zip_prefix: name one\.$/);
  bad({ ...texas, county: 'Travis' }, /^rates\[1\]\.county is not a key this engine knows\.$/);
  bad({ state: 'TX', rate: '0.08' }, /^rates\[1\] needs a state, a rate and an effective_from\.$/);
  bad({ ...texas, rate: '0.07' }, /^rates\[1\] is for the same place and day as rates\[0\]\.$/);
  assert.throws(
    () => tableTaxRates(fileOf({ rates: [] })),
    /^Error: rates should be a list with at least one entry\.$/,
  );
  assert.throws(() => tableTaxRates(fileOf('{ rates')), /it is not JSON/);
  assert.throws(() => tableTaxRates(path.join(folder, 'none.json')), /ENOENT/);
});

let written = 0;
function fileOf(content: object | string): string {
  const file = path.join(folder, `${written++}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
