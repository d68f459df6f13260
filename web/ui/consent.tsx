import type { ComponentChildren } from 'preact';
import type { FieldState } from './text-field.tsx';
import { WrongSay } from './wrong-say.tsx';

/** A consent is its own box with its own words; it is never ticked for anybody. Ticked is `yes`, not ticked is empty. */
export function Consent(props: { field: FieldState; label: ComponentChildren; children?: ComponentChildren }) {
  const { field } = props;
  return (
    <div class={field.error ? 'consent wrong' : 'consent'}>
      <input
        class="tick"
        id={field.id}
        name={field.id}
        type="checkbox"
        checked={field.value === 'yes'}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={field.error ? `${field.id}-wrong` : undefined}
        onChange={(event) => field.onInput(event.currentTarget.checked ? 'yes' : '')}
      />
      <label for={field.id}>{props.label}</label>
      {props.children}
      <WrongSay id={`${field.id}-wrong`} text={field.error} aloud={field.aloud} />
    </div>
  );
}
