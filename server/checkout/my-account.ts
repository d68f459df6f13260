import type { Account } from '#contract/modal/calls.ts';
import { endLogins, listLogins } from '#server/customers/logins.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { isLoggedIn, nobody, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** Where the customer is logged in. */
export async function myAccount(house: House, { session }: Turn): Promise<Outcome<Account>> {
  if (!isLoggedIn(house, session)) return refuse('Unauthorized', 'Log in first.');
  const logins = await listLogins(house, session.customerId);
  const devices = logins.map(({ loginId, device, startedAt }) => ({
    name: device,
    isThis: loginId === session.login?.loginId,
    since: startedAt,
  }));
  return done({ devices });
}

/** Logs the customer out on every device, this one too. The cart stays. */
export async function signOutEverywhere(house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session)) return done({});
  return done(nobody, endLogins(house, { customerId: session.customerId, butNot: null }));
}
