import type { Language } from '#core/calendar/day-text.ts';

const en = {
  again: 'Some answers need another look.',
  name: 'Use letters, spaces, hyphens, apostrophes and periods, at most 50.',
  mobilePhone: 'Enter a US mobile number with ten digits.',
  street: 'Enter a street and number.',
  mailbox: 'Enter where you live. A post office box or private mailbox does not work.',
  tooLong: 'This is too long.',
  city: 'Enter a city.',
  state: 'Choose a state.',
  postalCode: 'Enter a ZIP code with five digits.',
  dateOfBirth: 'Enter a date of birth that exists.',
  tooYoung: (age: number) => `You can sign a lease from the age of ${age}.`,
  ssn: 'Enter the nine digits of a Social Security number or ITIN.',
  monthlyIncome: 'Enter an amount in dollars, like 3500.00.',
  payFrequency: 'Choose how often the pay comes.',
  payDateFar: (days: number) => `The next pay date is at most ${days} days away.`,
  payDate: 'Enter a day that exists.',
  inquiryConsent: 'We need your permission to decide.',
  routingNumber: 'This is not a routing number. It has nine digits and stands at the bottom left of a check.',
  blockedBank: 'We can’t take payments from this bank. Use an account at another one.',
  accountNumber: 'An account number has 4 to 17 digits.',
  accountNumberAgain: 'The two numbers are not the same.',
};

const es: typeof en = {
  again: 'Revise otra vez algunas respuestas.',
  name: 'Use letras, espacios, guiones, apóstrofos y puntos, 50 como máximo.',
  mobilePhone: 'Escriba un número celular de EE. UU. de diez dígitos.',
  street: 'Escriba la calle y el número.',
  mailbox: 'Escriba dónde vive. Un apartado postal o un buzón privado no sirve.',
  tooLong: 'Esto es demasiado largo.',
  city: 'Escriba la ciudad.',
  state: 'Elija un estado.',
  postalCode: 'Escriba un código postal de cinco dígitos.',
  dateOfBirth: 'Escriba una fecha de nacimiento que exista.',
  tooYoung: (age) => `Puede firmar un arrendamiento a partir de los ${age} años.`,
  ssn: 'Escriba los nueve dígitos de un número de Seguro Social o ITIN.',
  monthlyIncome: 'Escriba una cantidad en dólares, como 3500.00.',
  payFrequency: 'Elija cada cuánto le pagan.',
  payDateFar: (days) => `Su próximo día de pago está a no más de ${days} días.`,
  payDate: 'Escriba un día que exista.',
  inquiryConsent: 'Necesitamos su permiso para decidir.',
  routingNumber: 'Este no es un número de ruta. Tiene nueve dígitos y está abajo a la izquierda en un cheque.',
  blockedBank: 'No podemos recibir pagos de este banco. Use una cuenta de otro.',
  accountNumber: 'Un número de cuenta tiene de 4 a 17 dígitos.',
  accountNumberAgain: 'Los dos números no son iguales.',
};

/** What an answer needs that can't be right, for the person who gave it. */
export const faultWords: Readonly<Record<Language, typeof en>> = { en, es };
