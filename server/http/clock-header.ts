import type { FastifyInstance } from 'fastify';
import { instantText } from '#contract/v3/values.ts';
import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/http/answer.ts';
import { refuseMember } from '#server/outcome.ts';
import { type MovableClock, moveClock } from '#server/sandbox/move-clock.ts';

/**
 * `X-Sandbox-Clock: 2027-01-31T12:00:00Z` on any call is `POST /sandbox/clock {"to": …}` before it (rulings 19). A clock that
 * is past that moment stays where it is: the header may be sent again. Only who passed the door moves time.
 */
export function clockHeader(server: FastifyInstance, house: House, clock: MovableClock): void {
  let moving: Promise<unknown> = Promise.resolve();
  server.addHook('preHandler', async (request, reply) => {
    const said = request.headers['x-sandbox-clock'];
    if (said === undefined) return;
    const to = instantText(said);
    if (to === null) {
      const message = 'must be a date with a time, like 2027-01-31T12:00:00Z';
      return sendRefusal(reply, refuseMember('X-Sandbox-Clock', message));
    }
    // One after the other: two calls that name the same moment must not move the clock twice.
    const mine = moving.then(async () => {
      if (Date.parse(to) <= house.clock.now()) return null;
      return carryOut(house, () => moveClock(house, clock, { to }));
    });
    moving = mine.catch(() => undefined);
    const moved = await mine;
    if (moved !== null && 'refused' in moved) return sendRefusal(reply, moved);
  });
}
