import type { DocumentKind, MediaType } from '#core/application/documents.ts';
import type { Instant } from '#server/moment.ts';

/** One file that an applicant handed in; what is in it lies sealed. */
export type HandedIn = {
  readonly customerId: string;
  readonly applicationId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly mediaType: MediaType;
  readonly byteCount: number;
  /** Of the bytes as they came, in hex. */
  readonly sha256: string;
  readonly receivedAt: Instant;
};
