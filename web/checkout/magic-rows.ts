import type { Step } from '#contract/modal/view.ts';

/** A row of the sandbox's published table. */
export type MagicRow = { readonly input: string; readonly effect: string };

/** Where a magic value is typed: the screen's fields by their names, with what goes into them. */
export type Place = { readonly step: Step; readonly fields: Readonly<Record<string, string>> };

/**
 * The screen and the fields that a row of the table belongs to; null where it is nothing that the modal asks for. `order`
 * keeps one shopper's address apart from the next one's, because an address that is known asks for its password.
 */
export function placeOf({ input }: MagicRow, order: string): Place | null {
  for (const [pattern, place] of places) {
    const found = pattern.exec(input);
    if (found) return place(found, order.toLowerCase().replace(/[^a-z0-9]/g, ''));
  }
  return null;
}

const places: readonly [RegExp, (found: RegExpExecArray, order: string) => Place][] = [
  [
    /^e-mail with “([.\w]+)” (right )?before the @$/,
    ([, word = '', right], order) => {
      const local = right ? `shopper${order}${word}` : `${word}${order}`;
      return { step: 'email', fields: { email: `${local}@example.com` } };
    },
  ],
  [/^phone \+1 555 555 01NN$/, () => ({ step: 'profile', fields: { mobilePhone: '555 555 0142' } })],
  [/^SSN (666-\d\d)-xxxx$/, ([, group]) => ({ step: 'personal', fields: { ssn: `${group}-1500` } })],
  [/^routing (\d{9}), account …(\d{4})$/, ([, routing = '', end = '']) => account(end, { routingNumber: routing })],
  [/^account …(\d{4})$/, ([, end = '']) => account(end, {})],
];

// Twelve digits, as most accounts have; only the last four count.
function account(lastFour: string, routing: Place['fields']): Place {
  const accountNumber = `44000000${lastFour}`;
  return { step: 'bank', fields: { ...routing, accountNumber, accountNumberAgain: accountNumber } };
}
