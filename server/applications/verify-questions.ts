import type { VerifyQuestionsAnswer } from '#contract/v3/verification.ts';
import { answerSecondsMax, knowledgeResult, noneOfTheAbove } from '#core/application/knowledge.ts';
import {
  type ApplicationMove,
  applicationAfterAll,
  applicationLifecycle,
  awaitingAnswers,
} from '#core/application/lifecycle.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Question, Questions } from '#ports/knowledge.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { noteVerification } from '#server/customers/note-verification.ts';
import { personById } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newWireNumber, secretText } from '#server/ids.ts';
import { inTime } from '#server/in-time.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';
import type { Application } from './application.ts';
import { latestApplication, updateAnswers } from './application-store.ts';
import { askForDocuments } from './ask-for-documents.ts';
import {
  closeSession,
  insertSession,
  type KnowledgeSession,
  type ShownQuestion,
  unansweredSession,
} from './knowledge-store.ts';
import { type AskedOn, questionsLeft } from './questions-left.ts';

/**
 * The questions that a customer has to answer, or none (api-v3 4.2). Asked again before their time is over they are the
 * same, and the time goes on; afterwards there are others, as often as the limits allow. Refuses with ServiceUnavailable
 * while whoever makes them does not answer.
 */
export async function verifyQuestions(
  house: House,
  { customerId, device = null }: { customerId: string; device?: AskedOn | null },
): Promise<Outcome<VerifyQuestionsAnswer>> {
  const application = await latestApplication(house, customerId, { drafts: false });
  if (application === null || !awaitingAnswers.includes(application.state)) return done(nothing);
  const open = await unansweredSession(house, application);
  if (open !== null && !isOver(house, open)) return done({ id: open.sessionId, questions: shown(open.questions) });
  const expired = open === null ? [] : [closeSession(open, { result: 'expired', answersHash: null, at: now(house) })];
  return askAnew(house, application, { hasExpired: open !== null, device }, expired);
}

/** How the right answer to a question is kept: nobody who reads the table learns it. */
export function choiceHash(house: House, sessionId: string, questionId: string, choiceId: string): string {
  return tokenHash(house, 'knowledge', `${sessionId}|${questionId}|${choiceId}`);
}

const nothing: VerifyQuestionsAnswer = { questions: [] };

/** Whether the time to answer is over. */
export function isOver(house: House, session: KnowledgeSession): boolean {
  const elapsedMs = house.clock.now() - Date.parse(session.createdAt);
  return knowledgeResult({ right: 0, elapsedMs, secondsAllowed: session.secondsAllowed }) === 'expired';
}

async function askAnew(
  house: House,
  application: Application,
  { hasExpired, device }: { hasExpired: boolean; device: AskedOn | null },
  expired: Write[],
): Promise<Outcome<VerifyQuestionsAnswer>> {
  const { applicationId, customerId } = application;
  const ssn = await openIdentity(house, customerId, 'identity-check');
  if (ssn === null) throw new Error('An application was handed in without a number.');
  const [{ mayAsk, asked, ssnIndex }, person] = await Promise.all([
    questionsLeft(house, { customerId, ssn, device }),
    personById(house, customerId),
  ]);
  const language = person?.locale ?? 'en';
  const made = mayAsk ? await questionsOf(house, { applicationId, ssn, asked, language }) : 'insufficient';
  if (made === 'no answer') {
    const message = 'Whoever asks the questions does not answer. Nothing was counted; ask again in a moment.';
    return refuse('ServiceUnavailable', message, { retryAfterSeconds: 5 });
  }
  const isFirst = !hasExpired && !applicationLifecycle.can('askQuestions', application.state);
  // Questions that nobody took in time, or that never came to be, are over before the next thing begins.
  const over: ApplicationMove[] = isFirst && made !== 'insufficient' ? [] : overdue(application);
  if (made === 'insufficient') {
    const state = applicationAfterAll(application.state, ...over, 'stepUp');
    const verificationStatus = mayAsk ? 'pending' : 'failed';
    const writes = [updateAnswers(application, { state }), noteVerification({ customerId, verificationStatus })];
    return done(
      nothing,
      ...expired,
      ...writes,
      ...(person === null ? [] : askForDocuments(house, application, person)),
    );
  }
  const state = applicationAfterAll(application.state, ...over, ...(isFirst ? [] : (['askQuestions'] as const)));
  const session = sessionOf(house, application, { ...made, language });
  return done(
    { id: session.sessionId, questions: shown(session.questions) },
    ...expired,
    insertSession(house, {
      ...session,
      merchantId: application.merchantId,
      ssnIndex,
      deviceId: device?.deviceId ?? null,
      questionIds: idsOf(made),
    }),
    // Also without a change: two who ask in one moment are asked one set of questions.
    updateAnswers(application, { state }),
    noteVerification({ customerId, verificationStatus: 'pending' }),
  );
}

/** Who does not answer in time has asked nothing: no attempt is used, and nothing is decided by it. */
async function questionsOf(
  house: House,
  about: Parameters<House['knowledge']['questions']>[0],
): Promise<Questions | 'insufficient' | 'no answer'> {
  try {
    return await inTime(house.knowledge, () => house.knowledge.questions(about));
  } catch (error) {
    house.log.error({ err: error, provider: house.knowledge.name }, 'the questions did not come; nobody was asked');
    return 'no answer';
  }
}

/** Questions, and the language that they are in. */
type Asked = Questions & { language: Language };

const overdue = ({ state }: Application): ApplicationMove[] =>
  applicationLifecycle.can('expireQuestions', state) ? ['expireQuestions'] : [];

const idsOf = ({ questions }: Questions): string[] => questions.map(({ id }) => id);

function sessionOf(house: House, { customerId, applicationId }: Application, made: Asked) {
  const sessionId = secretText(house, 32);
  const rightHashes: Record<string, string> = {};
  const questions = made.questions.map((question) => {
    const asked = shownQuestion(house, question, made);
    const right = asked.choices.find(({ label }) => label === question.right);
    // Where no choice is right the hash is of a choice that nobody has.
    rightHashes[asked.id] = choiceHash(house, sessionId, asked.id, right?.id ?? newWireNumber(house));
    return asked;
  });
  const secondsAllowed = Math.min(made.secondsAllowed, answerSecondsMax);
  return { customerId, applicationId, sessionId, questions, rightHashes, secondsAllowed, createdAt: now(house) };
}

function shownQuestion(house: House, { label, choices }: Question, { inOrder, language }: Asked): ShownQuestion {
  const order = inOrder ? choices : mixed(house, choices);
  return {
    id: newWireNumber(house),
    label,
    choices: [...order, noneOfTheAbove[language]].map((text) => ({ id: newWireNumber(house), label: text })),
  };
}

/** In an order that nobody can foretell. */
function mixed(house: House, choices: readonly string[]): string[] {
  return choices
    .map((text) => ({ text, place: Buffer.from(house.chance.bytes(8)).readBigUInt64BE() }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ text }) => text);
}

function shown(questions: readonly ShownQuestion[]): VerifyQuestionsAnswer['questions'] {
  return questions.map(({ id, label, choices }) => ({ id, label, choices: [...choices] }));
}
