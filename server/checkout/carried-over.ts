import type { House } from '#server/house.ts';
import { isLoggedIn, type Session } from './session.ts';

/**
 * One login for a store's modal and its hosted pages: what a session of this device that is logged in gives to another
 * one of the same store. Null when there is nothing to give, or when the other one is already somebody else's.
 */
export function carriedOver(
  house: House,
  to: Session,
  from: Session | null,
): (Pick<Session, 'customerId' | 'email' | 'login'> & Partial<Pick<Session, 'locale' | 'localeFrom'>>) | null {
  if (from === null || from.kioskId !== null || from.merchantId !== to.merchantId || !isLoggedIn(house, from))
    return null;
  const { customerId, email, login, locale, localeFrom } = from;
  const language = localeFrom === 'shopper' ? { locale, localeFrom } : {};
  const isSomebodyElse =
    (to.email !== null && to.email !== email) || (to.bound !== null && to.bound.customerId !== customerId);
  return isSomebodyElse ? null : { customerId, email, login, ...language };
}
