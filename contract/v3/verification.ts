import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Label } from '#contract/v3/values.ts';

/** Questions about the customer, when there are any to answer (api-v3 4.2). Without questions there is no `id`. */
export const verifyQuestionsAnswer = Type.Object({
  id: Type.Optional(Type.String()),
  questions: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      choices: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
    }),
  ),
});
export type VerifyQuestionsAnswer = Static<typeof verifyQuestionsAnswer>;

const answersMax = 20;

export const verifyAnswersBody = Type.Object({
  id: Label(100),
  answers: Type.Array(
    Type.Object({
      questionId: { ...Label(40), 'x-also': ['id'] },
      choiceId: { ...Label(40), 'x-also': ['choice', 'answer', 'answerId'] },
    }),
    {
      minItems: 1,
      maxItems: answersMax,
      'x-or': {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: ['string', 'number'] },
        description: 'From question to choice.',
      },
    },
  ),
});
export type VerifyAnswersBody = Static<typeof verifyAnswersBody>;

/**
 * The three shapes in which clients send answers, as one (api-v3 4.3): a list of `{questionId, choiceId}`, a list of
 * `{id, choice | answer | answerId}`, and one object from question to choice.
 */
export function respellAnswers(body: Record<string, unknown>): Record<string, unknown> {
  const { answers } = body;
  if (Array.isArray(answers)) return { ...body, answers: answers.map(respellAnswer) };
  if (answers === null || typeof answers !== 'object') return body;
  const pairs = Object.entries(answers).map(([questionId, choiceId]) => ({ questionId, choiceId }));
  return { ...body, answers: pairs };
}

function respellAnswer(given: unknown): unknown {
  if (given === null || typeof given !== 'object') return given;
  const { id, choice, answer, answerId, ...rest } = given as Record<string, unknown>;
  return { questionId: id, choiceId: choice ?? answer ?? answerId, ...rest };
}
