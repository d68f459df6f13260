import { useEffect, useState } from 'preact/hooks';
import { useCheckout } from './checkout-context.ts';
import { EmailScreen } from './screens/email.tsx';
import type { laterScreens } from './screens/later-screens.ts';
import { Arriving } from './shell.tsx';

/** The screen of the server's step. The first one is here at once; the others load while it is being filled in. */
export function ScreenOf() {
  const { view, texts } = useCheckout();
  const [later, setLater] = useState<typeof laterScreens | null>(null);
  useEffect(() => {
    void import('./screens/later-screens.ts').then((loaded) => setLater(loaded.laterScreens));
  }, []);
  if (view.step === 'email') return <EmailScreen />;
  const Screen = later?.[view.step];
  // Reading and signing are one screen: moving on between them must not lose the place in the paper.
  return Screen ? <Screen key={view.step === 'signature' ? 'agreement' : view.step} /> : <Arriving texts={texts} />;
}
