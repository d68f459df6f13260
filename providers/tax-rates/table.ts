import { readFileSync } from 'node:fs';
import { type Day, isDay } from '#core/calendar/day.ts';
import { rate } from '#core/money/money.ts';
import { listOf, made, object, type Reader, some, text } from '#core/states/json-reader.ts';
import { stateNames } from '#core/states/state-names.ts';
import type { TaxRates } from '#ports/tax-rates.ts';

/**
 * The rates of a table that the operator gives: a JSON file `{ "rates": [ … ] }`, a row for each place and each day on
 * which its rate changes. A row has `state`, `rate` (all parts together, a decimal text) and `effective_from`; for a part
 * of the state also `zip` (five digits) or `zip_prefix` (one to four). The narrowest place with a rate in force counts.
 * @throws Error when the table cannot be read whole: the message names the row and what is wrong with it.
 */
export function tableTaxRates(file: string): TaxRates {
  const table = tableOf(parsed(file));
  return {
    name: 'table',
    sandbox: false,
    rateAt: async ({ state, postalCode }, on) => {
      const zip = /^\d{5}/.exec(postalCode)?.[0] ?? '';
      for (let digits = zip.length; digits >= 0; digits -= 1) {
        const inForce = table.get(`${state}/${zip.slice(0, digits)}`)?.find(({ from }) => from <= on);
        if (inForce !== undefined) return inForce.rate;
      }
      return null;
    },
  };
}

type Row = Readonly<Record<'state' | 'zip' | 'rate', string>> & { readonly from: Day };

/** The rows by `state/digits of the ZIP`, the latest first. */
function tableOf(json: unknown): Map<string, Row[]> {
  const { rates } = object({ rates: listOf(row) })(json, '');
  const table = new Map<string, Row[]>();
  const seen = new Map<string, number>();
  for (const [index, one] of rates.entries()) {
    const place = `${one.state}/${one.zip}`;
    const twin = seen.get(`${place}/${one.from}`);
    if (twin !== undefined) throw new Error(`rates[${index}] is for the same place and day as rates[${twin}].`);
    seen.set(`${place}/${one.from}`, index);
    table.set(place, [...(table.get(place) ?? []), one]);
  }
  for (const rows of table.values()) rows.sort((a, b) => (a.from < b.from ? 1 : -1));
  return table;
}

const shape = some({
  state: made(text, (value) => {
    if (!Object.hasOwn(stateNames, value)) throw new RangeError(`'${value}' is not the two letters of a state.`);
    return value;
  }),
  zip: digits(/^\d{5}$/, 'a ZIP code of five digits'),
  zipPrefix: digits(/^\d{1,4}$/, 'the first one to four digits of a ZIP code'),
  rate: made(text, (value) => {
    const { n, d } = rate(value);
    if (n >= d) throw new RangeError(`'${value}' is 100% or more; 8.25% is '0.0825'.`);
    return value;
  }),
  effectiveFrom: made(text, (value) => {
    if (!isDay(value)) throw new RangeError(`'${value}' is not a day.`);
    return value;
  }),
});

const row: Reader<Row> = (value, path) => {
  const { state, zip, zipPrefix, rate: share, effectiveFrom } = shape(value, path);
  if (state === undefined || share === undefined || effectiveFrom === undefined) {
    throw new Error(`${path} needs a state, a rate and an effective_from.`);
  }
  if (zip !== undefined && zipPrefix !== undefined) throw new Error(`${path} has a zip and a zip_prefix: name one.`);
  return { state, zip: zip ?? zipPrefix ?? '', rate: share, from: effectiveFrom };
};

function digits(pattern: RegExp, what: string): Reader<string> {
  return made(text, (value) => {
    if (!pattern.test(value)) throw new RangeError(`'${value}' is not ${what}.`);
    return value;
  });
}

function parsed(file: string): unknown {
  const said = readFileSync(file, 'utf8');
  try {
    return JSON.parse(said);
  } catch (error) {
    throw new Error(`it is not JSON: ${(error as Error).message}`);
  }
}
