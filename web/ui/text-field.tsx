import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { WrongSay } from './wrong-say.tsx';

/** What a form gives each of its fields. */
export interface FieldState {
  id: string;
  value: string;
  error: string | undefined;
  /** The message is said when it appears; absent where something else speaks for it. */
  aloud?: boolean;
  onInput(value: string): void;
  onLeave(): void;
}

/**
 * One line of typed text with its label, its hint and, when the answer needs another look, a sentence that says what to
 * do. `secret` shows dots; with `show` and `hide` words there is a button that uncovers them.
 */
export function TextField(props: {
  field: FieldState;
  label: ComponentChildren;
  hint?: string;
  optional?: string;
  unit?: string;
  found?: string | null;
  secret?: boolean;
  reveal?: { show: string; hide: string };
  /** Shapes what is typed as it grows. */
  shape?: (typed: string) => string;
  /** Shapes the whole answer when the field is left. */
  shapeAtEnd?: (typed: string) => string;
  look?: string;
  input?: InputHTMLAttributes<HTMLInputElement>;
}) {
  const { field, input } = props;
  const [uncovered, setUncovered] = useState(false);
  const described = [
    props.hint && `${field.id}-hint`,
    field.error && `${field.id}-wrong`,
    props.found && `${field.id}-found`,
  ];
  const box = (
    <input
      type="text"
      autocomplete="off"
      {...input}
      class={`input ${props.secret && !uncovered ? 'masked' : ''} ${props.look ?? ''}`}
      id={field.id}
      name={field.id}
      value={field.value}
      aria-invalid={field.error ? 'true' : undefined}
      aria-describedby={described.filter(Boolean).join(' ') || undefined}
      onInput={(event) => field.onInput(shaped(event.currentTarget, props.shape))}
      onBlur={(event) => {
        if (props.shapeAtEnd) field.onInput(props.shapeAtEnd(event.currentTarget.value));
        field.onLeave();
      }}
    />
  );
  return (
    <div class={field.error ? 'field wrong' : 'field'}>
      <label for={field.id}>
        {props.label} {props.optional && <span class="opt">({props.optional})</span>}
      </label>
      {props.hint && (
        <p class="hint" id={`${field.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.unit || props.reveal ? (
        <div class="affix">
          {props.unit && <span class="unit">{props.unit}</span>}
          {box}
          {props.reveal && (
            <button
              class="tool"
              type="button"
              aria-label={uncovered ? props.reveal.hide : props.reveal.show}
              aria-pressed={uncovered}
              onClick={() => setUncovered(!uncovered)}
            >
              <Icon name="eye" />
            </button>
          )}
        </div>
      ) : (
        box
      )}
      <p class="found" id={`${field.id}-found`} role="status" hidden={!props.found}>
        {props.found && <Icon name="check" />}
        {props.found}
      </p>
      <WrongSay id={`${field.id}-wrong`} text={field.error} aloud={field.aloud} />
    </div>
  );
}

// Typing at the end is shaped as it goes; in the middle of the text the caret must not jump.
function shaped(input: HTMLInputElement, shape: ((typed: string) => string) | undefined): string {
  const atEnd = input.selectionStart === null || input.selectionStart === input.value.length;
  return shape && atEnd ? shape(input.value) : input.value;
}
