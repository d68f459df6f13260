import { setTimeout as wait } from 'node:timers/promises';
import type { Step, View } from '#contract/modal/view.ts';
import { carryOut } from '#server/carry-out.ts';
import type { Write } from '#server/db/write.ts';
import { tellCounter } from '#server/hand-overs/tell-counter.ts';
import type { House } from '#server/house.ts';
import type { Call, Route } from '#server/http/route.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { done, isRefused, type Outcome, refuse } from '#server/outcome.ts';
import { getAnswer, look } from './move-on.ts';
import { noteShown } from './note-shown.ts';
import { isLoggedIn, type Session } from './session.ts';
import { saveSession, sessionByToken } from './session-store.ts';
import type { ModalVerb, Turn } from './turn.ts';
import { viewOf } from './view.ts';

/**
 * Makes a route's verb of a modal's verb. The session is read, the verb decides, session and writes commit as one, and
 * the answer is the screen that is then. When a second tab was faster the verb is asked again with the session as it is
 * now. A verb for another screen than the present one changes nothing: the screen itself is the answer to a double click.
 * `afterwards` runs on the session as it was left. Where it `waits` for the answer to an application, that answer is waited
 * for a moment: one that takes longer goes on by itself, and the screen says so.
 */
export function inSession<Body>(
  verb: ModalVerb<Body>,
  { at, afterwards, waits = false }: { at?: readonly Step[]; afterwards?: ModalVerb<Body>; waits?: boolean } = {},
): Route['verb'] {
  return async (house, call: Call<Body>): Promise<Outcome<View>> => {
    let isHere = true;
    const turned = await turn(house, call, async (house, asked) => {
      isHere = at === undefined || at.includes(asked.session.step);
      return isHere ? verb(house, asked) : done({});
    });
    if ('refused' in turned) return turned;
    const left = afterwards === undefined ? turned : await turn(house, call, afterwards);
    if ('refused' in left) return left;
    const { session } = left.answer;
    const isWaiting = waits && session.step === 'waiting';
    if (isWaiting) await forAMoment(getAnswer(house, session, { isHere: isHere && at !== undefined }));
    const after = isWaiting ? await turn(house, call, look) : left;
    if ('refused' in after) return after;
    await noteShown(house, after.answer.session);
    return done(await viewOf(house, after.answer));
  };
}

/** Whoever has pressed a button looks at it for so long before they wonder. */
const momentMs = 1_000;

async function forAMoment(work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const moment = wait(momentMs, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, moment]).finally(() => over.abort());
}

/** Reads with the session and answers something else than a screen; nothing of the session changes. */
export function besideSession<Body, Answer>(
  verb: (house: House, turn: Turn<Body>) => Promise<Outcome<Answer>>,
): Route['verb'] {
  return async (house, call: Call<Body>) => {
    const asked = await turnOf(house, call);
    return 'refused' in asked ? asked : verb(house, asked);
  };
}

type Turned = { session: Session; merchant: Merchant };

function turn<Body>(house: House, call: Call<Body>, verb: ModalVerb<Body>) {
  return carryOut(house, async (): Promise<Outcome<Turned>> => {
    const asked = await turnOf(house, call);
    if ('refused' in asked) return asked;
    const outcome = await verb(house, asked);
    if (isRefused(outcome)) return outcome;
    const { session, merchant } = asked;
    const change = outcome.answer;
    const isSame = Object.keys(change).length === 0 && session.step === asked.stored.step;
    if (isSame) return done({ session, merchant }, ...outcome.writes);
    const next = { ...session, ...change };
    return done(
      { session: next, merchant },
      ...outcome.writes,
      saveSession(house, asked.stored, next),
      ...begun(house, asked.stored, next),
    );
  });
}

/** The first question is left behind: a counter that handed this over may know that much. */
function begun(house: House, before: Session, { step, linkId }: Session): Write[] {
  return linkId !== null && before.step === 'email' && step !== 'email'
    ? [tellCounter(house, { linkId }, ['underway'])]
    : [];
}

const stepsBeforeLogin: readonly Step[] = [
  'email',
  'password',
  'passcode',
  'forgot',
  'reset-code',
  'new-password',
  'profile',
];

async function turnOf<Body>(house: House, call: Call<Body>) {
  const token = call.headers['x-flexpay-session'] ?? '';
  const stored = token === '' ? null : await sessionByToken(house, token);
  const merchant = stored === null ? null : await findMerchant(house, stored.merchantId);
  if (stored === null || merchant === null) {
    return refuse('Unauthorized', 'This checkout is over. Open it again from the store.');
  }
  // A login that is too old has to be shown again; the cart and the answers are still there.
  const needsLogin = !isLoggedIn(house, stored) && !stepsBeforeLogin.includes(stored.step);
  const session: Session = needsLogin ? { ...stored, step: 'password', login: null } : stored;
  const device = { ipAddress: call.ipAddress, userAgent: call.userAgent };
  return { session, stored, merchant, body: call.body, device };
}
