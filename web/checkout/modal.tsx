import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { View } from '#contract/modal/view.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { type Checkout, CheckoutContext, type Panel } from './checkout-context.ts';
import { ClosingQuestion } from './closing-question.tsx';
import { converse } from './conversation.ts';
import { LaterOver } from './later-over.tsx';
import type { Opening } from './opening.ts';
import type { PageLink } from './page-link.ts';
import { sayRefusal } from './say-refusal.ts';
import { ScreenOf } from './screen-of.tsx';
import type { Refusal } from './server-call.ts';
import { Arriving, CannotStart, ModalTop } from './shell.tsx';
import { tellPage } from './tell-page.ts';
import { trapFocus } from './trap-focus.ts';
import { english, loadWords, type Words } from './words.ts';

/**
 * The whole modal: one conversation with the server, one screen at a time, and what can lie over it. `hosted`: it is a part
 * of our own page and not a window over the store's.
 */
export function Modal(props: {
  page: PageLink;
  opening: Opening;
  onClosed(): void;
  hosted?: { onView(view: View): void; onRefused(refusal: Refusal): void; onWords(words: Words): void };
}) {
  const { page, opening, hosted } = props;
  const [view, setView] = useState<View | null>(null);
  const [words, setWords] = useState(english);
  const latestWords = useRef(words);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [asking, setAsking] = useState(false);
  const [pageTook, setPageTook] = useState<Checkout['page']>('telling');
  const modal = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);

  const speak = async (language: Language) => {
    latestWords.current = await loadWords(language, latestWords.current);
    setWords(latestWords.current);
  };
  // A View is drawn in its own language: its words come first.
  const draw = async (next: View) => {
    await speak(next.locale);
    setView(next);
  };
  const conversation = useMemo(() => converse(opening, draw), [opening]);
  const news = useMemo(() => tellPage(page, conversation, setPageTook), [page, conversation]);

  const open = async () => {
    const refusal = await conversation.open();
    setFailed(refusal);
    if (refusal) hosted?.onRefused(refusal);
    if (refusal)
      page.tell({
        type: 'failed',
        code: refusal.code,
        message: refusal.message || sayRefusal(refusal, latestWords.current.texts),
      });
  };
  const leave: Checkout['leave'] = (why) => {
    void conversation.act('close', {});
    page.tell({ type: 'closed', why });
    props.onClosed();
  };
  const switchLanguage = () => {
    const { language } = latestWords.current.texts.other;
    void (view ? conversation.act('language', { language }) : speak(language));
  };
  const askToClose = () => {
    if (!view || view.step === 'done' || isAnswerOnly(view)) leave(view?.step === 'done' ? 'done' : 'cancelled');
    else {
      opener.current = document.activeElement;
      setAsking(true);
    }
  };
  const openPanel = (which: Panel) => {
    // From one text to the next: the way back is still to what opened the first.
    if (!panel) opener.current = document.activeElement;
    setPanel(which);
  };
  const stepBack = () => {
    if (asking) setAsking(false);
    else if (panel) setPanel(null);
    else askToClose();
  };
  const onEscape = useRef(stepBack);
  onEscape.current = stepBack;

  useEffect(() => {
    void speak(opening.language);
    void open();
    news.listen(() => onEscape.current());
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape.current();
      else if (modal.current && !hosted) trapFocus(event, modal.current);
    };
    const onReturn = () => document.visibilityState === 'visible' && void conversation.refresh();
    // The first focus comes with the opening, whose View is on its way.
    let isOpening = !document.hasFocus();
    const onFocus = () => {
      if (!isOpening) onReturn();
      isOpening = false;
    };
    addEventListener('keydown', onKey);
    document.addEventListener('visibilitychange', onReturn);
    addEventListener('focus', onFocus);
    return () => {
      removeEventListener('keydown', onKey);
      document.removeEventListener('visibilitychange', onReturn);
      removeEventListener('focus', onFocus);
    };
  }, []);
  useEffect(() => {
    if (view) news.see(view);
    if (view) hosted?.onView(view);
  }, [view]);

  const { texts, later } = words;
  const covered = panel !== null || asking;
  const checkout: Checkout | null = view && {
    view,
    texts,
    later,
    act: conversation.act,
    ask: conversation.ask,
    askAside: conversation.askAside,
    page: pageTook,
    covered,
    openPanel,
    leave,
  };
  useLayoutEffect(() => {
    document.documentElement.lang = texts.language;
    hosted?.onWords(words);
  }, [words]);
  const broad = view?.step === 'agreement' || view?.step === 'signature';
  // What lay over the screen is gone: the focus goes back to what opened it.
  useLayoutEffect(() => {
    if (!covered && opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  }, [covered]);
  return (
    <div
      ref={modal}
      class={`modal ${broad ? 'broad' : ''} ${panel ? 'is-over' : ''}`}
      role="dialog"
      aria-modal={hosted ? undefined : 'true'}
      aria-labelledby={asking ? 'ask-title' : panel ? 'panel-title' : 'title'}
    >
      <div class="sheet" inert={covered}>
        {view?.sandbox && (
          <p class="sim">
            <span>
              <b>{texts.sandbox.name}</b> {texts.sandbox.warning}
            </span>
            <button class="link" type="button" onClick={() => openPanel('sandbox')}>
              {texts.sandbox.values}
            </button>
          </p>
        )}
        <ModalTop
          view={view}
          texts={texts}
          onLanguage={switchLanguage}
          onHelp={() => openPanel('help')}
          onClose={askToClose}
        />
        {failed && !view && (
          <CannotStart refusal={failed} texts={texts} onAgain={open} onClose={() => leave('cancelled')} />
        )}
        {!failed && !view && <Arriving texts={texts} />}
        {checkout && (
          <CheckoutContext.Provider value={checkout}>
            <ScreenOf />
          </CheckoutContext.Provider>
        )}
      </div>
      {checkout && panel && (
        <CheckoutContext.Provider value={checkout}>
          <LaterOver
            key={typeof panel === 'string' ? panel : panel.title}
            panel={panel}
            onBack={() => setPanel(null)}
          />
        </CheckoutContext.Provider>
      )}
      {view && asking && (
        <ClosingQuestion
          texts={texts}
          store={view.merchant.name}
          onStay={() => setAsking(false)}
          onLeave={() => leave('cancelled')}
        />
      )}
    </div>
  );
}

// A declined or pending application has nothing that closing could lose, so closing does not ask.
function isAnswerOnly(view: View): boolean {
  return view.step === 'decision' && view.decision?.status !== 'approved';
}
