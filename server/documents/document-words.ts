import type { Language } from '#core/calendar/day-text.ts';

const en = {
  type: 'Choose a photo (JPEG or PNG) or a PDF.',
  tooLarge: 'This file is larger than 8 MB. Choose a smaller one.',
  missing: { id_front: 'Add the front of your photo ID.', address: 'Add your proof of address.' },
  again: 'Something is missing.',
};

const es: typeof en = {
  type: 'Elija una foto (JPEG o PNG) o un PDF.',
  tooLarge: 'Este archivo pesa más de 8 MB. Elija uno más pequeño.',
  missing: {
    id_front: 'Agregue el frente de su identificación con foto.',

    address: 'Agregue su comprobante de domicilio.',
  },
  again: 'Falta algo.',
};

/** What an applicant reads beside a document that cannot be taken. */
export const documentWords: Readonly<Record<Language, typeof en>> = { en, es };
