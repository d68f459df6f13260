import type { DocumentCheck } from '#ports/document-check.ts';

/** What the sandbox finds of a file by its bytes; the published table is the sandbox's own (domain 5.2). */
export type DocumentEffect = 'genuine' | 'doubtful';

/** Reads nothing but the marks of the table: one doubtful file is enough to doubt, and every one has to be genuine. */
export function sandboxDocumentCheck(effectOf: (bytes: Uint8Array) => DocumentEffect | null): DocumentCheck {
  return {
    name: 'sandbox',
    sandbox: true,
    async check({ documents }) {
      const found = await Promise.all(documents.map(async (document) => effectOf(await document.read())));
      const doubted = documents.find((_, at) => found[at] === 'doubtful');
      if (doubted !== undefined) return { verdict: 'doubtful', reason: `${doubted.kind} looks altered` };
      return { verdict: found.length > 0 && found.every((one) => one === 'genuine') ? 'genuine' : 'unknown' };
    },
  };
}
