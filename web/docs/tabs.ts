/** What build-texts.ts writes: every guide and the change log, as HTML. */
export type Texts = { guides: { name: string; title: string; html: string }[]; changes: string };

/** Every page of the documents. The server has no other address under /docs. */
export function tabsOf({ guides }: Pick<Texts, 'guides'>): { href: string; title: string }[] {
  return [
    { href: '/docs', title: 'Operations' },
    { href: '/docs/errors', title: 'Errors' },
    ...guides.map(({ name, title }) => ({ href: `/docs/guides/${name}`, title })),
    { href: '/docs/changes', title: 'Changes' },
  ];
}
