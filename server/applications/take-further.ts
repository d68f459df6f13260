import { applicationAfterAll } from '#core/application/lifecycle.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { noteVerification } from '#server/customers/note-verification.ts';
import { personById } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { inTime } from '#server/in-time.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { recordUndecided, updateAnswers } from './application-store.ts';
import { askForDocuments } from './ask-for-documents.ts';
import { askLenders, lendersAsked } from './ask-lenders.ts';
import type { Decided } from './conclude-decision.ts';
import { decideWaiting } from './decide-waiting.ts';
import { questionsLeft } from './questions-left.ts';

/**
 * Takes an application that was handed in as far as it goes by itself: to a lender before us, to the questions that have to be answered first,
 * or to its decision. Whoever does not answer leaves it where it is, to be taken further later.
 */
export async function takeFurther(
  house: House,
  handedIn: Application,
  { leaseFactor }: { leaseFactor: string },
): Promise<Outcome<Decided>> {
  const application = handedIn.state === 'submitted' ? await askLenders(house, handedIn) : handedIn;
  const proof = application.state === 'submitted' ? await proofOf(house, application) : standing(application);
  if (proof.application.state === 'deciding') return decideWaiting(house, proof.application, { leaseFactor });
  const { customerId } = application;
  const [facts, person] = await Promise.all([customerFacts(house, customerId), personById(house, customerId)]);
  if (facts === null || person === null) return refuse('UserNotFound', 'There is no such customer.');
  const { verificationStatus = facts.verificationStatus } = proof;
  return done({ application: proof.application, person, facts: { ...facts, verificationStatus } }, ...proof.writes);
}

type Proof = { application: Application; verificationStatus?: 'pending' | 'failed'; writes: Write[] };

const standing = (application: Application): Proof => ({ application, writes: [] });

/** Whether the person behind an application has to answer questions first (domain 4.4, 6.3). */
async function proofOf(house: House, application: Application): Promise<Proof> {
  const { applicationId, customerId } = application;
  const ssn = await openIdentity(house, customerId, 'identity-check');
  if (ssn === null) throw new Error('An application was handed in without a number.');
  const wanted = await inTime(house.knowledge, () => house.knowledge.asks({ applicationId, ssn })).catch(
    (error: unknown) => {
      house.log.error(
        { err: error, provider: house.knowledge.name },
        'nobody says whether to ask; the application waits',
      );
      return 'unknown' as const;
    },
  );
  if (wanted === 'unknown') return unanswered(house, application);
  if (wanted === 'nothing') {
    // Nothing was asked, so nothing could be answered wrong: no state of its own is written down.
    const state = applicationAfterAll(application.state, 'askQuestions', 'passQuestions', 'startDeciding');
    return standing({ ...application, state });
  }
  const [{ mayAsk }, person] = await Promise.all([
    questionsLeft(house, { customerId, ssn, device: null }),
    personById(house, customerId),
  ]);
  const move = wanted === 'questions' && mayAsk ? 'askQuestions' : 'stepUp';
  const state = applicationAfterAll(application.state, move);
  const verificationStatus = mayAsk ? 'pending' : 'failed';
  return {
    application: { ...application, state },
    verificationStatus,
    writes: [
      updateAnswers(application, { state }),
      noteVerification({ customerId, verificationStatus }),
      ...(move === 'stepUp' && person !== null ? askForDocuments(house, application, person) : []),
    ],
  };
}

/** Nobody says whether to ask: that is kept, so that it is asked again later and not by whoever looks. */
function unanswered(house: House, application: Application): Proof {
  const { state } = application;
  const lenders = lendersAsked(application);
  const decision = {
    decision: 'pending',
    why: 'nobody says whether to ask questions',
    askedAt: now(house),
    ...(lenders === null ? {} : { lenders }),
  } as const;
  return { application: { ...application, decision }, writes: [recordUndecided(application, { state, decision })] };
}
