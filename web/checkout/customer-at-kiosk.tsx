import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NextAtKiosk } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Modal } from './modal.tsx';
import { openAtKiosk } from './opening.ts';
import { ownPage } from './own-page.ts';
import type { HostedTexts } from './texts/hosted-en.ts';
import { useHostedTexts } from './use-hosted-texts.ts';
import { useIdle } from './use-idle.ts';
import { english } from './words.ts';

const idleSeconds = 90;
const answerSeconds = 30;

/**
 * One customer at a store's tablet, from their first screen until `onGone`: they press that they are finished, close, leave
 * the page, or nobody touches the screen any more.
 */
export function CustomerAtKiosk(props: { link: string; store: NextAtKiosk['store']; onGone(): void }) {
  const { link, store, onGone } = props;
  const [view, setView] = useState<View | null>(null);
  const [{ texts }, setWords] = useState(english);
  const [asking, setAsking] = useState<'idle' | 'finished' | null>(null);
  const words = useHostedTexts(texts.language);
  const opening = useMemo(() => openAtKiosk(link), []);
  const page = useMemo(() => ownPage(onGone), []);
  useIdle(idleSeconds, () => setAsking((asked) => asked ?? 'idle'));
  useEffect(() => {
    // Whoever wakes the screen, or goes back to this page, is the next one.
    const onHidden = () => document.visibilityState === 'hidden' && onGone();
    document.addEventListener('visibilitychange', onHidden);
    addEventListener('pagehide', onGone);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('pagehide', onGone);
    };
  }, []);
  return (
    <>
      <nav class="page-top apart" aria-label={words.way} inert={asking !== null}>
        <b>{store}</b>
        <ActionButton kind="quiet" small onPress={() => (view?.step === 'done' ? onGone() : setAsking('finished'))}>
          {words.kiosk.finished}
        </ActionButton>
      </nav>
      <div id="frame" inert={asking !== null}>
        <Modal
          page={page}
          opening={opening}
          onClosed={() => {}}
          hosted={{ onView: setView, onRefused: ({ statusCode }) => statusCode > 0 && onGone(), onWords: setWords }}
        />
      </div>
      {asking && (
        <AskToClear words={words} store={store} why={asking} onStay={() => setAsking(null)} onClear={onGone} />
      )}
    </>
  );
}

/** Covers the screen, so that nobody reads it over an empty chair; without an answer the tablet is cleared. */
function AskToClear(props: {
  words: HostedTexts;
  store: string;
  why: 'idle' | 'finished';
  onStay(): void;
  onClear(): void;
}) {
  const { ask } = props.words.kiosk;
  const title = useRef<HTMLHeadingElement>(null);
  const [seconds, setSeconds] = useState(answerSeconds);
  useEffect(() => {
    title.current?.focus();
    // The screen below would take it for its own way back.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopImmediatePropagation();
      props.onStay();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
  useEffect(() => {
    if (seconds === 0) return props.onClear();
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <div class="over ask cover">
      <section class="ask-in" role="alertdialog" aria-labelledby="clear-title" aria-describedby="clear-lead">
        <div>
          <h1 id="clear-title" ref={title} tabIndex={-1}>
            {ask[props.why]}
          </h1>
          <p class="lead" id="clear-lead">
            {ask.lead(props.store)}
          </p>
          <p class="meta">{ask.seconds(seconds)}</p>
        </div>
        <p class="acts">
          <ActionButton onPress={props.onStay}>{ask.stay}</ActionButton>
          <ActionButton kind="quiet" onPress={props.onClear}>
            {ask.clear}
          </ActionButton>
        </p>
      </section>
    </div>
  );
}
