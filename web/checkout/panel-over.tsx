import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '#core/calendar/day-text.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { type Panel, useCheckout } from './checkout-context.ts';
import { Paper } from './paper.tsx';
import type { PanelName, PanelTexts } from './texts/panels-en.ts';

const panelTexts: Record<Language, () => Promise<PanelTexts>> = {
  en: async () => (await import('./texts/panels-en.ts')).panelsEn,
  es: async () => (await import('./texts/panels-es.ts')).panelsEs,
};

/** A longer text over the screen; the screen under it keeps everything that was typed. */
export function PanelOver(props: { panel: Panel; onBack(): void }) {
  const { view, texts } = useCheckout();
  const { panel } = props;
  const [ours, setOurs] = useState<PanelTexts | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void panelTexts[texts.language]().then(setOurs);
    title.current?.focus();
  }, []);

  const text = typeof panel === 'string' ? ours?.[panel as PanelName] : null;
  return (
    <div class={typeof panel !== 'string' && 'html' in panel ? 'over is-paper' : 'over'}>
      <div class="modal-body">
        <h1 id="panel-title" class="quiet-focus" ref={title} tabIndex={-1}>
          {typeof panel === 'string' ? (text?.title ?? texts.loading) : panel.title}
        </h1>
        {typeof panel !== 'string' && 'html' in panel && <Paper html={panel.html} />}
        {typeof panel !== 'string' &&
          'text' in panel &&
          panel.text.split('\n\n').map((part) => <p key={part}>{part}</p>)}
        {text?.parts.map((part) => (
          <section key={part.heading}>
            <h2>{part.heading}</h2>
            {part.text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
        {typeof panel === 'string' && <p class="lead">{view.brand.supportText}</p>}
      </div>
      <footer class="modal-foot foot-end">
        <ActionButton wide kind="quiet" onPress={props.onBack}>
          {texts.backToScreen}
        </ActionButton>
      </footer>
    </div>
  );
}
