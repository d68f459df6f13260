import type { DocumentKind, MediaType } from '#core/application/documents.ts';
import type { Day } from '#core/calendar/day.ts';

/**
 * A service that looks at what an applicant handed in to show who they are (domain 4.4). Only a clear `genuine` goes on by
 * itself: everything else, and no answer, is for a person of ours to look at.
 */
export type DocumentCheck = {
  readonly name: string;
  /** True for a simulator: production refuses to start with it. */
  readonly sandbox: boolean;
  /** How long it is waited for; the house waits ten seconds at most, and so long where nothing is said. */
  readonly timeoutMs?: number;
  check(handedIn: {
    applicationId: string;
    person: CheckedPerson;
    documents: readonly CheckedDocument[];
  }): Promise<DocumentVerdict>;
};

/** Who the documents have to say it is. */
export type CheckedPerson = {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Day | null;
  readonly address: {
    readonly street1: string;
    readonly street2: string | null;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  } | null;
};

export type CheckedDocument = {
  readonly kind: DocumentKind;
  readonly mediaType: MediaType;
  /** The file as it came; each reading leaves a trace. */
  read(): Promise<Uint8Array>;
};

/**
 * `reason` is for whoever looks next, in a few words and without numbers of the document. `not asked`: there is nobody who
 * looks, and nothing is written down of it.
 */
export type DocumentVerdict =
  | { readonly verdict: 'genuine' }
  | { readonly verdict: 'doubtful'; readonly reason: string }
  | { readonly verdict: 'unknown' }
  | { readonly verdict: 'not asked' };
