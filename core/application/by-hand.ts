import { type ApplicationMove, type ApplicationState, applicationAfter } from './lifecycle.ts';

/** What a person may do with an application, each as the moves of the table that it stands for, in the order of trying. */
const ways = {
  approve: [['approve'], ['clear', 'passQuestions', 'startDeciding', 'approve']],
  decline: [['decline']],
  // What came may be too blurred to read: it is asked for once more, where the application stands.
  requestDocuments: [['stepUp'], []],
  receiveDocuments: [[]],
  acceptDocuments: [['acceptDocuments', 'startDeciding']],
  rejectDocuments: [['decline']],
  withdraw: [['withdraw']],
  revoke: [['revoke']],
} as const satisfies Record<string, readonly (readonly ApplicationMove[])[]>;

export type HandAct = keyof typeof ways;

/** What is about documents alone is possible only while they are waited for. */
const aboutDocuments: readonly HandAct[] = ['receiveDocuments', 'acceptDocuments', 'rejectDocuments'];

/** The moves that an act is in this state; null when nobody may do it there. */
export function movesByHand(act: HandAct, state: ApplicationState): readonly ApplicationMove[] | null {
  if (aboutDocuments.includes(act) && state !== 'step_up') return null;
  // A way without a move changes only whose turn it is.
  const found = (ways[act] as readonly (readonly ApplicationMove[])[]).find((way) =>
    way.length === 0 ? state === 'step_up' : isOpen(way, state),
  );
  return found ?? null;
}

/** Everything that a person may do in this state: what a portal lights up. */
export function actsByHand(state: ApplicationState): HandAct[] {
  return (Object.keys(ways) as HandAct[]).filter((act) => movesByHand(act, state) !== null);
}

function isOpen(way: readonly ApplicationMove[], state: ApplicationState): boolean {
  let at: ApplicationState | null = state;
  for (const move of way) at = at === null ? null : applicationAfter(at, move);
  return at !== null;
}
