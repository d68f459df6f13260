import type { Language } from '#core/calendar/day-text.ts';
import type { AccountTexts } from './texts/account-en.ts';
import { en, type Texts } from './texts/en.ts';
import type { LaterTexts } from './texts/later-en.ts';

/** The words of a language: of the frame and the first screen, and of the other screens where they are not with those. */
export interface Words {
  texts: Texts;
  later: (LaterTexts & AccountTexts) | null;
}

/** English is there at once; its later words come with their screens. */
export const english: Words = { texts: en, later: null };

/** Fetches a language's words the first time somebody reads in it. Without a connection it is the words given instead. */
export async function loadWords(language: Language, instead: Words): Promise<Words> {
  if (language === 'en') return english;
  try {
    const [{ es }, { laterEs }, { accountEs }] = await Promise.all([
      import('./texts/es.ts'),
      import('./texts/later-es.ts'),
      import('./texts/account-es.ts'),
    ]);
    return { texts: es, later: { ...laterEs, ...accountEs } };
  } catch {
    return instead;
  }
}
