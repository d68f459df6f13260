import { Paper } from './paper.tsx';

/** A paper that somebody agrees to right below it: it lies open, and scrolls where it is long. */
export function PaperBox({ title, html }: { title: string; html: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by the keyboard
    <section class="paper-box" tabIndex={0} aria-label={title}>
      <Paper html={html} />
    </section>
  );
}
