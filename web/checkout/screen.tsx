import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Note } from '#web/ui/note.tsx';
import { useCheckout } from './checkout-context.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Refusal } from './server-call.ts';
import { type Form, focusField } from './use-form.ts';

/**
 * One screen: a title that says what happens here and takes the focus, a body that scrolls, and at the bottom the action
 * and what every screen leads to.
 */
export function Screen(props: {
  title: string;
  lead?: ComponentChildren;
  /** Stays in sight while the body scrolls. */
  strip?: ComponentChildren;
  above?: ComponentChildren;
  eyebrow?: boolean;
  focus?: 'title' | 'none';
  head?: ComponentChildren;
  children?: ComponentChildren;
  foot?: ComponentChildren;
  footLook?: string;
  onSubmit?: () => void;
}) {
  const { view, texts } = useCheckout();
  const title = useRef<HTMLHeadingElement>(null);
  // Before anything can be typed: a focus that moves later would take the first letters with it.
  useLayoutEffect(() => {
    if (props.focus !== 'none') title.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    document.title = `${props.title} · ${view.brand.name}`;
  }, [props.title]);

  const heading = (
    <div>
      {props.eyebrow !== false && <p class="eyebrow">{texts.step(view.progress.at, view.progress.of)}</p>}
      <h1 id="title" class="quiet-focus" ref={title} tabIndex={-1}>
        {props.title}
      </h1>
      {props.lead && <p class="lead">{props.lead}</p>}
    </div>
  );
  return (
    <form
      class="modal-form"
      data-step={view.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit?.();
      }}
    >
      {props.strip}
      <main class="modal-body">
        {props.above}
        {props.head ? <div class="agree-head">{[heading, props.head]}</div> : heading}
        {props.children}
      </main>
      <footer class="modal-foot">
        {props.foot && <div class={props.footLook}>{props.foot}</div>}
        <Legal />
      </footer>
    </form>
  );
}

/** What needs another look, said at the top with a way to each answer; or what the server refused as a whole. */
export function Mistakes<Name extends string>(props: {
  form: Pick<Form<Name>, 'wrong' | 'refused'>;
  names: Partial<Record<Name, string>>;
}) {
  const { texts } = useCheckout();
  const { wrong, refused } = props.form;
  if (refused) return <RefusedNote refusal={refused} />;
  if (wrong.length < 2) return null;
  return (
    <Note tone="wrong" icon="warning" title={texts.anotherLook(wrong.length)} alert>
      {wrong.map((name, index) => (
        <span key={name}>
          <button class="link" type="button" onClick={() => focusField(name)}>
            {props.names[name] ?? name}
          </button>
          {index < wrong.length - 1 && ', '}
        </span>
      ))}
    </Note>
  );
}

/** The server said no to the screen as a whole. */
export function RefusedNote({ refusal }: { refusal: Refusal }) {
  const { texts } = useCheckout();
  return (
    <Note tone="wrong" icon="warning" title={texts.trouble.title} alert>
      {sayRefusal(refusal, texts)}
    </Note>
  );
}

/** The main action with the way back beside it. Without a form it acts by itself and waits while it does. */
export function Actions(props: { form?: Form<string>; children: ComponentChildren }) {
  const { form } = props;
  return (
    <div class="foot-acts">
      <BackButton />
      <ActionButton type="submit" wide waiting={form && !form.complete} busy={form?.busy ?? false}>
        {props.children}
      </ActionButton>
    </div>
  );
}

function BackButton() {
  const { view, texts, act } = useCheckout();
  const [busy, setBusy] = useState(false);
  const to = view.back;
  if (!to) return null;
  const goBack = async () => {
    setBusy(true);
    await act('back', { to });
    setBusy(false);
  };
  return (
    <button class="btn quiet back" type="button" aria-busy={busy || undefined} onClick={() => void (busy || goBack())}>
      <Icon name="back" />
      <span class="back-word">{texts.back}</span>
    </button>
  );
}

/** Terms, privacy and accessibility, on every screen; they open inside the modal. */
export function Legal() {
  const { texts, openPanel } = useCheckout();
  return (
    <nav class="legal" aria-label={texts.legal}>
      {(['terms', 'privacy', 'accessibility'] as const).map((panel) => (
        <button class="link" type="button" key={panel} onClick={() => openPanel(panel)}>
          {texts[panel]}
        </button>
      ))}
    </nav>
  );
}
