import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '#core/calendar/day-text.ts';
import { type Panel, useCheckout } from './checkout-context.ts';
import { NotLoaded } from './not-loaded.tsx';
import type { PanelTexts } from './texts/panels-en.ts';

type Over = FunctionComponent<{ panel: Panel; onBack(): void }>;

/** What lies over a screen. It loads when it is asked for; where it can't, that is said, with a way to try again. */
export function LaterOver({ panel, onBack }: { panel: Panel; onBack(): void }) {
  const { texts } = useCheckout();
  const [loaded, setLoaded] = useState<{ Over: Over } | 'failed' | null>(null);
  const load = () =>
    loadOver(panel, texts.language).then(
      (Over) => setLoaded({ Over }),
      () => setLoaded('failed'),
    );
  useEffect(() => void load(), []);
  if (loaded === 'failed') {
    return (
      <div class="over">
        <NotLoaded id="panel-title" texts={texts} onAgain={load} onBack={onBack} />
      </div>
    );
  }
  return loaded && <loaded.Over panel={panel} onBack={onBack} />;
}

/** The sandbox's values are there in a sandbox only. */
async function loadOver(panel: Panel, language: Language): Promise<Over> {
  if (panel === 'account') return (await import('./account-panel.tsx')).AccountPanel;
  if (panel === 'sandbox') return (await import('./sandbox-panel.tsx')).SandboxPanel;
  const [{ PanelOver }, ours] = await Promise.all([import('./panel-over.tsx'), panelTexts[language]()]);
  return (over) => <PanelOver {...over} ours={ours} />;
}

const panelTexts: Record<Language, () => Promise<PanelTexts>> = {
  en: async () => (await import('./texts/panels-en.ts')).panelsEn,
  es: async () => (await import('./texts/panels-es.ts')).panelsEs,
};
