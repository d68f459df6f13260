import type { ActedAnswer } from '#contract/v3/operator-applications.ts';
import { accountReportSeen, saysAnythingOfAccount } from '#core/application/account-report.ts';
import { actsByHand, type HandAct, movesByHand } from '#core/application/by-hand.ts';
import { reportSeen, saysAnything } from '#core/application/consumer-report.ts';
import type { DecisionInput, DecisionResult } from '#core/application/decide.ts';
import { type ApplicationMove, applicationAfterAll } from '#core/application/lifecycle.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { actionsOf, recordAction } from './action-store.ts';
import type { Application } from './application.ts';
import { keptApplication } from './application-store.ts';
import type { Reported } from './gather-input.ts';

/** Who does something with which application, and why: both stand in the record for good. */
export type ByHand = { applicationId: string; by: string; reason: string };

/** What an act makes of an application, with the writes that make it so. */
type Acted = { after: Application; writes: readonly Write[] };

/** What the last decision saw of what others say, and what of that it used. */
export type Seen = Reported & Pick<DecisionResult, 'reportUsed' | 'accountReportUsed'>;

/** Makes an act true: the application after the moves that it is. */
export type Carry = (
  application: Application,
  moves: readonly ApplicationMove[],
  seen: Seen,
) => Promise<Acted | Refused>;

/**
 * Does something by hand: finds the application, looks whether the act is open in its state, lets `carry` make it true,
 * and writes down who did it, why, and what it was before and after. The same act again by the same person for the same
 * reason answers what is and changes nothing; `isSame` looks at what else was asked for. Refuses with NotFound, ApplicationNotWaiting, and as `carry`.
 */
export async function actByHand(
  house: House,
  act: HandAct,
  { applicationId, by, reason }: ByHand,
  carry: Carry,
  isSame?: (application: Application) => boolean,
): Promise<Outcome<ActedAnswer>> {
  const kept = await keptApplication(house, applicationId);
  if (kept === null) return refuse('NotFound', 'There is no application with this id.');
  const { application } = kept;
  const last = (await actionsOf(house, application)).filter(({ action }) => !looks.includes(action)).at(-1);
  const moves = movesByHand(act, application.state);
  const isRepeat = last?.action === act && last.by === by && last.reason === reason && (isSame?.(application) ?? true);
  if (isRepeat) return done(acted(application));
  if (moves === null) {
    const may = actsByHand(application.state);
    const instead = may.length === 0 ? 'Nothing can be done with it any more.' : `What can be done: ${may.join(', ')}.`;
    return refuse('ApplicationNotWaiting', `This application is ${application.state}. ${instead}`, { can: may });
  }
  const carried = await carry(application, moves, seenBy(kept));
  if ('refused' in carried) return carried;
  const { after, writes } = carried;
  const record = recordAction(house, application, {
    act,
    by,
    reason,
    before: standing(application),
    after: standing(after),
  });
  return done(acted(after), ...writes, record);
}

/**
 * Where nobody has decided yet, whoever acts by hand is the first to weigh what was seen; decisions of before it was kept
 * used nothing.
 */
function seenBy(kept: { input: unknown; decision: unknown }): Seen {
  const input = kept.input as Partial<DecisionInput> | null;
  const decision = kept.decision as Partial<DecisionResult> | { decision: 'pending' } | null;
  const report = reportSeen(input);
  const accountReport = accountReportSeen(input);
  if (decision?.decision === 'pending') {
    return {
      report,
      accountReport,
      reportUsed: saysAnything(report),
      accountReportUsed: saysAnythingOfAccount(accountReport),
    };
  }
  const { reportUsed = false, accountReportUsed = false } = decision ?? {};
  return { report, accountReport, reportUsed, accountReportUsed };
}

/** To look at documents is no act upon the application. */
const looks: readonly string[] = ['openDocument', 'checkDocuments'];

/** The state after all moves but the last, which somebody else makes. */
export function beforeLast(application: Application, moves: readonly ApplicationMove[]): Application {
  return { ...application, state: applicationAfterAll(application.state, ...moves.slice(0, -1)) };
}

const standing = ({ state, limit, documentsReceivedAt, expiresOn }: Application) => ({
  state,
  limitCents: limit,
  expiresOn,
  documentsReceivedAt,
});

function acted({ applicationId, state, limit }: Application): ActedAnswer {
  return { applicationId, state, spendingLimit: wireNumber(limit), can: actsByHand(state) };
}
