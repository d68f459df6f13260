/** The one form in which an e-mail address is kept and compared: no space around it, small letters. */
export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase();
}

/** Whether a text can be an e-mail address: plain ASCII, a local part of at most 64 characters, a domain with a dot. */
export function checkEmail(text: string): 'ok' | 'format' {
  const email = normaliseEmail(text);
  return email.length <= emailLengthMax && emailShape.test(email) ? 'ok' : 'format';
}

/** Whether a text can be a legal first, middle or last name, any script (domain 4.1). */
export function checkName(text: string): 'ok' | 'length' | 'characters' {
  const length = [...text.trim()].length;
  if (length < 1 || length > nameLengthMax) return 'length';
  return nameShape.test(text.trim()) ? 'ok' : 'characters';
}

/** Whether a text can be a mobile number of the North American plan, however it is written (domain 4.1). */
export function checkMobile(text: string): 'ok' | 'format' | 'area_code' | 'exchange' {
  const digits = tenDigits(text);
  if (digits === null) return 'format';
  if (!/^[2-9]\d\d/.test(digits) || digits.slice(1, 3) === '11') return 'area_code';
  return /^\d{3}[2-9]/.test(digits) ? 'ok' : 'exchange';
}

/** A mobile number as it is stored and called: `+16514447773`; null when `checkMobile` refuses it. */
export function e164(text: string): string | null {
  return checkMobile(text) === 'ok' ? `+1${tenDigits(text)}` : null;
}

/** Whether a text can be a ZIP code, with or without its four more digits. */
export function checkPostalCode(text: string): 'ok' | 'format' {
  return /^[0-9]{5}(-?[0-9]{4})?$/.test(text.trim()) ? 'ok' : 'format';
}

/** Whether goods can be delivered to a street line: a post office box or a private mailbox is no residence (domain 4.1). */
export function checkStreet(text: string): 'ok' | 'length' | 'mailbox' {
  const street = text.trim();
  if (street.length < 1 || street.length > streetLengthMax) return 'length';
  return mailboxShape.test(street) ? 'mailbox' : 'ok';
}

const emailLengthMax = 254;
const nameLengthMax = 50;
const streetLengthMax = 100;

const emailShape =
  /^(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

// Phones write the apostrophe curled. A mark belongs to the letter before it.
const nameShape = /^\p{L}[\p{L}\p{M} .'’-]*$/u;

const mailboxShape = /\bp\.? ?o\.? ?box\b|\bpost office box\b|\bpmb\b|\bprivate mail ?box\b/i;

/** The ten digits of a number, without spaces, brackets, dots, hyphens and the country code. */
function tenDigits(text: string): string | null {
  const digits = text.trim().replace(/[ ().-]/g, '');
  return /^(?:\+?1)?([0-9]{10})$/.exec(digits)?.[1] ?? null;
}
