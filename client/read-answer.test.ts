import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAnswer } from './read-answer.ts';

const amounts = ['cost', 'items[].cost'];

test('amounts come out as the text that was sent, with two decimals at least; counts stay numbers', () => {
  const text =
    '{"data": {"cost": 120.3, "items": [{"cost": 9007199254740993, "quantity": 2}, {"cost": 0.3350}], "at": -1.5e3}}';
  assert.deepEqual(readAnswer(text, amounts), {
    data: { cost: '120.30', items: [{ cost: '9007199254740993.00', quantity: 2 }, { cost: '0.3350' }], at: -1500 },
  });
  assert.deepEqual(readAnswer('{"data":[{"amount":5}],"cost":5}', ['[].amount', 'cost']), {
    data: [{ amount: '5.00' }],
    cost: 5,
  });
});

test('digits in texts and names are left alone', () => {
  const said = { data: { '12.5': 'costs 12.50 "or 3", \\ 7', cost: '12', nested: { cost: 1.5 } } };
  assert.deepEqual(readAnswer(JSON.stringify(said), amounts), said);
});

test('what is not JSON is none', () => {
  for (const text of ['', 'null', '7', '"text"', '<html>', '{"a":1', '01', '{"a":1.}', '{1:2}', '[1 2]', '"\\x"'])
    assert.throws(() => readAnswer(text, amounts), SyntaxError, text);
});

test('without amounts it reads what JSON reads', () => {
  fc.assert(
    fc.property(fc.array(fc.json({ maxDepth: 3 })), (texts) => {
      const text = `[${texts}]`;
      fc.pre(!text.includes('\\u0000') && !text.includes('__proto__'));
      assert.deepEqual(readAnswer(text, []), JSON.parse(text));
    }),
    { numRuns: 50 },
  );
});
