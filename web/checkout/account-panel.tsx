import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account, Calls } from '#contract/modal/calls.ts';
import { type Language, longDay } from '#core/calendar/day-text.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { CameraCode } from './camera-code.tsx';
import { useCheckout } from './checkout-context.ts';
import { useTexts } from './later-texts.ts';
import { missingInPassword, NewPasswordField } from './new-password-field.tsx';
import { Mistakes, RefusedNote } from './screen.tsx';
import type { Refusal } from './server-call.ts';
import { forgetEverythingTyped } from './typed.ts';
import { useForm } from './use-form.ts';

/** The customer's own account over a screen: where they are logged in, and another password. */
export function AccountPanel({ onBack }: { onBack(): void }) {
  const { view } = useCheckout();
  const texts = useTexts();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  // Logged out meanwhile, here or elsewhere: nothing of the account is shown any more.
  const isLoggedIn = view.customer?.isLoggedIn ?? false;
  useEffect(() => {
    if (!isLoggedIn) onBack();
  }, [isLoggedIn]);
  if (!isLoggedIn) return null;
  return (
    <div class="over">
      <div class="modal-body">
        <div>
          <h1 id="panel-title" class="quiet-focus" ref={title} tabIndex={-1}>
            {texts.account.title}
          </h1>
          <p class="lead">{view.customer?.email}</p>
        </div>
        {!view.hosted && <Elsewhere />}
        <Devices />
        <ChangePassword />
      </div>
      <footer class="modal-foot foot-end">
        <ActionButton wide kind="quiet" onPress={onBack}>
          {texts.backToScreen}
        </ActionButton>
      </footer>
    </div>
  );
}

type Link = Calls['continue-elsewhere'][1] & { isSent: boolean };

function Elsewhere() {
  const { view, ask } = useCheckout();
  const words = useTexts().account;
  const [link, setLink] = useState<Link | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const last4 = view.customer?.mobileLast4;
  const send = async (transport: 'code' | 'email' | 'sms') => {
    const answer = await ask('continue-elsewhere', { transport });
    setRefused(answer.ok ? null : answer.refusal);
    if (answer.ok) setLink({ ...answer.data, isSent: transport !== 'code' });
  };
  return (
    <section class="stack-2">
      <h2 class="label">{words.elsewhere}</h2>
      <p class="meta">{words.elsewhereLead}</p>
      {refused && <RefusedNote refusal={refused} />}
      {link === null ? (
        <>
          <ActionButton wide kind="quiet" onPress={() => void send('code')}>
            {words.byCode}
          </ActionButton>
          <ActionButton wide kind="quiet" onPress={() => void send('email')}>
            {words.byEmail}
          </ActionButton>
          {last4 && (
            <ActionButton wide kind="quiet" onPress={() => void send('sms')}>
              {words.bySms(last4)}
            </ActionButton>
          )}
        </>
      ) : (
        <>
          {!link.isSent && <CameraCode code={link.code} words={words.code} />}
          <Note
            tone="good"
            icon={link.isSent ? 'mail' : 'info'}
            title={link.isSent ? words.onItsWay : words.code.title}
            alert
          >
            {words.address} <span class="address">{link.address}</span>
          </Note>
          <p class="meta">{words.oneDevice}</p>
        </>
      )}
    </section>
  );
}

function Devices() {
  const { ask, act } = useCheckout();
  const texts = useTexts();
  const words = texts.account;
  const [devices, setDevices] = useState<Account['devices']>([]);
  const [refused, setRefused] = useState<Refusal | null>(null);
  useEffect(() => {
    void ask('account', {}).then((answer) =>
      answer.ok ? setDevices(answer.data.devices) : setRefused(answer.refusal),
    );
  }, []);
  const signOut = async () => {
    const refusal = await act('sign-out-everywhere', {});
    if (refusal) setRefused(refusal);
    else forgetEverythingTyped();
  };
  return (
    <section class="stack-2">
      <h2 class="label">{words.devices}</h2>
      {refused && <RefusedNote refusal={refused} />}
      <ul class="list">
        {devices.map(({ name, isThis, since }) => (
          <li key={since}>
            <span>{words.device(name)}</span>
            {isThis && <span class="pill done">{words.thisDevice}</span>}
            <span class="under">{words.since(moment(since, texts.language))}</span>
          </li>
        ))}
      </ul>
      <p class="meta">{words.everywhereLead}</p>
      <ActionButton wide kind="quiet" onPress={() => void signOut()}>
        {words.everywhere}
      </ActionButton>
    </section>
  );
}

function ChangePassword() {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.account;
  const [changed, setChanged] = useState(false);
  const email = view.customer?.email ?? '';
  const hasPassword = view.customer?.hasPassword ?? true;
  const form = useForm({
    screen: 'account',
    start: { currentPassword: '', newPassword: '' },
    secrets: ['currentPassword', 'newPassword'],
    check: ({ currentPassword, newPassword }) => ({
      ...(hasPassword && currentPassword === '' && { currentPassword: words.missing }),
      ...missingInPassword(newPassword, email, texts.newPassword),
    }),
    send: async (typed) => {
      const refusal = await act('change-password', typed);
      setChanged(refusal === null);
      return refusal;
    },
  });
  if (changed) {
    return (
      <Note tone="good" icon="check" title={words.changed} alert>
        {words.changedLead}
      </Note>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <section class="stack-2">
        <h2 class="label">{hasPassword ? words.password : words.choose}</h2>
        <Mistakes form={form} names={{ currentPassword: words.current, newPassword: texts.newPassword.label }} />
        {hasPassword && (
          <TextField
            field={form.field('currentPassword')}
            label={words.current}
            input={{ type: 'password', autocomplete: 'current-password' }}
          />
        )}
        <NewPasswordField field={form.field('newPassword')} email={email} />
        <ActionButton type="submit" wide kind="quiet" waiting={!form.complete} busy={form.busy}>
          {hasPassword ? words.change : words.choose}
        </ActionButton>
      </section>
    </form>
  );
}

/** `November 21, 2026, 12:05`, as this device counts time. */
function moment(instant: string, language: Language): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${longDay(day, language)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
