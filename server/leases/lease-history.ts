import type { House } from '#server/house.ts';

/** How earlier leases of a customer ended: what a new decision may know of them (domain 5.1). */
export async function leaseHistory(house: House, customerId: string): Promise<{ paidOff: number; chargedOff: number }> {
  const rows = await house.db.read
    .selectFrom('lease')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['completed', 'bought_out', 'vested', 'charged_off'])
    .groupBy('state')
    .execute();
  const counted = (states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return { paidOff: counted(['completed', 'bought_out', 'vested']), chargedOff: counted(['charged_off']) };
}
