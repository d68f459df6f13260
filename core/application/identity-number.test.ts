import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIdentityNumber } from './identity-number.ts';

const production = (text: string) => {
  const checked = checkIdentityNumber(text, { sandbox: false });
  return checked.ok ? checked.kind : checked.reason;
};

test('every rule of domain 4.2 names its reason, the first that fails', () => {
  const told: [string, string][] = [
    ['', 'format'],
    ['12345678', 'format'],
    ['1234567890', 'format'],
    ['12345678a', 'format'],
    ['123.45.6788', 'format'],
    ['١٢٣٤٥٦٧٨٨', 'format'],
    ['111-11-1111', 'placeholder'],
    ['000000000', 'placeholder'],
    ['666666666', 'placeholder'],
    ['999999999', 'placeholder'],
    ['123-45-6789', 'placeholder'],
    ['123456788', 'ssn'],
    ['001-01-0001', 'ssn'],
    ['899-99-9999', 'ssn'],
    ['000-12-3456', 'ssn_area'],
    ['000-00-0001', 'ssn_area'],
    ['666-01-1500', 'ssn_area'],
    ['665-01-1500', 'ssn'],
    ['667-01-1500', 'ssn'],
    ['123-00-4567', 'ssn_group'],
    ['123-00-0000', 'ssn_group'],
    ['123-45-0000', 'ssn_serial'],
    ['078-05-1120', 'ssn_blocklist'],
    ['219-09-9999', 'ssn_blocklist'],
    ['457-55-5462', 'ssn_blocklist'],
    ['078-05-1121', 'ssn'],
    ['900-49-0000', 'itin_group'],
    ['900-50-0000', 'itin'],
    ['900-65-0000', 'itin'],
    ['900-66-0000', 'itin_group'],
    ['900-69-0000', 'itin_group'],
    ['900-70-0000', 'itin'],
    ['999-88-9999', 'itin'],
    ['999-89-9999', 'itin_group'],
    ['999-90-9999', 'itin'],
    ['999-92-9999', 'itin'],
    ['999-93-9999', 'itin_group'],
    ['999-94-9999', 'itin'],
    ['900-99-0000', 'itin'],
    ['987-65-4320', 'itin'],
  ];
  for (const [text, reason] of told) assert.equal(production(text), reason, text);
});

test('hyphens and spaces do not count', () => {
  assert.deepEqual(checkIdentityNumber(' 123 45-6788 ', { sandbox: false }), {
    ok: true,
    digits: '123456788',
    kind: 'ssn',
  });
});

test('the sandbox takes any nine digits, and nothing else', () => {
  for (const text of ['666-01-1500', '111111111', '000-00-0000', '123456789']) {
    assert.equal(checkIdentityNumber(text, { sandbox: true }).ok, true);
  }
  assert.deepEqual(checkIdentityNumber('900-01-0001', { sandbox: true }), {
    ok: true,
    digits: '900010001',
    kind: 'itin',
  });
  assert.deepEqual(checkIdentityNumber('66601150', { sandbox: true }), { ok: false, reason: 'format' });
});
