import { type EnvelopeMove, type EnvelopeState, envelopeLifecycle } from '../lease/envelope.ts';
import type { NewSignatureEvent, SignatureEvent, SignatureEventKind } from './chain.ts';

type Happened = Pick<NewSignatureEvent, 'kind' | 'facts'>;

/**
 * Where the events leave the agreement (domain 6.3), or the first one that had no right to happen there. Being shown
 * and consenting may happen again until the signature: a person goes back and reads once more.
 */
export function envelopeAfter<Event extends Happened>(
  events: readonly Event[],
): { state: EnvelopeState } | { wrong: Event | null; what: string } {
  const [first, ...later] = events;
  if (first?.kind !== 'generated') return { wrong: first ?? null, what: 'nothing was made before it' };
  let state: EnvelopeState = envelopeLifecycle.start;
  for (const event of later) {
    const move = moveOf[event.kind];
    const next = move === null ? (isOpen(state) ? state : null) : repeated(state, move);
    if (next === null) return { wrong: event, what: `it can't happen when the agreement is ${state}` };
    state = next;
  }
  return { state };
}

const moveOf: Readonly<Record<SignatureEventKind, EnvelopeMove | null>> = {
  generated: null,
  presented: 'present',
  consented: 'consent',
  acknowledged: null,
  identified: null,
  debit_authorized: null,
  // Somebody who said no may still say yes.
  refused: null,
  signed: 'sign',
  sealed: 'seal',
  voided: 'void',
  expired: 'expire',
};

function isOpen(state: EnvelopeState): boolean {
  return state === 'presented' || state === 'consented';
}

function repeated(state: EnvelopeState, move: EnvelopeMove): EnvelopeState | null {
  const again = move === 'present' || (move === 'consent' && state === 'consented');
  return again && isOpen(state) ? state : envelopeLifecycle.after(state, move);
}

/**
 * What is still missing before this agreement may be signed on a screen of ours; null when nothing is (domain 4.8). Each
 * must have happened since the agreement was last shown.
 */
export function missingBeforeSigning(events: readonly Pick<SignatureEvent, 'kind' | 'facts'>[]): string | null {
  const shown = events.findLastIndex(({ kind, facts }) => kind === 'presented' && facts.channel === 'modal');
  if (shown < 0) return 'the agreement has not been shown';
  const since = new Set(events.slice(shown + 1).map(({ kind }) => kind));
  const missing = needed.find(([kind]) => !since.has(kind));
  return missing === undefined ? null : missing[1];
}

const needed: readonly (readonly [SignatureEventKind, string])[] = [
  ['consented', 'the consent to electronic records has not been given'],
  ['acknowledged', 'the total of payments has not been acknowledged'],
  ['identified', 'no name was typed and no one-time code given'],
];
