import { useState } from 'preact/hooks';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { useCheckout } from '../checkout-context.ts';
import { CodeChoice } from '../code-choice.tsx';
import { CodeEntry } from '../code-entry.tsx';
import { useTexts } from '../later-texts.ts';
import { missingInPassword, NewPasswordField } from '../new-password-field.tsx';
import { Actions, Mistakes, RefusedNote, Screen } from '../screen.tsx';
import type { Refusal } from '../server-call.ts';
import { useForm } from '../use-form.ts';
import { WhoLine } from '../who-line.tsx';

/** Forgot password, first: where the code goes. */
export function ForgotScreen() {
  return <CodeChoice verb="reset-send" words={useTexts().forgot} />;
}

/** Then the code. “No code?” leads back to the choice. */
export function ResetCodeScreen() {
  const { act } = useCheckout();
  const words = useTexts().resetCode;
  return (
    <CodeEntry name="code" words={words} send={(code) => act('reset-code', { code })}>
      <button class="link" type="button" onClick={() => void act('back', { to: 'forgot' })}>
        {words.another}
      </button>
    </CodeEntry>
  );
}

/** Then the new password, with its rules in sight. */
export function NewPasswordScreen() {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.newPassword;
  const email = view.customer?.email ?? '';
  const form = useForm({
    screen: 'new-password',
    start: { newPassword: '' },
    secrets: ['newPassword'],
    check: ({ newPassword }) => missingInPassword(newPassword, email, words),
    send: ({ newPassword }) => act('new-password', { newPassword }),
  });
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      onSubmit={form.submit}
      foot={<Actions form={form}>{words.save}</Actions>}
    >
      <WhoLine />
      <Mistakes form={form} names={{ newPassword: words.label }} />
      <NewPasswordField field={form.field('newPassword')} email={email} />
    </Screen>
  );
}

/** And the confirmation: the customer is logged in here, and nowhere else. */
export function PasswordChangedScreen() {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.passwordChanged;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const goOn = async () => {
    setBusy(true);
    setRefused(await act('go-on', {}));
    setBusy(false);
  };
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      onSubmit={() => void (busy || goOn())}
      foot={
        <ActionButton type="submit" wide busy={busy}>
          {texts.continue}
        </ActionButton>
      }
    >
      {refused && <RefusedNote refusal={refused} />}
      <Note tone="good" icon="check" title={words.devices}>
        {words.devicesLead}
      </Note>
      <Note icon="mail" title={words.mail}>
        {words.mailLead(view.customer?.email ?? '')}
      </Note>
    </Screen>
  );
}
