import { useLayoutEffect, useState } from 'preact/hooks';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import { CodeChoice } from '../code-choice.tsx';
import { useTexts } from '../later-texts.ts';
import { Actions, Mistakes, Screen } from '../screen.tsx';
import { focusField, useForm } from '../use-form.ts';
import { WhoLine } from '../who-line.tsx';

/** A known customer logs in; somebody who never chose a password gets a one-time code. */
export function PasswordScreen() {
  const { view } = useCheckout();
  const words = useTexts().passcode;
  const [byCode, setByCode] = useState(view.customer?.hasPassword === false);
  if (!byCode) return <ByPassword onCode={() => setByCode(true)} />;
  return (
    <CodeChoice verb="passcode-send" words={words}>
      {view.customer?.hasPassword && (
        <button class="link" type="button" onClick={() => setByCode(false)}>
          {words.password}
        </button>
      )}
    </CodeChoice>
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
      foot={<Actions form={form}>{texts.continue}</Actions>}
    >
      <WhoLine />
      <Mistakes form={form} names={{ password: words.label }} />
      <TextField
        field={form.field('password')}
        label={words.label}
        input={{ type: 'password', autocomplete: 'current-password' }}
      />
      <p class="ways">
        <button class="link" type="button" onClick={() => void act('forgot', {})}>
          {texts.forgot.link}
        </button>
        <button class="link" type="button" onClick={onCode}>
          {words.code}
        </button>
      </p>
    </Screen>
  );
}
