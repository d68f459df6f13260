/** A guide or the change log: our own Markdown, made into HTML when the pages were built. */
export function TextPage({ html }: { html: string }) {
  return (
    <main class="page" id="content">
      <article class="card prose" dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  );
}
