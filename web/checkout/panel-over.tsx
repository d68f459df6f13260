import { useEffect, useRef } from 'preact/hooks';
import { ActionButton } from '#web/ui/action-button.tsx';
import { type Panel, useCheckout } from './checkout-context.ts';
import { Paper } from './paper.tsx';
import { Legal } from './screen.tsx';
import type { PanelName, PanelTexts } from './texts/panels-en.ts';

/** A longer text over the screen; the screen under it keeps everything that was typed. `ours`: the texts that have a name. */
export function PanelOver(props: { panel: Panel; ours: PanelTexts; onBack(): void }) {
  const { view, texts } = useCheckout();
  const { panel } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const text = typeof panel === 'string' ? props.ours[panel as PanelName] : null;
  return (
    <div class={typeof panel !== 'string' && 'html' in panel ? 'over is-paper' : 'over'}>
      <div class="modal-body">
        <h1 id="panel-title" class="quiet-focus" ref={title} tabIndex={-1}>
          {typeof panel === 'string' ? text?.title : panel.title}
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
        {panel === 'help' && <Legal />}
      </div>
      <footer class="modal-foot foot-end">
        <ActionButton wide kind="quiet" onPress={props.onBack}>
          {texts.backToScreen}
        </ActionButton>
      </footer>
    </div>
  );
}
