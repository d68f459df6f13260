import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { flexpayWith, ringOf } from '../../tests/flexpay.ts';
import { openStreet, type Street } from '../../tests/journeys/street.ts';
import { type StartedHouse, startHouse } from '../../tests/start-house.ts';

// What the guide types is typed as it stands there; only the ids are those of the house of this test.

const guide = fs.readFileSync(new URL('./whom-a-person-looks-at.md', import.meta.url), 'utf8');

let house: StartedHouse;
let street: Street;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
});
after(() => house?.stop());

test('every command about the denylist is taken as the guide writes it', async () => {
  const lines = [...guide.matchAll(/^npx flexpay (denylist .+)$/gm)].map(([, line]) => line!);
  assert.equal(lines.length, 5);
  const shopper = await street.shopper('Sunniva');
  const me = await street.store.get<{ users: { userId: string; email: string }[] }>('/v3/users?limit=100');
  const customerId = me.users.find(({ email }) => email === shopper.email)!.userId;
  let entryId = '';
  for (const line of lines) {
    const typed = line.replace('65f1c0a84be2d93117aa0c52', customerId).replace('65f1c0d14be2d93117aa0d07', entryId);
    const [command = '', file] = typed.split(' < ');
    const words = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
    const answer = await flexpayWith(file === undefined ? '' : '219-09-9999\n', ringOf(house), ...words, '--json');
    assert.equal(answer.code, 0, `${line}: ${answer.stderr}`);
    entryId ||= JSON.parse(answer.stdout).entries[0].entryId;
    assert.doesNotMatch(answer.stdout, /993300718|219-?09-?9999/, 'nothing that is listed can be read');
  }
});
