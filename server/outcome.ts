import type { RefusalCode } from '#contract/v3/refusals.ts';
import type { Write } from '#server/db/write.ts';

/** "No" as a value: a code from the published list, a sentence a person can act on, and context without secrets. */
export type Refused = {
  readonly refused: RefusalCode;
  readonly message: string;
  readonly data?: Record<string, unknown>;
};

/** A decision that is made and not yet carried out: what to answer, and what to write for it to be true. */
export type Done<Answer> = {
  readonly answer: Answer;
  readonly writes: readonly Write[];
  /** What to answer when a unique key says that somebody was first, by the key's name in the schema. */
  readonly whenTaken?: Readonly<Record<string, Refused>>;
};

/** What a verb returns. */
export type Outcome<Answer> = Refused | Done<Answer>;

export function refuse(refused: RefusalCode, message: string, data?: Record<string, unknown>): Refused {
  return data === undefined ? { refused, message } : { refused, message, data };
}

/** A request of which one member is wrong; `message` goes on after its name, as `must be more than zero`. */
export function refuseMember(path: string, message: string): Refused {
  return refuse('ValidationError', `'${path}' ${message}.`, { fields: [{ path, message }] });
}

export function done<Answer>(answer: Answer, ...writes: readonly Write[]): Done<Answer> {
  return { answer, writes };
}

export function isRefused<Answer>(outcome: Outcome<Answer>): outcome is Refused {
  return 'refused' in outcome;
}
