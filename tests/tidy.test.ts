import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrows } from './tidy/arrows.ts';
import { finished } from './tidy/finished.ts';
import { houseFile } from './tidy/house-file.ts';
import { noBarrels } from './tidy/no-barrels.ts';
import { noCircles } from './tidy/no-circles.ts';
import { noDrawers } from './tidy/no-drawers.ts';
import { noOrphans } from './tidy/no-orphans.ts';
import { pureCore } from './tidy/pure-core.ts';
import { readHouse } from './tidy/read-house.ts';
import type { Breach, Rule } from './tidy/rule.ts';
import { timeAndChance } from './tidy/time-and-chance.ts';
import { wordsOfTheWorkshop } from './tidy/words-of-the-workshop.ts';
import { wordsPeopleSee } from './tidy/words-people-see.ts';

/** The house rules that a machine can keep. Each one also proves that it would notice. */
const rules: Rule[] = [
  arrows,
  noCircles,
  pureCore,
  timeAndChance,
  noBarrels,
  noDrawers,
  noOrphans,
  wordsPeopleSee,
  wordsOfTheWorkshop,
  finished,
];

const house = readHouse();

for (const rule of rules) {
  test(rule.name, () => {
    const breaches = rule.find(house);
    assert.ok(breaches.length === 0, `${breaches.map(line).join('\n')}\nInstead: ${rule.instead}`);
  });

  test(`it would be noticed if not: ${rule.name}`, () => {
    for (const small of rule.refuses)
      assert.notEqual(find(rule, small).length, 0, `unnoticed: ${JSON.stringify(small)}`);
    for (const small of rule.allows)
      assert.deepEqual(find(rule, small), [], `wrongly refused: ${JSON.stringify(small)}`);
  });
}

function find(rule: Rule, small: Readonly<Record<string, string>>): Breach[] {
  return rule.find(Object.entries(small).map(([name, text]) => houseFile(name, text)));
}

function line(breach: Breach): string {
  return `${breach.path}${breach.line === undefined ? '' : `:${breach.line}`}  ${breach.what}`;
}
