import type { KioskView } from '#contract/v3/kiosks.ts';
import type { Instant } from '#server/moment.ts';

/** A store's own tablet. It holds nothing of a customer but while one stands in front of it. */
export type Kiosk = {
  readonly kioskId: string;
  readonly merchantId: string;
  readonly name: string;
  /** When a device opened its link and became it. */
  readonly begunAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly createdAt: Instant;
};

export function kioskView({ kioskId, name, begunAt, endedAt, createdAt }: Kiosk): KioskView {
  return { id: kioskId, name, state: endedAt !== null ? 'ended' : begunAt === null ? 'new' : 'working', createdAt };
}
