import type { ComponentChildren } from 'preact';
import type { FieldState } from './text-field.tsx';
import { WrongSay } from './wrong-say.tsx';

/** One of a few answers, all of them visible. */
export function ChoiceField(props: {
  field: FieldState;
  legend: ComponentChildren;
  choices: { value: string; name: string; under?: string }[];
}) {
  const { field } = props;
  return (
    <fieldset id={field.id} aria-describedby={field.error ? `${field.id}-wrong` : undefined}>
      <legend class="label">{props.legend}</legend>
      <div class="choices">
        {props.choices.map(({ value, name, under }) => (
          <label class="choice" key={value}>
            <input
              class="tick"
              type="radio"
              name={field.id}
              value={value}
              checked={field.value === value}
              aria-invalid={field.error ? 'true' : undefined}
              onChange={() => field.onInput(value)}
            />
            <span>
              {name}
              {under && <small>{under}</small>}
            </span>
          </label>
        ))}
      </div>
      <WrongSay id={`${field.id}-wrong`} text={field.error} aloud={field.aloud} />
    </fieldset>
  );
}
