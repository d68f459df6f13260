import type { View } from '#contract/modal/view.ts';
import { hostOf } from '#core/application/waterfall.ts';
import { lendersInOrder } from '#server/applications/consents-to-lenders.ts';
import { takenElsewhere } from '#server/applications/user-view.ts';
import type { House } from '#server/house.ts';
import type { Known } from './known.ts';
import type { Session } from './session.ts';

/**
 * Who may look at the application before us, on the screen where that is agreed to; and whom it went to, where one took it.
 * On a store's tablet nobody is: their pages can't be read there. Of those that did not nothing is said: a no of theirs is theirs to tell.
 */
export function lendersView(
  house: House,
  { step, locale, progress, kioskId }: Session,
  { application }: Known,
): Pick<View, 'lenders' | 'elsewhere'> {
  const words = lendersInOrder(house, locale);
  if (step === 'personal' && kioskId === null && words.length > 0) {
    const ticked = progress.lenderConsents ?? [];
    return {
      lenders: words.map(({ version: _, ...read }) => ({ ...read, ticked: ticked.includes(read.place) })),
    };
  }
  const taken = step === 'decision' ? takenElsewhere(application) : null;
  if (taken === null) return {};
  const { lender, limitCents, continueAt } = taken;
  // Its place may be empty by now: then its address says who it is.
  const name = words.find(({ place }) => place === lender)?.name ?? hostOf(continueAt);
  return { elsewhere: { name, limitCents, continueAt } };
}
