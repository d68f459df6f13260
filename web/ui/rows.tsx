import type { ComponentChildren } from 'preact';

/** Names with amounts at the end of a dotted leader. */
export function Rows({ children, inFold = false }: { children: ComponentChildren; inFold?: boolean }) {
  return <dl class={inFold ? 'rows fold-in' : 'rows'}>{children}</dl>;
}

/** `sum` draws bookkeeping's double rule and stands under a total only; `minus` is money that comes off. */
export function Row(props: { name: ComponentChildren; tone?: 'sum' | 'minus'; children: ComponentChildren }) {
  return (
    <div class={`row ${props.tone ?? ''}`}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
