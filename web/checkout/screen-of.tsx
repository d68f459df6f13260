import { useEffect, useState } from 'preact/hooks';
import { useCheckout } from './checkout-context.ts';
import { NotLoaded } from './not-loaded.tsx';
import { EmailScreen } from './screens/email.tsx';
import type { laterScreens } from './screens/later-screens.ts';
import { Arriving } from './shell.tsx';

/** The screen of the server's step. The first one is here at once; the others load while it is being filled in. */
export function ScreenOf() {
  const { view, texts } = useCheckout();
  const [later, setLater] = useState<typeof laterScreens | 'failed' | null>(null);
  const load = async () => {
    // Its style may be what does not come: the builder loads that around the import, so only waiting for both notices.
    try {
      const loaded = await import('./screens/later-screens.ts');
      setLater(loaded.laterScreens);
    } catch {
      setLater('failed');
    }
  };
  useEffect(() => void load(), []);
  if (view.step === 'email') return <EmailScreen />;
  if (later === 'failed') return <NotLoaded id="title" texts={texts} onAgain={load} />;
  const Screen = later?.[view.step];
  // Reading and signing are one screen: moving on between them must not lose the place in the paper.
  return Screen ? <Screen key={view.step === 'signature' ? 'agreement' : view.step} /> : <Arriving texts={texts} />;
}
