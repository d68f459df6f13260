import { isIPv4 } from 'node:net';
import type { House } from '#server/house.ts';

/** Whether calls from this address count toward rate and velocity limits: in the sandbox the loopback's don't (rulings 14). */
export function isCounted(house: House, ipAddress: string): boolean {
  return house.settings.mode === 'production' || !isLoopback(ipAddress);
}

function isLoopback(ipAddress: string): boolean {
  const address = ipAddress.replace(/^::ffff:/i, '');
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
