import type { DocumentBody, DocumentRemoveBody } from '#contract/modal/bodies.ts';
import { checkHandedIn } from '#server/documents/check-handed-in.ts';
import { giveDocument as give, removeDocument as remove } from '#server/documents/give-document.ts';
import { handIn } from '#server/documents/hand-in.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { look } from './move-on.ts';
import { isLoggedIn, type Session, type SessionChange } from './session.ts';
import { sessionByToken } from './session-store.ts';
import type { ModalVerb, Turn } from './turn.ts';

/** One file of the shopper's. */
export const giveDocument = forShopper<DocumentBody>((house, { customerId, locale: language }, body) =>
  give(house, { ...body, customerId, language }),
);

/** A file that is not handed in after all. */
export const removeDocument = forShopper<DocumentRemoveBody>((house, { customerId }, { kind }) =>
  remove(house, { customerId, kind }),
);

/** All that the shopper has: from now on it is our turn. */
export const handInDocuments = forShopper((house, { customerId, locale: language }) =>
  handIn(house, { customerId, language }),
);

/** And once they are handed in they are looked at: what came of it is on the screen that follows. */
export async function haveThemChecked(house: House, turn: Turn): Promise<Outcome<SessionChange>> {
  if (isLoggedIn(house, turn.session)) await checkHandedIn(house, turn.session.customerId);
  return look(house, turn);
}

/** Files are large: only who has logged in is listened to that long. */
export async function knowsShopper(house: House, headers: Call['headers']): Promise<Refused | null> {
  const token = headers['x-flexpay-session'] ?? '';
  const session = token === '' ? null : await sessionByToken(house, token);
  return session !== null && isLoggedIn(house, session) ? null : refuse('Unauthorized', 'Log in again to go on.');
}

/** Nothing of the session changes: where the application stands is read from its own row. */
function forShopper<Body>(
  verb: (house: House, session: Session & { customerId: string }, body: Body) => Promise<Outcome<null>>,
): ModalVerb<Body> {
  return async (house: House, { session, body }: Turn<Body>): Promise<Outcome<SessionChange>> => {
    if (!isLoggedIn(house, session)) return done({});
    const outcome = await verb(house, session, body);
    return 'refused' in outcome ? outcome : done({}, ...outcome.writes);
  };
}
