import type { Language } from '#core/calendar/day-text.ts';

/** The words of the card form, which is a page of its own and loads nothing else of the modal's. */
export const cardEn = {
  title: 'Your card',
  number: 'Card number',
  expires: 'Expires',
  expiresHint: 'MM/YY',
  code: 'Security code',
  codeHint: '3 or 4 digits',
  zip: 'Billing ZIP code',
  use: 'Use this card',
  nothingYet: 'Nothing is charged by this.',
  wrong: {
    number: 'Type the whole number on the card.',
    brand: 'We take American Express, Discover, Mastercard and Visa.',
    expires: 'Type the month and the year on the card, like 09/29.',
    past: 'This card has expired. Use another one.',
    code: 'The security code has 3 digits, or 4 on American Express.',
    zip: 'A ZIP code has five digits.',
    testOnly:
      'This is a sandbox: it takes test cards only, like 4111 1111 1111 1111. Your number has not left this page.',
  },
  failed: 'The card could not be read right now. Try again in a moment.',
};

export type CardWords = typeof cardEn;

export const cardEs: CardWords = {
  title: 'Su tarjeta',
  number: 'Número de la tarjeta',
  expires: 'Vence',
  expiresHint: 'MM/AA',
  code: 'Código de seguridad',
  codeHint: '3 o 4 dígitos',
  zip: 'Código postal de facturación',
  use: 'Usar esta tarjeta',
  nothingYet: 'Con esto no se cobra nada.',
  wrong: {
    number: 'Escriba el número completo de la tarjeta.',
    brand: 'Aceptamos American Express, Discover, Mastercard y Visa.',
    expires: 'Escriba el mes y el año de la tarjeta, como 09/29.',
    past: 'Esta tarjeta venció. Use otra.',
    code: 'El código de seguridad tiene 3 dígitos, o 4 en American Express.',
    zip: 'Un código postal tiene cinco dígitos.',
    testOnly:
      'Esto es una sandbox: solo acepta tarjetas de prueba, como 4111 1111 1111 1111. Su número no ha salido de esta página.',
  },
  failed: 'No se pudo leer la tarjeta en este momento. Inténtelo otra vez en un instante.',
};

export const cardWords: Readonly<Record<Language, CardWords>> = { en: cardEn, es: cardEs };
