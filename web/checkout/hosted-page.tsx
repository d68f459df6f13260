import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Closed } from '#contract/modal/calls.ts';
import type { FromPage } from '#contract/modal/messages.ts';
import type { View } from '#contract/modal/view.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { ClosedPage, PlainPage } from './closed-page.tsx';
import { Modal } from './modal.tsx';
import type { Opening } from './opening.ts';
import type { PageLink } from './page-link.ts';
import type { Refusal } from './server-call.ts';
import { type HostedTexts, hostedEn } from './texts/hosted-en.ts';
import { english, loadWords } from './words.ts';

const hostedTexts: Record<Language, () => Promise<HostedTexts>> = {
  en: async () => hostedEn,
  es: async () => (await import('./texts/hosted-es.ts')).hostedEs,
};

/** The checkout as a page of its own: the store's name and the way back above it, and what is said when it is over. */
export function HostedPage({ opening }: { opening: Opening }) {
  const [view, setView] = useState<View | null>(null);
  const [closed, setClosed] = useState<Closed | null>(null);
  const [left, setLeft] = useState<'cancelled' | 'returned' | 'done' | null>(null);
  const [{ texts }, setWords] = useState(english);
  const [hosted, setHosted] = useState(hostedEn);
  useEffect(() => {
    void hostedTexts[texts.language]().then(setHosted, () => {});
  }, [texts.language]);
  useLayoutEffect(() => {
    document.documentElement.lang = texts.language;
  }, [texts.language]);
  const switchLanguage = async () => setWords(await loadWords(texts.other.language, { texts, later: null }));
  const store = view?.merchant.name ?? closed?.store ?? null;
  const returnUrl = view?.hosted?.returnUrl ?? closed?.returnUrl ?? null;
  const back = useRef<string | null>(null);
  back.current = returnUrl;
  const page = useMemo(() => ownPage((why) => (back.current ? location.assign(back.current) : setLeft(why))), []);

  return (
    <>
      {store && (
        <nav class="page-top" aria-label={hosted.way}>
          {returnUrl ? (
            <a href={returnUrl}>
              <Icon name="back" /> {texts.backToStore(store)}
            </a>
          ) : (
            <b>{store}</b>
          )}
        </nav>
      )}
      <div id="frame">{content()}</div>
    </>
  );

  function content() {
    if (closed) return <ClosedPage closed={closed} texts={texts} hosted={hosted} onLanguage={switchLanguage} />;
    if (left) return <LeftPage why={left} view={view} words={hosted} onAgain={() => setLeft(null)} />;
    return (
      <Modal
        page={page}
        opening={opening}
        onClosed={() => {}}
        hosted={{ onView: setView, onRefused: (refusal) => setClosed(closedOf(refusal)), onWords: setWords }}
      />
    );
  }
}

/** Nobody is around this page who could take the signature: the store asks for it, so it counts as heard at once. */
function ownPage(onLeft: (why: 'cancelled' | 'returned' | 'done') => void): PageLink {
  let hear: (message: FromPage) => void = () => {};
  return {
    origin: location.origin,
    order: null,
    tell: (message) => {
      if (message.type === 'signed') queueMicrotask(() => hear({ type: 'heard' }));
      if (message.type === 'closed') onLeft(message.why);
    },
    listen: (listener) => {
      hear = listener;
    },
  };
}

/** A server that could not be reached is asked again; what it said about the link stands. */
function closedOf({ data }: Refusal): Closed | null {
  return data !== null && typeof data === 'object' && 'why' in data ? (data as Closed) : null;
}

function LeftPage(props: {
  why: 'cancelled' | 'returned' | 'done';
  view: View | null;
  words: HostedTexts;
  onAgain(): void;
}) {
  const { why, view, words } = props;
  const said = why === 'done' ? words.ended : words.left;
  return (
    <PlainPage brand={view?.brand ?? null} title={said.title} lead={said.lead(view?.merchant.name ?? words.aStore)}>
      {why !== 'done' && (
        <ActionButton wide onPress={props.onAgain}>
          {words.left.again}
        </ActionButton>
      )}
    </PlainPage>
  );
}
