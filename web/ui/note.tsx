import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/**
 * A notice: what is so, and what to do next. `wrong` is for mistakes and failed payments only, `now` for the shopper's
 * turn, `good` for what is theirs; without a tone it informs. `alert` makes screen readers say it at once.
 */
export function Note(props: {
  tone?: 'wrong' | 'now' | 'good' | 'bare';
  icon: IconName;
  title: string;
  alert?: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div class={`note ${props.tone ?? ''}`} role={props.alert ? 'alert' : undefined}>
      <Icon name={props.icon} />
      <b>{props.title}</b>
      {props.children && <span>{props.children}</span>}
    </div>
  );
}
