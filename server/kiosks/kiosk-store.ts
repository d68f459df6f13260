import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Instant, now } from '#server/moment.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';
import type { Kiosk } from './kiosk.ts';

export function insertKiosk(house: House, kiosk: Kiosk, setup: string): Write {
  return insert('kiosk', {
    kiosk_id: kiosk.kioskId,
    merchant_id: kiosk.merchantId,
    name: kiosk.name,
    token_hash: tokenHash(house, purpose, setup),
    created_at: kiosk.createdAt,
  });
}

/** The first device that opens the link has a token of its own, and the link opens nothing any more. */
export function beginKiosk(house: House, { kioskId }: Kiosk, token: string): Write {
  return expecting(
    1,
    'kiosk',
    write`update kiosk set begun_at = ${now(house)}, token_hash = ${tokenHash(house, purpose, token)}
      where kiosk_id = ${kioskId} and begun_at is null and ended_at is null`,
  );
}

export function closeKiosk({ kioskId }: Kiosk, at: Instant): Write {
  return write`update kiosk set ended_at = ${at} where kiosk_id = ${kioskId} and ended_at is null`;
}

/** A store's tablets, the newest first, those that are over among them. */
export async function kiosksOf(house: House, merchantId: string): Promise<Kiosk[]> {
  const rows = await kiosks(house).where('merchant_id', '=', merchantId).orderBy('created_at', 'desc').execute();
  return rows.map(kioskOf);
}

/** A store's own tablet; another store's is not found. */
export async function kioskById(house: House, merchantId: string, kioskId: string): Promise<Kiosk | null> {
  const row = await kiosks(house)
    .where('kiosk_id', '=', kioskId)
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  return row === undefined ? null : kioskOf(row);
}

export async function kioskByToken(house: House, token: string): Promise<Kiosk | null> {
  const row = await kiosks(house)
    .where('token_hash', '=', tokenHash(house, purpose, token))
    .executeTakeFirst();
  return row === undefined ? null : kioskOf(row);
}

const purpose = 'kiosk';

const kiosks = (house: House) => house.db.read.selectFrom('kiosk').selectAll();

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof kiosks>['executeTakeFirst']>>>;

function kioskOf(row: Row): Kiosk {
  return {
    kioskId: row.kiosk_id,
    merchantId: row.merchant_id,
    name: row.name,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    createdAt: row.created_at,
  };
}
