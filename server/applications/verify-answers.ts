import type { VerifyAnswersBody } from '#contract/v3/verification.ts';
import { type KnowledgeResult, knowledgeResult } from '#core/application/knowledge.ts';
import { type ApplicationMove, applicationAfterAll, awaitingAnswers } from '#core/application/lifecycle.ts';
import { carryOut } from '#server/carry-out.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { noteVerification } from '#server/customers/note-verification.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { customerTransactions } from '#server/leases/customer-transactions.ts';
import { now } from '#server/moment.ts';
import { done, isRefused, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';
import type { Application } from './application.ts';
import { latestApplication, updateAnswers } from './application-store.ts';
import { askForDocuments } from './ask-for-documents.ts';
import { getMe } from './get-me.ts';
import { closeSession, type KnowledgeSession, sessionById } from './knowledge-store.ts';
import { questionsLeft } from './questions-left.ts';
import { takeFurther } from './take-further.ts';
import { type UserView, userViewOf, type Viewer } from './user-view.ts';
import { choiceHash } from './verify-questions.ts';

type Answers = { customerId: string } & VerifyAnswersBody;

type Given = Viewer & Answers;

/**
 * Grades the answers to a customer's questions, once, and goes on to the decision when they are right (api-v3 4.3). The
 * customer with their new `verificationStatus` is the answer either way; which were wrong is never told. Refuses with
 * NotFound, ValidationError where a question is missing, VerificationRequired where other answers were given before.
 */
export async function verifyAnswers(house: House, given: Given): Promise<Outcome<UserView>> {
  const graded = await carryOut(house, () => gradeAnswers(house, given));
  if ('refused' in graded) return graded;
  if (graded.answer === null) return getMe(house, given);
  const transactions = await customerTransactions(house, given);
  const taken = await takeFurther(house, graded.answer, given);
  if (isRefused(taken)) return taken;
  return done(userViewOf(house, { ...taken.answer, transactions }, given), ...taken.writes);
}

/**
 * Grades alone: the application after its answers, null when the same answers were graded before. After the time is over
 * there is nothing to answer any more, and what was answered counts for nothing. Refuses as `verifyAnswers`.
 */
export async function gradeAnswers(house: House, given: Answers): Promise<Outcome<Application | null>> {
  const { customerId, id } = given;
  // In this order: whoever closes the session moves the application too, and must not be seen half.
  const application = await latestApplication(house, customerId, { drafts: false });
  const session = await sessionById(house, customerId, id);
  if (session === null || application?.applicationId !== session.applicationId) {
    return refuse('NotFound', 'No questions under this id wait for this customer. Ask for them with verify-questions.');
  }
  const answersHash = hashOf(house, given);
  if (session.result !== null) return again(session, answersHash);
  if (!awaitingAnswers.includes(application.state)) {
    return refuse('NotFound', 'This application is over, and with it its questions.');
  }
  const result = resultOf(house, session, given);
  const misfit = result === 'expired' ? null : misfitOf(session, given);
  if (misfit !== null) return misfit;
  const further = await furtherMove(house, application, result);
  const moves = [...movesAfter[result], ...further];
  const person = further.length === 0 ? null : await personById(house, customerId);
  const after: Application = {
    ...application,
    state: applicationAfterAll(application.state, ...moves),
    version: application.version + 1,
  };
  return done(
    after,
    closeSession(session, { result, answersHash, at: now(house) }),
    updateAnswers(application, { state: after.state }),
    noteVerification({ customerId, verificationStatus: result === 'passed' ? 'succeeded' : 'failed' }),
    ...(person === null ? [] : askForDocuments(house, application, person)),
  );
}

const movesAfter: Readonly<Record<KnowledgeResult, readonly ApplicationMove[]>> = {
  passed: ['passQuestions', 'startDeciding'],
  failed: ['failQuestions'],
  expired: ['expireQuestions'],
};

/** Who has no questions left has to prove it by documents. */
async function furtherMove(
  house: House,
  { customerId }: Application,
  result: KnowledgeResult,
): Promise<ApplicationMove[]> {
  if (result === 'passed') return [];
  const ssn = await openIdentity(house, customerId, 'identity-check');
  const left = ssn === null ? null : await questionsLeft(house, { customerId, ssn, device: null });
  return left?.mayAsk === true ? [] : ['stepUp'];
}

function resultOf(house: House, session: KnowledgeSession, { answers }: Answers): KnowledgeResult {
  const { sessionId, rightHashes, secondsAllowed } = session;
  const right = answers.filter(
    ({ questionId, choiceId }) => rightHashes[questionId] === choiceHash(house, sessionId, questionId, choiceId),
  ).length;
  const elapsedMs = house.clock.now() - Date.parse(session.createdAt);
  return knowledgeResult({ right, elapsedMs, secondsAllowed });
}

/** The same answers again are no second try, and others are none either: a session is answered once. */
function again(session: KnowledgeSession, answersHash: string): Outcome<null> {
  if (session.answersHash === answersHash || session.result === 'passed') return done(null);
  return refuse('VerificationRequired', 'These questions are over. Ask for new ones with verify-questions.');
}

/** Every question once, with one of its own choices: a slip of a program is not held against the customer. */
function misfitOf({ questions }: KnowledgeSession, { answers }: Answers): Refused | null {
  const fields = answers.flatMap(({ questionId, choiceId }, index) => {
    const question = questions.find(({ id }) => id === questionId);
    const isTwice = answers.findIndex((one) => one.questionId === questionId) !== index;
    if (question === undefined || isTwice)
      return [{ path: `answers[${index}].questionId`, message: 'is no question that is open' }];
    if (question.choices.some(({ id }) => id === choiceId)) return [];
    return [{ path: `answers[${index}].choiceId`, message: 'is no choice of this question' }];
  });
  if (fields.length === 0 && answers.length < questions.length) {
    fields.push({ path: 'answers', message: `must answer all ${questions.length} questions` });
  }
  return fields.length === 0 ? null : refuse('ValidationError', 'The answers do not fit the questions.', { fields });
}

function hashOf(house: House, { id, answers }: Answers): string {
  const said = answers.map(({ questionId, choiceId }) => `${questionId}=${choiceId}`).sort();
  return tokenHash(house, 'knowledge answers', `${id}|${said.join(',')}`);
}
