import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Step } from '#contract/modal/view.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { useCheckout } from './checkout-context.ts';
import { type MagicRow, type Place, placeOf } from './magic-rows.ts';
import type { SandboxTexts } from './texts/sandbox-en.ts';
import { focusField } from './use-form.ts';

const sandboxTexts: Record<Language, () => Promise<SandboxTexts>> = {
  en: async () => (await import('./texts/sandbox-en.ts')).sandboxEn,
  es: async () => (await import('./texts/sandbox-es.ts')).sandboxEs,
};

/** The sandbox's published values over a screen, those for this screen first; pressing one types it into its fields. */
export function SandboxPanel({ onBack }: { onBack(): void }) {
  const { view, texts } = useCheckout();
  const [words, setWords] = useState<SandboxTexts | null>(null);
  const [rows, setRows] = useState<readonly MagicRow[] | null>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    void askForRows().then(setRows);
  }, []);
  useEffect(() => {
    void sandboxTexts[texts.language]().then(setWords);
  }, [texts.language]);

  const placed = (rows ?? []).map((row) => ({ row, place: placeOf(row, view.order?.transactionId ?? '') }));
  const at = (step: Step | null) => placed.filter(({ place }) => (place?.step ?? null) === step);
  const fill = (place: Place) => {
    onBack();
    // The screen under the panel is inert until the panel is gone.
    requestAnimationFrame(() => typeInto(place.fields));
  };
  const here = at(view.step);
  return (
    <div class="over">
      <div class="modal-body">
        <div>
          <h1 id="panel-title" class="quiet-focus" ref={title} tabIndex={-1}>
            {words?.title ?? texts.loading}
          </h1>
          {words && <p class="lead">{words.lead}</p>}
        </div>
        {words && rows === null && <Note icon="info" title={words.failed} />}
        {words && rows && (
          <>
            <section class="magic">
              <h2>{words.here}</h2>
              {here.length === 0 && <p class="lead">{words.nothingHere}</p>}
              <ul class="list">
                {here.map(({ row, place }) => (
                  <Value key={row.input} row={row}>
                    {place && (
                      <button
                        class="btn quiet small"
                        type="button"
                        aria-label={words.fillWith([...new Set(Object.values(place.fields))].join(', '))}
                        onClick={() => fill(place)}
                      >
                        {words.fill}
                      </button>
                    )}
                  </Value>
                ))}
              </ul>
            </section>
            <p class="small">
              {words.mail}{' '}
              <a href={inboxOf(view.customer?.email)} target="_blank" rel="noopener">
                {words.inbox}
              </a>
            </p>
            {(['email', 'profile', 'personal', 'bank', null] as const)
              .filter((step) => step !== view.step)
              .map((step) => (
                <section class="magic" key={step}>
                  <h2 class="label">{words.others[step ?? 'elsewhere']}</h2>
                  <ul class="list">
                    {at(step).map(({ row }) => (
                      <Value key={row.input} row={row} />
                    ))}
                  </ul>
                </section>
              ))}
          </>
        )}
      </div>
      <footer class="modal-foot foot-end">
        <ActionButton wide kind="quiet" onPress={onBack}>
          {texts.backToScreen}
        </ActionButton>
      </footer>
    </div>
  );
}

/** The table is the API's own and speaks English to everybody. */
function Value({ row, children }: { row: MagicRow; children?: ComponentChildren }) {
  return (
    <li>
      <span lang="en">
        <b>{row.input}</b>
        <span class="under">{row.effect}</span>
      </span>
      {children}
    </li>
  );
}

async function askForRows(): Promise<readonly MagicRow[] | null> {
  try {
    const response = await fetch('/sandbox/magic');
    return response.ok ? (await response.json()).data : null;
  } catch {
    return null;
  }
}

/** As a hand would: every field hears that something was typed, and the focus stands in the first one. */
function typeInto(fields: Place['fields']): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = document.getElementById(name);
    if (!(field instanceof HTMLInputElement)) continue;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const [first] = Object.keys(fields);
  if (first) focusField(first);
}

const inboxOf = (email: string | undefined): string =>
  email ? `/sandbox/inbox?to=${encodeURIComponent(email)}` : '/sandbox/inbox';
