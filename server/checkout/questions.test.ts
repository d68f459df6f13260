import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { View } from '#contract/modal/view.ts';
import { bank, type FrameWorld, frameWorld, order, personal, profile, type TestFrame } from './test-frame.ts';

let world: FrameWorld;
before(async () => {
  world = await frameWorld();
});
after(() => world.close());

test('who is asked answers five questions in time, once, and is decided on; the time begins when they say so', async () => {
  const frame = await applied('666100001');
  assert.deepEqual(frame.applied.questions, { before: null, open: null });
  const asked = await frame.say('questions-start');
  assert.deepEqual([asked.step, asked.questions?.open?.secondsLeft], ['questions', 300]);
  world.built.advance(60_000);
  const reloaded = await world.open(order(`first-${nameOf('666100001')}`), { device: frame.device });
  assert.equal(reloaded.view.step, 'questions');
  assert.deepEqual(reloaded.view.questions?.open?.questions, asked.questions?.open?.questions);
  assert.ok((reloaded.view.questions?.open?.secondsLeft ?? 0) <= 240);
  const { questions, id } = openOf(asked);
  const missing = await frame.refused('answers', { id, answers: answersOf(asked, 0).slice(1) });
  assert.equal(missing.code, 'ValidationError');
  assert.equal(questions.length, 5);
  const decided = await frame.say('answers', { id, answers: answersOf(asked, 0) });
  assert.deepEqual([decided.step, decided.decision?.status, decided.questions], ['decision', 'approved', null]);
});

test('nobody is asked for nothing', async () => {
  assert.deepEqual((await applied('666011500')).applied.step, 'decision');
});

test('wrong answers lead to other questions, and those to documents; nothing says which were wrong', async () => {
  const frame = await applied('666100002');
  const first = await frame.say('questions-start');
  const wrong = await frame.say('answers', { id: openOf(first).id, answers: answersOf(first, 1) });
  assert.deepEqual([wrong.step, wrong.questions], ['questions', { before: 'failed', open: null }]);
  const second = await frame.say('questions-start');
  assert.equal(
    openOf(second).questions.some(({ label }) => openOf(first).questions.some((one) => one.label === label)),
    false,
  );
  const late = await frame.say('answers', { id: openOf(first).id, answers: answersOf(first, 0) });
  assert.equal(late.step, 'questions', 'what is over takes no answers');
  const over = await frame.say('answers', { id: openOf(second).id, answers: answersOf(second, 1) });
  assert.deepEqual([over.step, over.decision?.status, over.decision?.waitsFor], ['decision', 'pending', 'customer']);
  const again = await knownAt(frame.email);
  assert.deepEqual([again.step, again.decision?.waitsFor], ['decision', 'customer']);
});

test('time that is over is a used attempt, whether or not anybody answers', async () => {
  const frame = await applied('666100003');
  const first = await frame.say('questions-start');
  world.built.advance(300_000);
  const late = await frame.say('answers', { id: openOf(first).id, answers: answersOf(first, 0) });
  assert.deepEqual([late.step, late.questions], ['questions', { before: 'expired', open: null }]);
  await frame.say('questions-start');
  world.built.advance(301_000);
  const looked = await frame.say('view');
  assert.deepEqual([looked.step, looked.decision?.waitsFor], ['decision', 'customer']);
});

test('666-11 is never asked, 666-12 is never right, 666-13 is over at once', async () => {
  assert.deepEqual((await applied('666110001')).applied.decision?.waitsFor, 'customer');
  const fails = await applied('666120001');
  const asked = await fails.say('questions-start');
  assert.equal((await fails.say('answers', { id: openOf(asked).id, answers: answersOf(asked, 0) })).step, 'questions');
  const expires = await applied('666130001');
  assert.deepEqual((await expires.say('questions-start')).questions, { before: 'expired', open: null });
  assert.equal((await expires.say('questions-start')).decision?.waitsFor, 'customer');
});

test('who reads Spanish is asked in Spanish, and the right choice is the same one', async () => {
  const frame = await applied('666100015');
  await frame.say('language', { language: 'es' });
  const asked = await frame.say('questions-start');
  for (const { label, choices } of openOf(asked).questions) {
    assert.match(label, /^¿.+\?$/);
    assert.equal(choices.at(-1)?.label, 'Ninguna de las anteriores');
  }
  const { id } = openOf(asked);
  const decided = await frame.say('answers', { id, answers: answersOf(asked, 0) });
  assert.deepEqual([decided.step, decided.decision?.status], ['decision', 'approved']);
});

test('questions that wait are where the next login leads', async () => {
  const frame = await applied('666100005');
  assert.equal((await knownAt(frame.email)).step, 'questions');
});

type Applied = TestFrame & { applied: View; email: string };

/** Somebody new with this number, whose application was just handed in. */
async function applied(ssn: string): Promise<Applied> {
  const email = `first@${nameOf(ssn)}.example`;
  const frame = await world.open(order(`first-${nameOf(ssn)}`));
  await frame.say('email', { email });
  await frame.say('profile', profile);
  await frame.say('personal', { ...personal, ssn });
  return { ...frame, email, applied: await frame.say('bank', bank) };
}

/** A number is never written where it can be read, not even in a test. */
const nameOf = (ssn: string): string => [...ssn].map((digit) => 'abcdefghij'[Number(digit)]).join('');

async function knownAt(email: string): Promise<View> {
  const frame = await world.open(order(`again-${email}`));
  await frame.say('email', { email });
  return frame.say('password', { password: profile.password });
}

function openOf({ questions }: View) {
  assert.ok(questions?.open);
  return questions.open;
}

const answersOf = (view: View, choice: number) =>
  openOf(view).questions.map(({ id, choices }) => ({ questionId: id, choiceId: choices[choice]?.id ?? '' }));
