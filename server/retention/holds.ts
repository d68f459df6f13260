import type { HoldView, LiftHoldBody, ListHoldsAnswer, ListHoldsQuery, SetHoldBody } from '#contract/v3/holds.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { type Hold, holdById, holdsOf, insertHold, liftHold } from './hold-store.ts';

const limitDefault = 20;

/** A page of holds, the newest first. */
export async function listHolds(
  house: House,
  { page = 1, limit = limitDefault, userId, open }: ListHoldsQuery,
): Promise<Outcome<ListHoldsAnswer>> {
  const wanted = { customerId: userId ?? null, isOpen: open ?? null, offset: (page - 1) * limit, limit };
  const { holds, count } = await holdsOf(house, wanted);
  return done({ holds: holds.map(view), meta: { count, totalPages: Math.ceil(count / limit), page, limit } });
}

/** Nothing of this customer is erased from now on. Refuses with UserNotFound. */
export async function setHold(house: House, { userId, by, reason }: SetHoldBody): Promise<Outcome<HoldView>> {
  if ((await personById(house, userId)) === null) return refuse('UserNotFound', 'There is no customer with this id.');
  const hold = { holdId: newId(house), customerId: userId, by, reason, setAt: now(house) };
  return done(view({ ...hold, lifted: null }), insertHold(house, hold));
}

/** This hold keeps nothing any more; others of the customer still do. Lifted twice is lifted once. Refuses with NotFound. */
export async function liftHoldById(
  house: House,
  { holdId, by, reason }: LiftHoldBody & { holdId: string },
): Promise<Outcome<HoldView>> {
  const hold = await holdById(house, holdId);
  if (hold === null) return refuse('NotFound', 'There is no hold with this id.');
  if (hold.lifted !== null) return done(view(hold));
  return done(view({ ...hold, lifted: { by, reason, at: now(house) } }), liftHold(house, hold, { by, reason }));
}

const view = ({ customerId, ...hold }: Hold): HoldView => ({ ...hold, userId: customerId });
