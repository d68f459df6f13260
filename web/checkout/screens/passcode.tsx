import { useLayoutEffect, useState } from 'preact/hooks';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import { onlyDigits } from '../field-shapes.ts';
import { useTexts } from '../later-texts.ts';
import { PasscodeChoice } from '../passcode-choice.tsx';
import { Actions, Legal, Mistakes, Screen } from '../screen.tsx';
import { focusField, useForm } from '../use-form.ts';
import { WhoLine } from '../who-line.tsx';

/** A code was sent: type it, or have another one sent. */
export function PasscodeScreen() {
  const [another, setAnother] = useState(false);
  return another ? <PasscodeChoice onPassword={null} /> : <TypeCode onAnother={() => setAnother(true)} />;
}

function TypeCode({ onAnother }: { onAnother(): void }) {
  const { act } = useCheckout();
  const texts = useTexts();
  const words = texts.passcode;
  const form = useForm({
    screen: 'passcode',
    start: { passcode: '' },
    secrets: ['passcode'],
    check: ({ passcode }) => (/^\d{6}$/.test(passcode) ? {} : { passcode: words.wrong }),
    send: ({ passcode }) => act('passcode', { passcode }),
  });
  useLayoutEffect(() => focusField('passcode'), []);

  return (
    <Screen
      title={words.enterTitle}
      lead={words.enterLead}
      focus="none"
      onSubmit={form.submit}
      foot={[<Actions form={form}>{texts.continue}</Actions>, <Legal />]}
    >
      <WhoLine />
      <Mistakes form={form} names={{ passcode: words.label }} />
      <TextField
        field={form.field('passcode')}
        label={words.label}
        shape={(typed) => onlyDigits(typed, 6)}
        look="passcode"
        input={{ inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 6 }}
      />
      <button class="link" type="button" onClick={onAnother}>
        {words.another}
      </button>
    </Screen>
  );
}
