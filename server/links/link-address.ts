import type { House } from '#server/house.ts';

/** Where a link leads: the hosted page. */
export function linkAddress(house: House, linkId: string): string {
  return `${house.settings.publicUrl}/pay?id=${linkId}`;
}
