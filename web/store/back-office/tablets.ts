import { isFlexPayError } from '#client/client.ts';
import { type Body, type Reply, refuses, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';
import { staffOnly } from './staff-only.ts';

/** The tablets on which a customer of this counter can go on, by what the staff call them. */
export async function listTablets(shop: Shop): Promise<Reply> {
  const { kiosks } = await shop.flexpay.kiosks.list();
  const working = kiosks.filter(({ state }) => state !== 'ended');
  return says({ tablets: working.map(({ id, name }) => ({ id, name })) });
}

/** A device becomes a tablet of the counter by this link, told once. */
export async function makeTablet(shop: Shop, body: Body): Promise<Reply> {
  if (!(await shopToday(shop))) return staffOnly;
  const name = typeof body.name === 'string' ? body.name.trim() : '';
  if (name === '') return refuses(400, 'Give the tablet a name.');
  try {
    const { setupUri, qrCode } = await shop.flexpay.kiosks.create({ name });
    return says({ tablet: { name, setupUri, qrCode } });
  } catch (error) {
    if (!isFlexPayError(error)) throw error;
    return refuses(409, error.message);
  }
}
