import type { FlexPay } from '#client/client.ts';
import { type Day, dayAt } from '#core/calendar/day.ts';
import type { OrderBook } from './order-book.ts';

/** What the back office works with. */
export type Shop = { flexpayUrl: string; authKey: string; flexpay: FlexPay; book: OrderBook };

/** The shop's day: that of the sandbox, whose clock can be ahead of the wall's. Null without a sandbox. */
export async function shopToday({ flexpay }: Pick<Shop, 'flexpay'>): Promise<Day | null> {
  const clock = await flexpay.call('getClock', {}).catch(() => null);
  return clock && dayAt(Date.parse(clock.now), shopZone);
}

const shopZone = 'America/New_York';
