import type { House } from '#server/house.ts';
import type { Link } from '#server/links/link.ts';
import { blindIndexes } from '#server/secrets/blind-index.ts';

/** Whether a link is what this request asks for, as it was said then. Under a key that has gone it is another request. */
export function isAskedAgain(house: House, { requestIndex }: Link, request: string): boolean {
  return requestIndex !== null && blindIndexes(house, 'request', request).includes(requestIndex);
}
