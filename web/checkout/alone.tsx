import { useEffect, useState } from 'preact/hooks';
import { Mark } from '#web/ui/mark.tsx';
import { browserLanguage } from './browser-language.ts';
import { english, loadWords } from './words.ts';

/** Somebody opened the frame's address by itself. */
export function Alone() {
  const [{ texts }, setWords] = useState(english);
  useEffect(() => {
    void loadWords(browserLanguage() ?? 'en', english).then(setWords);
  }, []);
  useEffect(() => {
    document.documentElement.lang = texts.language;
  }, [texts]);
  return (
    <main class="modal">
      <div class="modal-body wait">
        <Mark />
        <h1>FlexPay</h1>
        <p class="lead">{texts.trouble.alone}</p>
      </div>
    </main>
  );
}
