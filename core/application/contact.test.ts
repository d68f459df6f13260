import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEmail, checkMobile, checkName, checkPostalCode, checkStreet, e164, normaliseEmail } from './contact.ts';

test('an e-mail address needs a local part, an @ and a domain with a dot', () => {
  const good = [
    'ada@example.com',
    ' Ada.Lovelace+lease@Example.CO.UK ',
    "o'neil@example.com",
    'x@a-b.io',
    'deny@example.com',
    'jo.approve@example.com',
    'a@xn--bcher-kva.example',
    `${'a'.repeat(64)}@example.com`,
  ];
  const bad = [
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@@example.com',
    'a da@example.com',
    '.ada@example.com',
    'ada.@example.com',
    'a..da@example.com',
    'ada@-example.com',
    'ada@example-.com',
    'ada@example..com',
    'ada@example.c',
    'ada@127.0.0.1',
    'ada@example.com\nbcc: x@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`,
  ];
  for (const text of good) assert.equal(checkEmail(text), 'ok', text);
  for (const text of bad) assert.equal(checkEmail(text), 'format', text);
});

test('an address is the same however it is typed', () => {
  assert.equal(normaliseEmail(' Ada@Example.COM '), 'ada@example.com');
});

test('a name has 1 to 50 letters of any script, and what people write between them', () => {
  for (const text of [
    'Ada',
    'José María',
    "O'Neil",
    'O’Neil',
    'Anne-Marie',
    'St. John',
    'Nguyễn',
    '李',
    'x'.repeat(50),
  ]) {
    assert.equal(checkName(text), 'ok', text);
  }
  for (const text of ['', '   ', 'x'.repeat(51)]) assert.equal(checkName(text), 'length', text);
  for (const text of ['R2D2', 'Ada!', '<b>', '-', "'", 'a_b', 'Ada\nLovelace'])
    assert.equal(checkName(text), 'characters', text);
});

test('a mobile number is of the North American plan', () => {
  for (const text of [
    '6514447773',
    '(651) 444-7773',
    '651.444.7773',
    '+1 651 444 7773',
    '16514447773',
    '+15555550107',
  ]) {
    assert.equal(checkMobile(text), 'ok', text);
  }
  for (const text of ['', '651444777', '65144477733', '26514447773', '+44 651 444 7773', '651444777x']) {
    assert.equal(checkMobile(text), 'format', text);
  }
  for (const text of ['1514447773', '0514447773', '9114447773', '4114447773'])
    assert.equal(checkMobile(text), 'area_code', text);
  for (const text of ['6511447773', '6510447773']) assert.equal(checkMobile(text), 'exchange', text);
});

test('a mobile number is stored in one form, or not at all', () => {
  assert.equal(e164('(651) 444-7773'), '+16514447773');
  assert.equal(e164('1 651 444 7773'), '+16514447773');
  assert.equal(e164('911 444 7773'), null);
});

test('a ZIP code has five digits, or nine', () => {
  for (const text of ['33431', '33431-1234', '334311234', ' 33431 ']) assert.equal(checkPostalCode(text), 'ok', text);
  for (const text of ['', '3343', '334312', '33431-12', 'K1A 0B1']) assert.equal(checkPostalCode(text), 'format', text);
});

test('goods go to a street, not to a mailbox', () => {
  for (const text of ['1 Main St', '12 Boxwood Ave', '5 Polk Box Rd']) assert.equal(checkStreet(text), 'ok', text);
  for (const text of [
    'PO Box 12',
    'P.O. Box 12',
    'P. O. Box 3',
    'p o box 9',
    'Post Office Box 7',
    '1 Main St PMB 12',
  ]) {
    assert.equal(checkStreet(text), 'mailbox', text);
  }
  for (const text of ['', '  ', 'x'.repeat(101)]) assert.equal(checkStreet(text), 'length');
});
