import type { Day } from './day.ts';

/** The languages that papers are written in. */
export type Language = 'en' | 'es';

/** `es-MX` → `es`; undefined for a language that we do not speak, and for what is no tag. */
export function languageOfTag(tag: unknown): Language | undefined {
  const language = typeof tag === 'string' ? tag.slice(0, 2).toLowerCase() : '';
  return language === 'en' || language === 'es' ? language : undefined;
}

/** A day as people read it: `November 20, 2026`, `20 de noviembre de 2026`. */
export function longDay(day: Day, language: Language = 'en'): string {
  const [year, month, dayOfMonth] = [day.slice(0, 4), monthName(day, language), Number(day.slice(8, 10))];
  return language === 'es' ? `${dayOfMonth} de ${month} de ${year}` : `${month} ${dayOfMonth}, ${year}`;
}

/** A day where space is short: `Nov 20, 2026`, `20 nov 2026`. */
export function shortDay(day: Day, language: Language = 'en'): string {
  const [year, month, dayOfMonth] = [day.slice(0, 4), monthName(day, language).slice(0, 3), Number(day.slice(8, 10))];
  return language === 'es' ? `${dayOfMonth} ${month} ${year}` : `${month} ${dayOfMonth}, ${year}`;
}

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

const monthName = (day: Day, language: Language): string => months[language][Number(day.slice(5, 7)) - 1] ?? '';
