import { useLayoutEffect, useState } from 'preact/hooks';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { PasscodeChoice } from '../passcode-choice.tsx';
import { Actions, Legal, Mistakes, Screen } from '../screen.tsx';
import { focusField, useForm } from '../use-form.ts';
import { WhoLine } from '../who-line.tsx';

/** A known customer logs in; somebody who never chose a password gets a one-time code. */
export function PasswordScreen() {
  const { view } = useCheckout();
  const [byCode, setByCode] = useState(view.customer?.hasPassword === false);
  return byCode ? (
    <PasscodeChoice onPassword={view.customer?.hasPassword ? () => setByCode(false) : null} />
  ) : (
    <ByPassword onCode={() => setByCode(true)} />
  );
}

function ByPassword({ onCode }: { onCode(): void }) {
  const { act } = useCheckout();
  const texts = useTexts();
  const words = texts.password;
  const form = useForm({
    screen: 'password',
    start: { password: '' },
    secrets: ['password'],
    check: ({ password }) => (password ? {} : { password: words.missing }),
    send: ({ password }) => act('password', { password }),
  });
  useLayoutEffect(() => focusField('password'), []);

  return (
    <Screen
      title={words.title}
      lead={words.lead}
      focus="none"
      onSubmit={form.submit}
      foot={[<Actions form={form}>{texts.continue}</Actions>, <Legal />]}
    >
      <WhoLine />
      <Mistakes form={form} names={{ password: words.label }} />
      <TextField
        field={form.field('password')}
        label={words.label}
        input={{ type: 'password', autocomplete: 'current-password' }}
      />
      <div>
        <p class="meta">{words.forgot}</p>
        <button class="link" type="button" onClick={onCode}>
          {words.code}
        </button>
      </div>
    </Screen>
  );
}
