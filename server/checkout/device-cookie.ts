import type { Opened } from '#contract/modal/calls.ts';

const name = '__Host-flexpay-device';
const days = 90;

/**
 * Remembers the device where the browser gives a foreign frame no storage, as most do in private windows. The cookie is
 * the store page's alone: partitioned by its site, so it follows nobody to another store, and no script can read it. A store's tablet remembers nobody, and
 * forgets whoever it was before.
 */
export function deviceCookie({ device, view }: Opened): string {
  const [value, seconds] = view.hosted?.kiosk ? ['', 0] : [device, days * 24 * 60 * 60];
  return `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=None; Partitioned`;
}

/** The device's token in a request's cookies, or null. */
export function deviceIn(cookies: string | undefined): string | null {
  const ours = (cookies ?? '').split(';').find((cookie) => cookie.trim().startsWith(`${name}=`));
  return ours === undefined ? null : ours.trim().slice(name.length + 1);
}
