import { type Day, dayAt } from '#core/calendar/day.ts';
import type { FlexPayClient } from './flexpay-client.ts';
import type { OrderBook } from './order-book.ts';

/** What the back office works with. */
export type Shop = { flexpayUrl: string; authKey: string; flexpay: FlexPayClient; book: OrderBook };

/** The shop's day: that of the sandbox, whose clock can be ahead of the wall's. Null without a sandbox. */
export async function shopToday({ flexpay }: Pick<Shop, 'flexpay'>): Promise<Day | null> {
  const clock = await flexpay.sandboxClock();
  return clock.ok ? dayAt(Date.parse(clock.data.now), shopZone) : null;
}

const shopZone = 'America/New_York';
