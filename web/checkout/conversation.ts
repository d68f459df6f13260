import type { Calls } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import type { Opening } from './opening.ts';
import { type Answer, type Refusal, serverCall } from './server-call.ts';

/** The conversation of one opening with the server: it opens, calls, and draws every View that comes back, in its language. */
export interface Conversation {
  open(): Promise<Refusal | null>;
  /** Calls a verb that answers with a View and draws it; returns the refusal, if there is one. */
  act<Verb extends ViewVerb>(verb: Verb, body: Calls[Verb][0]): Promise<Refusal | null>;
  /** Calls a verb that answers with something else. */
  ask<Verb extends keyof Calls>(verb: Verb, body: Calls[Verb][0]): Promise<Answer<Calls[Verb][1]>>;
  /** The same beside everything else: nobody waits for it, and it waits for nobody. For hints alone. */
  askAside<Verb extends keyof Calls>(verb: Verb, body: Calls[Verb][0]): Promise<Answer<Calls[Verb][1]>>;
  /** Looks what the server says now; a second tab may have moved on. Silent when the server cannot be reached. */
  refresh(): Promise<View | null>;
}

type ViewVerb = { [Verb in keyof Calls]: Calls[Verb][1] extends View ? Verb : never }[keyof Calls];

export function converse(opening: Opening, draw: (view: View) => Promise<void>): Conversation {
  let session: string | null = null;
  // One call at a time: an answer that was overtaken must not bring back an older screen.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn;
    return turn;
  };

  const begin = async (): Promise<Answer<View>> => {
    const answer = await opening.open(opening.memory.read());
    if (!answer.ok) return answer;
    session = answer.data.session;
    opening.memory.remember(answer.data.device);
    return { ok: true, data: answer.data.view };
  };

  const call = async <Verb extends keyof Calls>(verb: Verb, body: Calls[Verb][0]): Promise<Answer<Calls[Verb][1]>> => {
    const answer = await serverCall(verb, body, session);
    const sessionIsOver = !answer.ok && answer.refusal.statusCode === 401 && !verb.startsWith('pass');
    if (!sessionIsOver) return answer;
    const begun = await begin();
    if (!begun.ok) return begun;
    await draw(begun.data);
    return serverCall(verb, body, session);
  };

  const drawn = async (answer: Answer<View>): Promise<Refusal | null> => {
    if (!answer.ok) return answer.refusal;
    await draw(answer.data);
    return null;
  };

  return {
    open: () => inTurn(async () => drawn(await begin())),
    act: (verb, body) => inTurn(async () => drawn((await call(verb, body)) as Answer<View>)),
    ask: (verb, body) => inTurn(() => call(verb, body)),
    askAside: (verb, body) => serverCall(verb, body, session),
    refresh: () =>
      inTurn(async () => {
        const answer = await call('view', {});
        if (!answer.ok) return null;
        await draw(answer.data);
        return answer.data;
      }),
  };
}
