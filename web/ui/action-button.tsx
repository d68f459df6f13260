import type { ComponentChildren } from 'preact';
import { Mark } from './mark.tsx';

/**
 * The one action of a screen, or a quieter one beside it. While `waiting` (the form is not complete) it looks inactive
 * and can still be pressed, because pressing it shows what is missing; while `busy` it does nothing.
 */
export function ActionButton(props: {
  kind?: 'quiet' | 'plain';
  type?: 'submit' | 'button';
  wide?: boolean;
  small?: boolean;
  busy?: boolean;
  waiting?: boolean;
  onPress?: () => void;
  children: ComponentChildren;
}) {
  const look = ['btn', props.kind, props.wide && 'wide', props.small && 'small'].filter(Boolean).join(' ');
  return (
    <button
      class={look}
      type={props.type ?? 'button'}
      aria-disabled={props.waiting || undefined}
      aria-busy={props.busy || undefined}
      onClick={(event) => {
        if (props.busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.busy && <Mark pulse />}
      {props.children}
    </button>
  );
}
