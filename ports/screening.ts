import type { Day } from '#core/calendar/day.ts';
import type { ListMatch } from '#core/screening/match-person.ts';

/** Who says whether a person may be one with whom nobody may deal (domain 4.6). */
export type Screening = {
  readonly name: string;
  /** True for a simulator: production refuses to start with it. */
  readonly sandbox: boolean;
  /** How long each answer is waited for; the house waits ten seconds at most, and so long where nothing is said. */
  readonly timeoutMs?: number;
  /** The lists as they are now: a person is asked about again when their hash is another. */
  lists(): Promise<ListStanding>;
  /** Asks about one person. A call that fails is no answer: whoever asked waits. */
  screen(person: ScreenedPerson): Promise<{ readonly lists: ListStanding; readonly matches: readonly ListMatch[] }>;
};

/** Which lists were asked: it stands in every result. */
export type ListStanding = {
  /** Of everything that the lists say. */
  readonly hash: string;
  /** The day of the newest of them; null where there are none. */
  readonly listedOn: Day | null;
  /** Why lists that came later could not be used; null when all is well. */
  readonly problem: string | null;
};

export type ScreenedPerson = {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Day | null;
  readonly address: { readonly street1: string; readonly city: string; readonly state: string } | null;
  /** Opens the sealed number, for a provider that needs it; every opening leaves a trace. */
  readonly ssn: () => Promise<string | null>;
};
