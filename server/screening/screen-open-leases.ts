import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { inTime } from '#server/in-time.ts';
import { customersWithOpenLeases } from '#server/leases/customers-with-open-leases.ts';
import { now, servicingDay } from '#server/moment.ts';
import { done } from '#server/outcome.ts';
import { screenAgain } from './screen-again.ts';
import { isNightDone, nightDone } from './screening-store.ts';

const togetherMax = 500;

/**
 * Asks every night about whoever has an open lease (domain 4.6): only about those who changed, or all of them when the
 * lists did. A night is done when everybody could be asked about; until then each run asks about the rest.
 */
export async function screenOpenLeases(house: House): Promise<number> {
  const { hash: listHash, problem } = await inTime(house.screening, () => house.screening.lists());
  const night = servicingDay(house);
  if (await isNightDone(house, night, listHash)) return 0;
  if (problem !== null) house.log.error({ problem }, 'newer screening lists can not be used; the ones before go on');
  let screened = 0;
  let failed = 0;
  for (let after = ''; ; ) {
    const customers = await customersWithOpenLeases(house, { after, limit: togetherMax });
    const round = await screenAgain(house, customers, 'nightly');
    screened += round.screened;
    failed += round.unknown.length;
    const last = customers.at(-1);
    if (last === undefined) break;
    after = last;
  }
  if (failed === 0) {
    await carryOut(house, async () => done(null, nightDone({ night, listHash, screened, doneAt: now(house) })));
  }
  return screened;
}
