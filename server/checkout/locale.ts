import type { Language } from '#core/calendar/day-text.ts';
import type { Session, SessionChange } from './session.ts';

/** What an opening says of languages: the store's page its own, the browser the one that its owner prefers. */
export type LanguagesTold = { locale?: Language | undefined; browserLocale?: Language | undefined };

/** The language that a session begins in: the store's page says it, else the browser; English where nobody does. */
export function localeTold({ locale, browserLocale }: LanguagesTold): Pick<Session, 'locale' | 'localeFrom'> {
  return { locale: locale ?? browserLocale ?? 'en', localeFrom: locale === undefined ? 'browser' : 'page' };
}

/** What the store's page says changes a session that is there already, unless its shopper has chosen for themselves. */
export function localeAgain({ localeFrom }: Session, { locale }: LanguagesTold): SessionChange {
  return locale === undefined || localeFrom === 'shopper' ? {} : { locale, localeFrom: 'page' };
}

/** The language for somebody known: the guess of a browser gives way to what they have said before. */
export function localeFor({ locale, localeFrom }: Session, known: { locale: Language | null } | null): Language {
  return localeFrom === 'browser' ? (known?.locale ?? locale) : locale;
}
