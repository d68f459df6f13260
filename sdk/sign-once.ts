import type { SignData } from './public.ts';
import { remember, remembered } from './remember.ts';

const telling = new Map<string, Promise<boolean>>();

/**
 * Tells the page that a lease is signed: once per lease, also when two tabs hear of it. True when the page's handler
 * returned or resolved; false when it failed, and then the next `signed` tells it again (rulings 17).
 */
export function signOnce(
  data: SignData,
  onSign: ((data: SignData) => unknown) | undefined,
  onError: (error: unknown) => void,
): Promise<boolean> {
  const { leaseNumber, transactionId } = data;
  const now = telling.get(leaseNumber);
  if (now) return now;
  const told = oneTabAtATime(`flexpay.sign.${leaseNumber}`, async () => {
    if (remembered('localStorage', key) === leaseNumber || (await justTold(leaseNumber))) return true;
    try {
      await onSign?.({ leaseNumber, transactionId });
    } catch (error) {
      telling.delete(leaseNumber);
      onError(error);
      return false;
    }
    remember('localStorage', key, leaseNumber);
    await sayJustTold(leaseNumber);
    return true;
  });
  telling.set(leaseNumber, told);
  return told;
}

/** A page without a secure address has no locks; then there is only this tab to think of. */
function oneTabAtATime(name: string, tell: () => Promise<boolean>): Promise<boolean> {
  return navigator.locks ? navigator.locks.request(name, tell) : tell();
}

// What one tab writes into storage reaches another a moment later, but locks are known to all at once: until the storage
// has caught up, a held lock says that the page has been told.
const storageCatchesUpMs = 5_000;

async function justTold(leaseNumber: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === `flexpay.told.${leaseNumber}`);
}

function sayJustTold(leaseNumber: string): Promise<void> {
  return new Promise((said) => {
    if (!navigator.locks) return said();
    void navigator.locks.request(`flexpay.told.${leaseNumber}`, { mode: 'shared' }, () => {
      said();
      return new Promise((over) => setTimeout(over, storageCatchesUpMs));
    });
  });
}

// Tabs of one device share one checkout, so the last lease is all there is to remember.
const key = 'flexpay.told';
