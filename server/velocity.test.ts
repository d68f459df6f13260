import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './velocity.ts';

const table: [string, string | null][] = [
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:85a3::8a2e:370:7334', '2001:db8:85a3::/48'],
  ['2001:0DB8:0001::', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['localhost', null],
  ['', null],
];
for (const [address, network] of table) {
  test(`${address || 'nothing'} is of ${network}`, () => assert.equal(networkOf(address), network));
}
