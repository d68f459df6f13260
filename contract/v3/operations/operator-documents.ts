import type { Operation } from '#contract/v3/operations/operation.ts';

const documents = { applicationId: '{documentsId}' };
const signed = { by: 'Jane Doe', reason: 'Compares the license with what the applicant told' };

/** What people of ours do with what applicants handed in to show who they are. */
export const operatorDocumentOperations = {
  listDocuments: {
    summary: 'List the documents of an application',
    says: `What an applicant handed in to show who they are: the photo ID (\`id_front\`, \`id_back\`) and the proof of address (\`address\`), each with what it is by its first bytes, its size and the SHA-256 of the file. Never what is in it.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'Nothing yet', given: 'an application that waits for documents', params: documents },
      {
        name: 'No such application',
        given: 'nothing',
        params: { applicationId: 'never-seen' },
        refused: 'NotFound',
      },
    ],
  },
  openDocument: {
    summary: 'Open a document',
    says: `One document as it came, base64. \`by\` and \`reason\` stand in the record of the application (\`actions\` of Get an application, and the openings of \`listOpenings\`) before it is opened, each time anew.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      {
        name: 'The front of a license',
        given: 'an application that waits for documents',
        params: { ...documents, documentId: '{documentId}' },
        query: signed,
      },
      {
        name: 'Without a reason',
        given: 'an application that waits for documents',
        params: { ...documents, documentId: '{documentId}' },
        query: { by: 'Jane Doe' },
        refused: 'ValidationError',
      },
      {
        name: 'No such document',
        given: 'an application that waits for documents',
        params: { ...documents, documentId: 'never-seen' },
        query: signed,
        refused: 'NotFound',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
