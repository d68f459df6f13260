import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import type { House } from '#server/house.ts';
import { runTimetable } from '#server/jobs/timetable.ts';

export type Worker = { isRunning(): boolean; stop(): Promise<void> };

/**
 * Starts this node's worker: every minute, on one node of all, the timetable is run. `url` needs the owner's rights for
 * the queue's own schema. What a killed worker left locked is no loss: the next minute asks the same questions again.
 */
export async function startWorker(house: House, url: string): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let running = true;
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') house.log.warn({ from: 'job queue' }, message);
    }),
    crontab: '* * * * * run_timetable ?jobKey=timetable&jobKeyMode=replace&max=1',
    taskList: { run_timetable: () => runTimetable(house) },
  });
  void runner.promise
    .catch(() => undefined)
    .finally(() => {
      running = false;
    });
  return {
    isRunning: () => running,
    async stop() {
      running = false;
      await runner.stop();
      await pool.end();
    },
  };
}
