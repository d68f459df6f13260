import type { Language } from '#core/calendar/day-text.ts';
import { stateNames, stateNamesInSpanish } from '#core/states/state-names.ts';

/** The states of the address form, in the order of their names. Which of them are served is the server's to say. */
export const statesIn: Readonly<Record<Language, { value: string; name: string }[]>> = {
  en: inOrder(stateNames),
  es: inOrder({ ...stateNames, ...stateNamesInSpanish }),
};

function inOrder(names: Readonly<Record<string, string>>): { value: string; name: string }[] {
  return Object.entries(names)
    .map(([value, name]) => ({ value, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
