import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldState } from '#web/ui/text-field.tsx';
import { useCheckout } from './checkout-context.ts';
import type { Refusal } from './server-call.ts';
import { forgetTyped, keepTyped, typedOn } from './typed.ts';

export interface Form<Name extends string> {
  values: Record<Name, string>;
  field(name: Name): FieldState;
  /** Every rule is met: the action looks active. Pressing it before shows every message beside its field. */
  complete: boolean;
  busy: boolean;
  /** The fields that show a message after somebody tried to continue, in the order of the screen. */
  wrong: Name[];
  /** What the server refused that belongs to no field. */
  refused: Refusal | null;
  submit(): Promise<void>;
}

/**
 * The answers of one screen: a message appears when a field is left or when somebody tries to continue, and goes as soon
 * as the answer is right. A tick is the text `yes`.
 */
export function useForm<Name extends string>(form: {
  screen: string;
  start: Record<Name, string>;
  /** Answers that are forgotten here once the server has them. */
  secrets?: Name[];
  check(values: Record<Name, string>): Partial<Record<Name, string>>;
  send(values: Record<Name, string>): Promise<Refusal | null>;
}): Form<Name> {
  const names = Object.keys(form.start) as Name[];
  const { language } = useCheckout().texts;
  const [values, setValues] = useState(() => typedOn(form.screen, form.start));
  // Two fields can change before the next drawing (autofill does it): each change builds on the latest answers.
  const latest = useRef(values);
  const [left, setLeft] = useState<Partial<Record<Name, boolean>>>({});
  const [tried, setTried] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const focusNext = useRef<Name | null>(null);

  const found = form.check(values);
  const fromServer = (name: Name) => refused?.fields.find((field) => lastPart(field.path) === name)?.message;
  const messageOf = (name: Name) => found[name] ?? fromServer(name);
  const wrong = tried > 0 ? names.filter(messageOf) : [];
  const complete = names.every((name) => !found[name]);

  useLayoutEffect(() => {
    if (focusNext.current) focusField(focusNext.current);
    focusNext.current = null;
  });

  // What the server said in another language is asked for again by the next press.
  useLayoutEffect(() => setRefused(null), [language]);

  const set = (name: Name, value: string) => {
    latest.current = { ...latest.current, [name]: value };
    setValues(latest.current);
    keepTyped(form.screen, latest.current);
    if (refused) setRefused({ ...refused, fields: refused.fields.filter((field) => lastPart(field.path) !== name) });
  };

  const submit = async () => {
    if (busy) return;
    setTried(tried + 1);
    const answers = latest.current;
    const missing = form.check(answers);
    const firstMissing = names.find((name) => missing[name]);
    if (firstMissing) {
      focusNext.current = firstMissing;
      return;
    }
    setBusy(true);
    setRefused(null);
    const refusal = await form.send(answers);
    setBusy(false);
    setRefused(refusal);
    if (refusal)
      focusNext.current = names.find((name) => refusal.fields.some((f) => lastPart(f.path) === name)) ?? null;
    else forgetTyped(form.screen, form.secrets ?? []);
  };

  const field = (name: Name): FieldState => ({
    id: name,
    value: values[name],
    error: left[name] || tried > 0 ? messageOf(name) : fromServer(name),
    // Of several the notice above them speaks.
    aloud: wrong.length < 2,
    onInput: (value) => set(name, value),
    onLeave: () => latest.current[name] !== '' && setLeft((before) => ({ ...before, [name]: true })),
  });

  const belongsToNoField = refused && !names.some(fromServer);
  return { values, field, complete, busy, wrong, refused: belongsToNoField ? refused : null, submit };
}

/** Moves the focus to a field by its name; for a group of choices, to the first of them. */
export function focusField(name: string): void {
  const element = document.getElementById(name);
  (element instanceof HTMLFieldSetElement ? element.querySelector('input') : element)?.focus();
}

const lastPart = (path: string): string => path.split(/[./]/).at(-1) ?? path;
