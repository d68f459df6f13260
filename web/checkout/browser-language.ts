import { type Language, languageOfTag } from '#core/calendar/day-text.ts';

/** The first language of the browser that we speak; undefined where it prefers neither. */
export function browserLanguage(): Language | undefined {
  return navigator.languages.map(languageOfTag).find((language) => language !== undefined);
}
