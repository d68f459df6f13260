/** More of one kind are waiting than may wait: this one was not begun. */
export class TooManyWaiting extends Error {
  constructor() {
    super('too much of one kind is waiting');
  }
}

/**
 * Work of one kind in turns: what comes while nothing is under way goes at once, with what comes in the same moment;
 * those that come meanwhile wait and go together in the next turn, `togetherMax` at most. So nobody waits without
 * company, and the more wait the less each one costs. An item is settled by what `carryOut` says of it; when that fails, all of its turn fail.
 */
export function inTurns<Item, Result = void>(
  carryOut: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>,
  { togetherMax, waitingMax }: { togetherMax: number; waitingMax: number },
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = false;
  const takeTurns = async () => {
    while (waiting.length > 0) {
      const turn = waiting.slice(0, togetherMax);
      waiting = waiting.slice(togetherMax);
      await takeTurn(carryOut, turn);
    }
    underWay = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= waitingMax) return reject(new TooManyWaiting());
      waiting.push({ item, resolve, reject });
      if (underWay) return;
      underWay = true;
      // Those whom one answer of the database woke come one after another: the first waits for the last.
      setImmediate(() => void takeTurns());
    });
}

type Waiting<Item, Result> = { readonly item: Item; resolve(result: Result): void; reject(error: unknown): void };

async function takeTurn<Item, Result>(
  carryOut: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>,
  turn: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await carryOut(turn.map(({ item }) => item));
    turn.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result?.status === 'fulfilled') resolve(result.value);
      else reject(result?.reason);
    });
  } catch (error) {
    for (const { reject } of turn) reject(error);
  }
}
