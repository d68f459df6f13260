import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { hoursAfter, type Instant, now } from '#server/moment.ts';
import { deviceName } from './device-name.ts';
import { endLoginOf, endLoginsOf, insertLogin, type Login, openLogins } from './login-store.ts';

const loginHours = 12;

/** Whether a login that began then still counts, if nobody has ended it. */
export function isFresh(house: House, startedAt: Instant): boolean {
  return hoursAfter(startedAt, loginHours) > now(house);
}

/** The customer has shown who they are on a device: one login, whatever they open there afterwards. */
export function startLogin(
  house: House,
  { customerId, userAgent }: { customerId: string; userAgent: string },
): { loginId: string; startedAt: Instant; write: Write } {
  const login: Login = { loginId: newId(house), device: deviceName(userAgent), startedAt: now(house) };
  return { ...login, write: insertLogin({ ...login, customerId }) };
}

/** Logs a customer out on one device. */
export function endLogin(house: House, { customerId, loginId }: { customerId: string; loginId: string }): Write {
  return endLoginOf(customerId, { at: now(house), loginId });
}

/** Logs a customer out everywhere, but not where `butNot` counts. */
export function endLogins(house: House, { customerId, butNot }: { customerId: string; butNot: string | null }): Write {
  return endLoginsOf(customerId, { at: now(house), butNot });
}

/** Where a customer is logged in now, the latest first. */
export function listLogins(house: House, customerId: string): Promise<Login[]> {
  return openLogins(house, customerId, hoursAfter(now(house), -loginHours));
}
