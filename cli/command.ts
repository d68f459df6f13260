import type { Connection } from './connection.ts';

/** One thing the command line can do. */
export type Command = {
  /** What a person types: `transactions show`. */
  readonly words: string;
  /** The names after it, as help writes them: `FILE.json`. Each is required. */
  readonly takes: readonly string[];
  /** What it does, in one sentence. */
  readonly says: string;
  /** Options beside `--json` and `--help`, each with a value. */
  readonly options: Readonly<Record<string, Option>>;
  readonly example: string;
  readonly run: (connection: Connection, given: Given) => Promise<Told>;
};

export type Option = { readonly value: string; readonly says: string; readonly many?: true };

export type Given = {
  /** As many as `takes` has. */
  readonly names: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Those of the options that may stand there several times. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** The answer, for a program and for a person. */
export type Told = { readonly json: unknown; readonly text: string; readonly isBad?: boolean };
