import { type Day, weekday } from '#core/calendar/day.ts';
import { type Language, longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { cardBrandNames } from '#core/payment/card-number.ts';
import type {
  AgreementInputs,
  CardAuthorizationInputs,
  DebitAuthorizationInputs,
  ERecordsInputs,
} from './agreement-inputs.ts';
import { agreementView } from './agreement-view.ts';
import { leaseEn } from './lease-3/lease-en.ts';
import { leaseEs } from './lease-3/lease-es.ts';
import { leaseFigures } from './lease-3/lease-figures.ts';
import type { LeaseWords } from './lease-3/lease-words.ts';
import { sealWords } from './seal-agreement.ts';
import { loadTemplate } from './templates/load-template.ts';
import { wordsOf } from './words.ts';

/** The version of each document beside the agreement as it is made today, in each language; it is kept with its hash. */
export const TEMPLATE_VERSIONS = {
  debitAuthorization: { en: 'debit-authorization-1.en', es: 'debit-authorization-1.es' },
  cardAuthorization: { en: 'card-authorization-1.en', es: 'card-authorization-1.es' },
  eRecords: { en: 'e-records-1.en', es: 'e-records-1.es' },
} as const;

/**
 * The rental-purchase agreement as one self-contained HTML document. The same inputs give the same bytes.
 * It says all twenty items of domain 3.1 with the rules of its place; amounts are printed as given, none is computed
 * beyond rent plus tax and the sum of equal payments.
 */
export function renderAgreement(inputs: AgreementInputs): string {
  const language = inputs.language ?? 'en';
  const version = agreementVersion(inputs);
  if (version === 'lease-3.en' || version === 'lease-3.es') {
    const w = leaseWords[language];
    return leaseThree({ ...leaseFigures(inputs, w), w, language, seal: sealWords[language] });
  }
  return earlier[version](agreementView(inputs, wordsOf[language]));
}

/** The template and the language that these inputs were made for: those of the first knew the general rules alone. */
export function agreementVersion({ law, language, edition }: AgreementInputs): AgreementVersion {
  if (edition === 3) return language === 'es' ? 'lease-3.es' : 'lease-3.en';
  if (law === undefined) return 'lease-1.en';
  return language === 'es' ? 'lease-2.es' : 'lease-2.en';
}

/** The permission to debit an account: a document of its own, never a condition of the lease (domain 4.10). */
export function renderDebitAuthorization(inputs: DebitAuthorizationInputs): string {
  const { laterPayments: later, language } = inputs;
  const w = leaseWords[language];
  const day = (on: Day) => longDay(on, language);
  const amounts = later.count > 0 ? [inputs.firstPayment, later.regular, later.last] : [inputs.firstPayment];
  return debitAuthorization[language]({
    ...inputs,
    agreedOn: day(inputs.agreedOn),
    accountType: accountTypes[language][inputs.accountType],
    firstDebitOn: inputs.firstDebitOn === null ? null : day(inputs.firstDebitOn),
    firstPayment: dollars(inputs.firstPayment),
    returnedPaymentFee: dollars(inputs.returnedPaymentFee),
    lowest: dollars(Math.min(...amounts)),
    highest: dollars(Math.max(...amounts)),
    later: later.count > 0 && {
      when: w.every(inputs.frequency, weekday(later.nextDueOn), day(later.nextDueOn), day(later.lastDueOn)),
      count: w.payments(later.count),
      amount:
        later.last === later.regular
          ? dollars(later.regular)
          : `${dollars(later.regular)}, ${theLast[language]} ${dollars(later.last)}`,
    },
  });
}

/** The permission to charge a card for the first payment, and for nothing else. */
export function renderCardAuthorization(inputs: CardAuthorizationInputs): string {
  const { language, cardBrand } = inputs;
  return cardAuthorization[language]({
    ...inputs,
    agreedOn: longDay(inputs.agreedOn, language),
    cardBrand: cardBrandNames[cardBrand],
    firstPayment: dollars(inputs.firstPayment),
  });
}

/** What is said before the consent to electronic records is asked for (domain 4.8). */
export function renderERecordsStatement(inputs: ERecordsInputs): string {
  return eRecords[inputs.language](inputs);
}

type AgreementVersion = keyof typeof earlier | 'lease-3.en' | 'lease-3.es';
type AgreementView = ReturnType<typeof agreementView>;
const earlier = {
  'lease-1.en': loadTemplate<AgreementView>('lease-1.en'),
  'lease-2.en': loadTemplate<AgreementView>('lease-2.en'),
  'lease-2.es': loadTemplate<AgreementView>('lease-2.es'),
};
const leaseThree = loadTemplate('lease-3', 'paper-2');
const leaseWords: Readonly<Record<Language, LeaseWords>> = { en: leaseEn, es: leaseEs };
const accountTypes = {
  en: { checking: 'checking', savings: 'savings' },
  es: { checking: 'de cheques', savings: 'de ahorros' },
};
const theLast = { en: 'the last', es: 'el último' };
const debitAuthorization = {
  en: loadTemplate<object>(TEMPLATE_VERSIONS.debitAuthorization.en),
  es: loadTemplate<object>(TEMPLATE_VERSIONS.debitAuthorization.es),
};
const cardAuthorization = {
  en: loadTemplate<object>(TEMPLATE_VERSIONS.cardAuthorization.en),
  es: loadTemplate<object>(TEMPLATE_VERSIONS.cardAuthorization.es),
};
const eRecords = {
  en: loadTemplate<ERecordsInputs>(TEMPLATE_VERSIONS.eRecords.en),
  es: loadTemplate<ERecordsInputs>(TEMPLATE_VERSIONS.eRecords.es),
};
