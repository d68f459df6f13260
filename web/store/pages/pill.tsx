import type { State } from '../order-state.ts';

/** A status: a shape and a word. `flat` inside lists, where only what moves needs a box. */
export function Pill({ state, flat = false }: { state: State; flat?: boolean }) {
  return <span class={`pill ${state.look} ${flat ? 'flat' : ''}`}>{state.word}</span>;
}
