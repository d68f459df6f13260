/** The kinds of cards that processors name (api-v3 3.9). */
export type CardBrand = 'american-express' | 'visa' | 'mastercard' | 'discover';

/** As the brands write themselves, in every language. */
export const cardBrandNames: Readonly<Record<CardBrand, string>> = {
  'american-express': 'American Express',
  visa: 'Visa',
  mastercard: 'Mastercard',
  discover: 'Discover',
};

/** The brand by the first digits of a number (ISO/IEC 7812); null while they are too few, or for a card that we do not take. */
export function cardBrand(number: string): CardBrand | null {
  return brands.find(({ starts }) => starts.test(number))?.brand ?? null;
}

/** Whether digits are a whole card number: of a brand, as long as its cards are, and with a right check digit (Luhn). */
export function isCardNumber(number: string): boolean {
  const lengths = brands.find(({ starts }) => starts.test(number))?.lengths ?? [];
  return lengths.includes(number.length) && /^\d+$/.test(number) && luhn(number) % 10 === 0;
}

const brands: readonly { brand: CardBrand; starts: RegExp; lengths: readonly number[] }[] = [
  { brand: 'american-express', starts: /^3[47]/, lengths: [15] },
  { brand: 'visa', starts: /^4/, lengths: [13, 16, 19] },
  {
    brand: 'mastercard',
    starts: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
  },
  { brand: 'discover', starts: /^(6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
];

/** Every second digit from the right counts twice, a double of two digits as their sum. */
function luhn(number: string): number {
  return [...number].reverse().reduce((sum, digit, at) => {
    const counted = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return sum + (counted > 9 ? counted - 9 : counted);
  }, 0);
}
