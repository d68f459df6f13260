import type { Language } from '../calendar/day-text.ts';
import { type ReasonCode, reasonTexts } from './reasons.ts';

const inSpanish: Readonly<Record<ReasonCode, string>> = {
  K01_STATE_NOT_OFFERED: 'No ofrecemos arrendamientos en su estado',
  K02_UNDER_AGE: 'No tiene la edad mínima',
  K03_INCOME_BELOW_MINIMUM: 'Ingresos por debajo de nuestro mínimo',
  K04_BANK_ACCOUNT_NOT_VERIFIED: 'No pudimos verificar una cuenta de cheques',
  K05_PRIOR_CHARGE_OFF: 'Una obligación anterior con nosotros que no se pagó',
  K06_IDENTITY_NOT_VERIFIED: 'No pudimos verificar su identidad',
  A01: 'La cantidad solicitada supera lo máximo que arrendamos a cualquier persona',
  A02: 'Ingresos insuficientes para la cantidad solicitada',
  A03: 'Tiempo en su empleo o con sus ingresos',
  A04: 'Cuenta bancaria demasiado reciente',
  A05: 'Falta de fondos reciente en su cuenta',
  A06: 'Poco historial con nosotros',
  A07: 'Consultas recientes',
  A08: 'Tiempo en su domicilio',
  A09: 'Frecuencia de pago de sus ingresos',
  A10: 'Depósitos sin verificar',
  A11: 'Obligaciones existentes o límite por debajo del mínimo',
};

/** A reason as the applicant reads it. */
export const reasonText = (reason: ReasonCode, language: Language): string =>
  language === 'es' ? inSpanish[reason] : reasonTexts[reason];
