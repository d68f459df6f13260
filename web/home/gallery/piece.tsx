import type { ComponentChildren } from 'preact';

/** One card of the gallery: a file of `web/ui`, what it is for, and its states. */
export function Piece(props: { file: string; title: string; broad?: boolean; children: ComponentChildren }) {
  return (
    <section class={props.broad ? 'card piece broad' : 'card piece'} data-file={props.file}>
      <div class="piece-head">
        <h3>{props.title}</h3>
        <code>{props.file}</code>
      </div>
      {props.children}
    </section>
  );
}

/** One state of a piece under its name. */
export function State({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="state">
      <p class="meta">{name}</p>
      {children}
    </div>
  );
}
