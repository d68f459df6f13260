import { stateNames } from '#core/states/state-names.ts';

/** The states of the address form, in the order of their names. Which of them are served is the server's to say. */
export const states = Object.entries(stateNames)
  .map(([value, name]) => ({ value, name }))
  .sort((one, other) => (one.name < other.name ? -1 : 1));
