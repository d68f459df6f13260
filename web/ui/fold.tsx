import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** A row that opens: its name, its value, and what stands behind it. */
export function Fold(props: { name: string; value: string; children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>
        <span class="name">{props.name}</span>
        <b>{props.value}</b>
        <Icon name="more" />
      </summary>
      {props.children}
    </details>
  );
}
