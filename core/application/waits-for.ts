import type { ApplicationState } from './lifecycle.ts';

/** Whose turn it is with an application. */
export type WaitsFor = 'operator' | 'customer' | 'provider' | 'nobody';

/** A person of ours looks at reviews and at documents that have come; everything else is somebody else's turn. */
export function waitsFor(state: ApplicationState, { documentsReceived }: { documentsReceived: boolean }): WaitsFor {
  if (state === 'step_up') return documentsReceived ? 'operator' : 'customer';
  return turns[state];
}

/** The states in which somebody's turn may be. */
export function statesWaitingFor(who: WaitsFor): ApplicationState[] {
  const found = (Object.keys(turns) as ApplicationState[]).filter((state) => turns[state] === who);
  return who === 'operator' ? [...found, 'step_up'] : found;
}

const turns: Readonly<Record<ApplicationState, WaitsFor>> = {
  draft: 'customer',
  submitted: 'provider',
  kba_pending: 'customer',
  kba_passed: 'provider',
  kba_failed: 'customer',
  kba_expired: 'customer',
  step_up: 'customer',
  review: 'operator',
  deciding: 'provider',
  approved: 'nobody',
  declined: 'nobody',
  expired: 'nobody',
  revoked: 'nobody',
  abandoned: 'nobody',
  withdrawn: 'nobody',
};

/** Handed in, and nobody has said yes or no yet. */
export const undecidedStates: readonly ApplicationState[] = (Object.keys(turns) as ApplicationState[]).filter(
  (state) => state !== 'draft' && turns[state] !== 'nobody',
);
