import { isIPv4, isIPv6 } from 'node:net';
import type { House } from '#server/house.ts';

/** Whether calls from this address count toward rate and velocity limits: in the sandbox the loopback's don't (rulings 14). */
export function isCounted(house: House, ipAddress: string): boolean {
  return house.settings.mode === 'production' || !isLoopback(ipAddress);
}

/**
 * The network of an address, for counting: its /24, of IPv6 its /48, which is what a household or a shop is given. Null
 * for what is no address.
 */
export function networkOf(ipAddress: string): string | null {
  const address = ipAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(address)) return null;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const whole = [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])];
  return `${whole
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/48`;
}

function isLoopback(ipAddress: string): boolean {
  const address = ipAddress.replace(/^::ffff:/i, '');
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
