import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bankNameOf,
  blockedRouting,
  checkAccountNumber,
  checkRoutingNumber,
  routingVerdict,
} from './routing-number.ts';

test('every rule of domain 4.3 names its fault, the first that fails', () => {
  const told: [string, string][] = [
    ['', 'format'],
    ['12345678', 'format'],
    ['0210000210', 'format'],
    ['02100002a', 'format'],
    ['021 000021', 'format'],
    ['000000000', 'prefix'],
    ['130000006', 'prefix'],
    ['200000000', 'prefix'],
    ['330000003', 'prefix'],
    ['650000003', 'prefix'],
    ['800000005', 'prefix'],
    ['021000022', 'checksum'],
    ['012000021', 'checksum'],
    ['010000004', 'checksum'],
    ['021000021', 'ok'],
    ['110000000', 'ok'],
    ['322271627', 'ok'],
  ];
  for (const [text, fault] of told) assert.equal(checkRoutingNumber(text), fault, text);
});

test('the edges of the prefixes are 01 to 12 and 21 to 32', () => {
  const withPrefix = (prefix: number) => {
    const eight = `${String(prefix).padStart(2, '0')}000000`;
    const last = [...'0123456789'].find((digit) => checkRoutingNumber(eight + digit) !== 'checksum')!;
    return checkRoutingNumber(eight + last);
  };
  for (const prefix of [1, 12, 21, 32]) assert.equal(withPrefix(prefix), 'ok', `${prefix}`);
  for (const prefix of [0, 13, 20, 33, 61, 65, 72, 80, 99]) assert.equal(withPrefix(prefix), 'prefix', `${prefix}`);
});

test('one wrong digit never passes', () => {
  for (let place = 0; place < 9; place += 1) {
    for (const digit of '0123456789') {
      const typed = `${'021000021'.slice(0, place)}${digit}${'021000021'.slice(place + 1)}`;
      if (typed !== '021000021') assert.notEqual(checkRoutingNumber(typed), 'ok', typed);
    }
  }
});

test('the sandbox bank exists in the sandbox only, the blocked numbers nowhere', () => {
  assert.equal(routingVerdict('110000000', { sandbox: true }), 'ok');
  assert.equal(routingVerdict('110000000', { sandbox: false }), 'blocked');
  for (const number of blockedRouting) {
    for (const sandbox of [true, false]) assert.equal(routingVerdict(number, { sandbox }), 'blocked');
  }
  assert.equal(routingVerdict('021000022', { sandbox: true }), 'checksum');
  assert.equal(routingVerdict('021000021', { sandbox: false }), 'ok');
});

test('a bank is named by its numbers, each of which passes the check', () => {
  const named: [string, string | null][] = [
    ['021000021', 'JPMorgan Chase'],
    ['325070760', 'JPMorgan Chase'],
    ['011000138', 'Bank of America'],
    ['125000024', 'Bank of America'],
    ['121000248', 'Wells Fargo'],
    ['314074269', 'USAA Federal Savings Bank'],
    ['124085024', 'Green Dot'],
    ['073972181', 'Pathward'],
    ['110000000', null],
    ['011000015', null],
  ];
  for (const [number, bank] of named) {
    assert.equal(bankNameOf(number), bank, number);
    assert.equal(checkRoutingNumber(number), 'ok', number);
  }
});

test('an account number has 4 to 17 digits and keeps its zeros', () => {
  for (const text of ['0001', '00012345678901234']) assert.equal(checkAccountNumber(text), 'ok');
  for (const text of ['', '123', '123456789012345678', '12 34', '12a4'])
    assert.equal(checkAccountNumber(text), 'format');
});
