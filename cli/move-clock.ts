import type { ClockAnswer } from '#contract/v3/sandbox.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** A year passes in minutes: every job runs at every day on the way. */
const moveMsMax = 15 * 60_000;

/** The sandbox's time, moved when that was asked for. */
export async function moveClock(connection: Connection, { options }: Given): Promise<Told> {
  const isMove = Object.keys(options).length > 0;
  const answer = await connection.asAnybody<ClockAnswer>(
    isMove
      ? {
          method: 'POST',
          path: '/sandbox/clock',
          about: 'move the clock',
          body: options,
          idempotencyKey: connection.run,
          timeoutMs: moveMsMax,
        }
      : { method: 'GET', path: '/sandbox/clock', about: 'read the clock' },
  );
  return { json: answer, text: answer.now };
}
