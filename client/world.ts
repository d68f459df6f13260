import { randomUUID } from 'node:crypto';

/** What a client needs of the world around it; a test brings its own. */
export type World = {
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to, and never, 1. */
  readonly random: () => number;
  /** A fresh Idempotency-Key. */
  readonly newKey: () => string;
};

export const thisWorld: World = {
  fetch: (url, request) => fetch(url, request),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
  newKey: () => randomUUID(),
};
