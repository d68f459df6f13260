import type { Language } from '#core/calendar/day-text.ts';
import { type MessageTexts, messageTexts } from './texts.ts';
import { messageTextsEs } from './texts-es.ts';

/** The messages in the language that their reader chose; in English where nobody has said. */
export function messagesIn(language: Language | null): MessageTexts {
  return language === 'es' ? messageTextsEs : messageTexts;
}
