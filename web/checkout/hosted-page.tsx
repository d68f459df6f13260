import { useMemo, useRef, useState } from 'preact/hooks';
import type { Closed } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { ClosedPage, PlainPage } from './closed-page.tsx';
import { Modal } from './modal.tsx';
import type { Opening } from './opening.ts';
import { ownPage } from './own-page.ts';
import type { Refusal } from './server-call.ts';
import type { HostedTexts } from './texts/hosted-en.ts';
import { useHostedTexts } from './use-hosted-texts.ts';
import { english, loadWords } from './words.ts';

/** The checkout as a page of its own: the store's name and the way back above it, and what is said when it is over. */
export function HostedPage({ opening }: { opening: Opening }) {
  const [view, setView] = useState<View | null>(null);
  const [closed, setClosed] = useState<Closed | null>(null);
  const [left, setLeft] = useState<'cancelled' | 'returned' | 'done' | null>(null);
  const [{ texts }, setWords] = useState(english);
  const hosted = useHostedTexts(texts.language);
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
