import type { DocumentCheck } from '#ports/document-check.ts';

/** Nobody is asked: a person of ours looks at every document. */
export const noDocumentCheck: DocumentCheck = {
  name: 'none',
  sandbox: false,
  check: async () => ({ verdict: 'not asked' }),
};
