/**
 * Whether a text can be a social security or taxpayer number; hyphens and spaces do not count (domain 4.2). The sandbox
 * takes any nine digits (domain 5.2). The first check that fails names the reason. The number itself is never in it.
 */
export function checkIdentityNumber(text: string, { sandbox }: { sandbox: boolean }): IdentityNumber {
  const digits = text.replace(/[- ]/g, '');
  if (!/^[0-9]{9}$/.test(digits)) return { ok: false, reason: 'format' };
  const kind = digits.startsWith('9') ? 'itin' : 'ssn';
  const reason = sandbox ? null : faultIn(digits);
  return reason === null ? { ok: true, digits, kind } : { ok: false, reason };
}

export type IdentityNumber =
  | { readonly ok: true; readonly digits: string; readonly kind: 'ssn' | 'itin' }
  | { readonly ok: false; readonly reason: IdentityNumberFault };

export type IdentityNumberFault =
  | 'format'
  | 'placeholder'
  | 'itin_group'
  | 'ssn_area'
  | 'ssn_group'
  | 'ssn_serial'
  | 'ssn_blocklist';

function faultIn(digits: string): IdentityNumberFault | null {
  const area = digits.slice(0, 3);
  const group = digits.slice(3, 5);
  if (/^(\d)\1{8}$/.test(digits) || digits === '123456789') return 'placeholder';
  if (area.startsWith('9')) return isItinGroup(Number(group)) ? null : 'itin_group';
  if (area === '000' || area === '666') return 'ssn_area';
  if (group === '00') return 'ssn_group';
  if (digits.endsWith('0000')) return 'ssn_serial';
  return published.includes(digits) ? 'ssn_blocklist' : null;
}

/** 93 is for adoptions, the other gaps were never assigned. */
function isItinGroup(group: number): boolean {
  return [
    [50, 65],
    [70, 88],
    [90, 92],
    [94, 99],
  ].some(([from, to]) => group >= from! && group <= to!);
}

/** Numbers that became famous in advertisements, and belong to nobody who types them. */
const published = ['078051120', '219099999', '457555462'];
