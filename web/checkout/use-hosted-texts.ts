import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Language } from '#core/calendar/day-text.ts';
import { type HostedTexts, hostedEn } from './texts/hosted-en.ts';

const hostedTexts: Record<Language, () => Promise<HostedTexts>> = {
  en: async () => hostedEn,
  es: async () => (await import('./texts/hosted-es.ts')).hostedEs,
};

/** The words around the checkout in the language that its reader reads in, which the document names. */
export function useHostedTexts(language: Language): HostedTexts {
  const [hosted, setHosted] = useState(hostedEn);
  useEffect(() => {
    void hostedTexts[language]().then(setHosted, () => {});
  }, [language]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return hosted;
}
