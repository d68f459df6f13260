import type { Opened } from '#contract/modal/calls.ts';

const name = '__Host-flexpay-device';
const days = 90;

/**
 * Remembers the device where the browser gives a foreign frame no storage, as most do in private windows. The cookie is
 * the store page's alone: partitioned by its site, so it follows nobody to another store, and no script can read it.
 */
export function deviceCookie({ device }: Opened): string {
  return `${name}=${device}; Path=/; Max-Age=${days * 24 * 60 * 60}; Secure; HttpOnly; SameSite=None; Partitioned`;
}

/** The device's token in a request's cookies, or null. */
export function deviceIn(cookies: string | undefined): string | null {
  const ours = (cookies ?? '').split(';').find((cookie) => cookie.trim().startsWith(`${name}=`));
  return ours === undefined ? null : ours.trim().slice(name.length + 1);
}
