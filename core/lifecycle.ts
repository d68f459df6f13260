/**
 * Builds a lifecycle from its table: for every state the moves that may happen there and where they lead.
 * A move that is not in the table does not exist, for the server, for a portal's buttons and for the tests alike.
 */
export function moves<State extends string, Move extends string>(
  table: LifecycleTable<State, Move>,
): Lifecycle<State, Move> {
  const after = (state: State, move: Move): State | null => table.moves[state][move] ?? null;
  return { ...table, after, can: (move, state) => after(state, move) !== null };
}

export type LifecycleTable<State extends string, Move extends string> = {
  /** The state of something new. */
  start: State;
  moves: Record<State, Partial<Record<Move, State>>>;
  /** States in which the story is over. */
  ends: readonly State[];
  /** The only ways out of an end: reinstatement and recovery. */
  reopens?: Partial<Record<State, readonly Move[]>>;
};

export type Lifecycle<State extends string, Move extends string> = LifecycleTable<State, Move> & {
  can(move: Move, state: State): boolean;
  /** The state after the move, null when the table does not know the move there. */
  after(state: State, move: Move): State | null;
};

/**
 * What is wrong with a lifecycle, as sentences; empty when it is sound: every state can be reached, every target exists,
 * an end is left only by its listed ways, and a state without a way out is a declared end (domain 6.4, invariant 19).
 */
export function faultsOf<State extends string, Move extends string>(lifecycle: LifecycleTable<State, Move>): string[] {
  const states = Object.keys(lifecycle.moves) as State[];
  const reached = reachableFrom(lifecycle.start, lifecycle);
  return states.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state} can never be reached`]),
    ...unknownTargets(state, lifecycle),
    ...openEnds(state, lifecycle),
  ]);
}

function reachableFrom<State extends string, Move extends string>(
  start: State,
  lifecycle: LifecycleTable<State, Move>,
): Set<State> {
  const reached = new Set([start]);
  for (const state of reached) for (const [, target] of movesFrom(state, lifecycle)) reached.add(target);
  return reached;
}

function unknownTargets<State extends string, Move extends string>(
  state: State,
  lifecycle: LifecycleTable<State, Move>,
): string[] {
  return movesFrom(state, lifecycle)
    .filter(([, target]) => !(target in lifecycle.moves))
    .map(([move, target]) => `${move} leads from ${state} to the unknown state ${target}`);
}

function openEnds<State extends string, Move extends string>(
  state: State,
  lifecycle: LifecycleTable<State, Move>,
): string[] {
  const ways = movesFrom(state, lifecycle).map(([move]) => move);
  const allowed = lifecycle.reopens?.[state] ?? [];
  if (!lifecycle.ends.includes(state)) {
    return [
      ...(ways.length > 0 ? [] : [`${state} has no way out and is not an end`]),
      ...allowed.map((move) => `${move} is listed as reopening ${state}, which is not an end`),
    ];
  }
  return [
    ...ways.filter((move) => !allowed.includes(move)).map((move) => `${move} leaves the end ${state}`),
    ...allowed.filter((move) => !ways.includes(move)).map((move) => `${move} is listed but does not reopen ${state}`),
  ];
}

function movesFrom<State extends string, Move extends string>(
  state: State,
  lifecycle: LifecycleTable<State, Move>,
): [Move, State][] {
  return Object.entries(lifecycle.moves[state] ?? {}) as [Move, State][];
}
