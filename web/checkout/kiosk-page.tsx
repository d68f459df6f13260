import { useEffect, useRef, useState } from 'preact/hooks';
import type { NextAtKiosk } from '#contract/modal/calls.ts';
import { browserLanguage } from './browser-language.ts';
import { PlainPage } from './closed-page.tsx';
import { CustomerAtKiosk } from './customer-at-kiosk.tsx';
import { kioskToken, wipe } from './kiosk-memory.ts';
import { serverCall } from './server-call.ts';
import { LanguageSwitch } from './shell.tsx';
import { useHostedTexts } from './use-hosted-texts.ts';
import { english, loadWords } from './words.ts';

const askAgainMs = 3_000;

/** What the tablet knows of its next customer: `unset` is a device that is nobody's tablet. */
type Told = NextAtKiosk | 'unset' | 'offline';

/**
 * A store's own tablet: it waits for the carts that are handed over to it and shows them to one customer after the other.
 * Between two of them everything that was there is taken away and the page is begun anew.
 */
export function KioskPage() {
  const [told, setTold] = useState<Told | null>(null);
  const [{ texts }, setWords] = useState(english);
  const hosted = useHostedTexts(texts.language);
  const isCleared = useRef(false);
  const speak = async (language: 'en' | 'es') => setWords(await loadWords(language, english));
  const next = told !== null && typeof told === 'object' ? told : null;
  const customer = next?.link ?? null;

  useEffect(() => void speak(browserLanguage() ?? 'en'), []);
  useEffect(() => {
    if (customer !== null) return;
    let isOver = false;
    let timer = 0;
    const ask = async () => {
      await wipe();
      await begin();
      const answer = await askNext();
      if (isOver) return;
      // A fresh document: no typed value, no word and no step back of whoever was here.
      if (isCleared.current && answer !== 'offline') return location.replace(location.pathname);
      setTold(answer);
      if (answer !== 'unset') timer = window.setTimeout(ask, askAgainMs);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [customer]);

  // The screen goes first; the browser is cleared before the next question.
  const clear = () => {
    isCleared.current = true;
    setTold(null);
    void askNext();
  };
  if (next !== null && customer !== null) return <CustomerAtKiosk link={customer} store={next.store} onGone={clear} />;
  if (told === null) return null;
  const { waiting, unset, offline } = hosted.kiosk;
  return (
    <div id="frame">
      <PlainPage
        brand={next?.brand ?? null}
        language={<LanguageSwitch texts={texts} onPress={() => speak(texts.other.language)} />}
        title={told === 'unset' ? unset.title : told === 'offline' ? offline : waiting.title}
        lead={told === 'unset' ? unset.lead : next === null ? '' : waiting.lead(next.store)}
      />
    </div>
  );
}

/** A link that makes this device a tablet is used up at once, and does not stay in the address. */
async function begin(): Promise<void> {
  const setup = location.hash.slice(1);
  if (setup === '') return;
  history.replaceState(null, '', location.pathname);
  const begun = await serverCall('kiosk-begin', { setup }, null);
  if (begun.ok) kioskToken.keep(begun.data.token);
}

async function askNext(): Promise<Told> {
  const token = kioskToken.read();
  if (token === null) return 'unset';
  const answer = await serverCall('kiosk-next', { token }, null);
  if (answer.ok) return answer.data;
  if (answer.refusal.statusCode !== 401) return 'offline';
  kioskToken.forget();
  return 'unset';
}
