import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { TextField } from '#web/ui/text-field.tsx';
import { onlyDigits } from './field-shapes.ts';
import { useTexts } from './later-texts.ts';
import { Actions, Mistakes, Screen } from './screen.tsx';
import type { Refusal } from './server-call.ts';
import { focusField, useForm } from './use-form.ts';
import { WhoLine } from './who-line.tsx';

/** A code was sent: six digits, and the way back to another one. `name` is the field's, as the server calls it. */
export function CodeEntry(props: {
  name: 'passcode' | 'code';
  words: { title: string; lead: string };
  send(code: string): Promise<Refusal | null>;
  children: ComponentChildren;
}) {
  const { name } = props;
  const texts = useTexts();
  const words = texts.passcode;
  const form = useForm<string>({
    screen: `entry-${name}`,
    start: { [name]: '' },
    secrets: [name],
    check: (values) => (/^\d{6}$/.test(values[name] ?? '') ? {} : { [name]: words.wrong }),
    send: (values) => props.send(values[name] ?? ''),
  });
  useLayoutEffect(() => focusField(name), []);

  return (
    <Screen
      title={props.words.title}
      lead={props.words.lead}
      focus="none"
      onSubmit={form.submit}
      foot={<Actions form={form}>{texts.continue}</Actions>}
    >
      <WhoLine />
      <Mistakes form={form} names={{ [name]: words.label }} />
      <TextField
        field={form.field(name)}
        label={words.label}
        shape={(typed) => onlyDigits(typed, 6)}
        look="passcode"
        input={{ inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 6 }}
      />
      {props.children}
    </Screen>
  );
}
