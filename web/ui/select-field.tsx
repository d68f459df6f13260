import type { FieldState } from './text-field.tsx';
import { WrongSay } from './wrong-say.tsx';

/** One of many answers. */
export function SelectField(props: {
  field: FieldState;
  label: string;
  none: string;
  autocomplete?: string;
  choices: { value: string; name: string }[];
}) {
  const { field } = props;
  return (
    <div class={field.error ? 'field wrong' : 'field'}>
      <label for={field.id}>{props.label}</label>
      <select
        class="input"
        id={field.id}
        name={field.id}
        autocomplete={props.autocomplete as 'address-level1'}
        value={field.value}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={field.error ? `${field.id}-wrong` : undefined}
        onChange={(event) => field.onInput(event.currentTarget.value)}
        onBlur={field.onLeave}
      >
        <option value="">{props.none}</option>
        {props.choices.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <WrongSay id={`${field.id}-wrong`} text={field.error} aloud={field.aloud} />
    </div>
  );
}
