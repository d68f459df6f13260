import type { Language } from '#core/calendar/day-text.ts';

/**
 * The sentences an applicant agrees to, as the modal shows them and as the record of the consent hashes them (domain
 * 4.1): one text for both, so that what is on file is what was read. `{brand}` and `{phone}` are filled in on the
 * screen. A changed word is a new version, and so is another language: the version says which one was shown.
 */
export const consentTexts = {
  en: {
    application: {
      version: 'application-2.en',
      text: 'I allow {brand} to get reports about me from the agencies named in the permission, and to ask my bank about my account, to check my identity and decide on this application. I accept the terms and have received the privacy notice.',
    },
    contact: {
      version: 'contact-1.en',
      text: '{brand} may call or text me at {phone} about my lease.',
    },
    lender: {
      version: 'lender-1.en',
      text: 'I allow {brand} to send this application to {lender} first, which decides by its own rules. {brand} decides if {lender} does not approve it.',
    },
  },
  es: {
    application: {
      version: 'application-2.es',
      text: 'Permito que {brand} obtenga informes sobre mí de las agencias que se nombran en el permiso, y que pregunte a mi banco sobre mi cuenta, para comprobar mi identidad y decidir sobre esta solicitud. Acepto los términos y he recibido el aviso de privacidad.',
    },
    contact: {
      version: 'contact-1.es',
      text: '{brand} puede llamarme o enviarme mensajes de texto al {phone} sobre mi arrendamiento.',
    },
    lender: {
      version: 'lender-1.es',
      text: 'Permito que {brand} envíe esta solicitud primero a {lender}, que decide según sus propias reglas. {brand} decide si {lender} no la aprueba.',
    },
  },
} as const satisfies Record<Language, Record<ConsentName, { version: string; text: string }>>;

/** `application` is ticked for the application itself: reports, terms and the privacy notice. `contact` is never a condition, nor is `lender`, which a store shows once for each lender. */
type ConsentName = 'application' | 'contact' | 'lender';
