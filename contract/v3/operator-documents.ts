import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Label, Text } from '#contract/v3/values.ts';
import { documentKinds, mediaTypes } from '#core/application/documents.ts';

const Line = {
  documentId: Type.String(),
  kind: Type.Enum([...documentKinds]),
  mediaType: Type.Enum([...mediaTypes]),
  bytes: Type.Integer(),
  /** Of the file as it came, in hex. */
  sha256: Type.String(),
  receivedAt: Type.String(),
};

/** What an applicant handed in to show who they are; never what is in it. */
export const listDocumentsAnswer = Type.Object({
  applicationId: Type.String(),
  documents: Type.Array(Type.Object(Line)),
  /** What somebody outside the house found of them as they were handed in last; null when nobody was asked. */
  check: Type.Union([
    Type.Object({
      provider: Type.String(),
      verdict: Type.Enum(['genuine', 'doubtful', 'unknown']),
      reason: Type.Union([Type.String(), Type.Null()]),
      checkedAt: Type.String(),
    }),
    Type.Null(),
  ]),
});
export type ListDocumentsAnswer = Static<typeof listDocumentsAnswer>;

/** Who opens a document, and why: both stand in the record of the application for good. */
export const reviewQuery = Type.Object({ by: Label(100), reason: Text(1000) });
export type ReviewQuery = Static<typeof reviewQuery>;

/** One document with its bytes, base64. */
export const DocumentOpened = Type.Object({ ...Line, content: Type.String() });
export type DocumentOpened = Static<typeof DocumentOpened>;
