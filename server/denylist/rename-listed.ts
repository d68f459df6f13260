import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { placeText } from '#server/customers/place-text.ts';
import type { House } from '#server/house.ts';
import { done } from '#server/outcome.ts';
import { givenBy, listedUnder, renameEntry } from './denylist-store.ts';
import type { ListedValue } from './listed-value.ts';
import { valueName, valueNames } from './value-names.ts';

/**
 * Names anew what was listed as a customer's and has no name of its own on file, their place and their browsers, as far as
 * it is on file; answers how many. What else is on file is named anew together with it (`renameIndexes`).
 */
export async function renameListed(house: House, keyId: string): Promise<number> {
  let count = 0;
  for (const entry of await listedUnder(house, keyId)) {
    const value = (await knownOf(house, entry)).find((one) => valueNames(house, one).includes(entry.valueIndex));
    if (value === undefined) continue;
    await carryOut(house, async () => done(null, renameEntry(entry, valueName(house, value))));
    count += 1;
  }
  return count;
}

async function knownOf(
  house: House,
  { kind, customerId }: { kind: ListedValue['kind']; customerId: string },
): Promise<ListedValue[]> {
  if (kind === 'device') {
    const { deviceIds } = await givenBy(house, customerId, null);
    return deviceIds.map((plain) => ({ kind, plain }));
  }
  const address = (await customerFacts(house, customerId))?.address ?? null;
  return address === null ? [] : [{ kind, plain: placeText(address) }];
}
