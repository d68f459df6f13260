import { setTimeout as wait } from 'node:timers/promises';
import type { AddressBody } from '#contract/modal/bodies.ts';
import type { AddressHints } from '#contract/modal/calls.ts';
import { checkPostalCode } from '#core/application/contact.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { Turn } from './turn.ts';

/** Whoever types goes on in the meantime; later than this a hint is of no use. */
const patienceMs = 1_500;
const suggestionsMax = 5;

/**
 * What an address that is being typed may be. Only hints: a provider that fails or takes long is one that knows nothing,
 * and nobody waits for it before they may go on.
 */
export async function suggestAddress(house: House, { body }: Turn<AddressBody>): Promise<Outcome<AddressHints>> {
  const isZip = checkPostalCode(body.postalCode) === 'ok';
  const [place, suggestions] = await Promise.all([
    isZip ? hint(house, () => house.addresses.placeOf(body.postalCode.trim().slice(0, 5))) : null,
    body.street1.trim() === '' ? null : hint(house, () => house.addresses.suggest(body)),
  ]);
  return done({ place, suggestions: (suggestions ?? []).slice(0, suggestionsMax) });
}

/** Null where nothing came in time. What was asked stands in no log, and a provider's error may hold it. */
async function hint<Known>(house: House, ask: () => Promise<Known>): Promise<Known | null> {
  const over = new AbortController();
  try {
    return await Promise.race([ask(), wait(patienceMs, null, { signal: over.signal })]);
  } catch {
    house.log.warn({ provider: house.addresses.name }, 'the provider of addresses failed; nothing was suggested');
    return null;
  } finally {
    over.abort();
  }
}
