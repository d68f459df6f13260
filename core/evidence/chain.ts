import { canonicalJson } from './canonical-json.ts';

/** What happens to an agreement until it is signed and its copy is out, in the words of domain 4.8 and 6.3. */
export type SignatureEventKind =
  | 'generated'
  | 'presented'
  | 'consented'
  | 'acknowledged'
  | 'identified'
  | 'debit_authorized'
  | 'refused'
  | 'signed'
  | 'sealed'
  | 'voided'
  | 'expired';

/** A fact that has happened: when, and what is known of it. Whole numbers, texts, lists and objects of them. */
export type NewSignatureEvent = {
  readonly kind: SignatureEventKind;
  /** ISO text in UTC. */
  readonly at: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** The same in its place in the chain: each holds the hash of the one before it, so that none can be changed alone. */
export type SignatureEvent = NewSignatureEvent & {
  /** From 1 up, without a gap. */
  readonly number: number;
  readonly previous: string | null;
  readonly hash: string;
};

/** The last event of a chain, as far as the next one needs it. */
export type ChainHead = Pick<SignatureEvent, 'number' | 'hash'>;

/** SHA-256 of a text's UTF-8 bytes, in hex; handed in, because this room knows no machine. */
export type Sha256 = (text: string) => string;

/** Gives new events their places behind `head`; null begins a chain. */
export function chained(
  head: ChainHead | null,
  events: readonly NewSignatureEvent[],
  sha256: Sha256,
): readonly SignatureEvent[] {
  const linked: SignatureEvent[] = [];
  let before = head;
  for (const { kind, at, facts } of events) {
    const event = { number: (before?.number ?? 0) + 1, kind, at, facts, previous: before?.hash ?? null };
    before = { number: event.number, hash: eventHash(event, sha256) };
    linked.push({ ...event, hash: before.hash });
  }
  return linked;
}

/** What an event's own hash covers: everything of it but that hash. */
export function eventHash(event: Omit<SignatureEvent, 'hash'>, sha256: Sha256): string {
  const { number, kind, at, facts, previous } = event;
  return sha256(canonicalJson({ number, kind, at, facts, previous }));
}

/** The first event that is not as it was written, or not in its place, and what is wrong with it; null when all are right. */
export function firstBroken(
  events: readonly SignatureEvent[],
  sha256: Sha256,
): { event: SignatureEvent; what: string } | null {
  let before: ChainHead | null = null;
  for (const event of events) {
    const what = fault(event, before, sha256);
    if (what !== null) return { event, what };
    before = event;
  }
  return null;
}

function fault(event: SignatureEvent, before: ChainHead | null, sha256: Sha256): string | null {
  if (eventHash(event, sha256) !== event.hash) return 'it says something else than what its hash was made of';
  if (event.number !== (before?.number ?? 0) + 1) return `it stands where number ${(before?.number ?? 0) + 1} should`;
  return event.previous === (before?.hash ?? null) ? null : 'it was not written after the event before it';
}
