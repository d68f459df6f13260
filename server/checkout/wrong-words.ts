import type { Language } from '#core/calendar/day-text.ts';

const en = {
  email: 'Enter an e-mail address, like ana@example.com.',
  otherAddress: 'This agreement was made for another address. Type the one that our message went to.',
  noPassword: 'Enter your password.',
  password: 'The e-mail address and the password do not fit together.',
  locked: (minutes: number) => `Too many tries. Wait ${minutes} minutes, or have a code sent to you.`,
  notYours: 'This is not your password.',
  passcode: 'This code is not right or no longer valid. Ask for a new one and try again.',
  stateNotServed: 'We can’t offer leases in this state yet. Nothing was asked of you that we keep.',
  eRecordsConsent: 'We need your consent to electronic records to go on.',
  eRecordsCode: 'This is not the code in the agreement. Open it and look for “Access code”.',
  totalAcknowledged: 'Confirm that you have seen the total of payments.',
  earlyPurchaseAcknowledged: 'Confirm that you have seen what it costs to buy early.',
  typedName: (name: string) => `Type your name as it stands in the agreement: ${name}.`,
  noCode: 'Enter the code that we sent you.',
  debitAuthorized: 'We need your permission to take this payment.',
  card: 'This card can’t be used. Check it, or take another one.',
};

const es: typeof en = {
  email: 'Escriba un correo electrónico, como ana@example.com.',
  otherAddress: 'Este contrato se hizo para otra dirección. Escriba la que recibió nuestro mensaje.',
  noPassword: 'Escriba su contraseña.',
  password: 'El correo electrónico y la contraseña no corresponden.',
  locked: (minutes) => `Demasiados intentos. Espere ${minutes} minutos o pida que le enviemos un código.`,
  notYours: 'Esta no es su contraseña.',
  passcode: 'Este código no es correcto o ya no es válido. Pida uno nuevo e inténtelo otra vez.',
  stateNotServed: 'Todavía no ofrecemos arrendamientos en este estado. No le pedimos nada que vayamos a guardar.',
  eRecordsConsent: 'Para continuar necesitamos su consentimiento a los documentos electrónicos.',
  eRecordsCode: 'Este no es el código del contrato. Ábralo y busque “código de acceso”.',
  totalAcknowledged: 'Confirme que vio el total de los pagos.',
  earlyPurchaseAcknowledged: 'Confirme que vio cuánto cuesta comprar antes.',
  typedName: (name) => `Escriba su nombre como está en el contrato: ${name}.`,
  noCode: 'Escriba el código que le enviamos.',
  debitAuthorized: 'Necesitamos su permiso para tomar este pago.',
  card: 'Esta tarjeta no se puede usar. Revísela o use otra.',
};

/** What stands beside a field of the modal that the server finds wrong. */
export const wrongWords: Readonly<Record<Language, typeof en>> = { en, es };
