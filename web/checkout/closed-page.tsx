import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Closed } from '#contract/modal/calls.ts';
import { Mark } from '#web/ui/mark.tsx';
import { Note } from '#web/ui/note.tsx';
import { LanguageSwitch } from './shell.tsx';
import type { Texts } from './texts/en.ts';
import type { HostedTexts } from './texts/hosted-en.ts';

/** Why there is nothing to do behind a link, and where to go instead. */
export function ClosedPage(props: { closed: Closed; texts: Texts; hosted: HostedTexts; onLanguage(): void }) {
  const { closed, texts, hosted } = props;
  const store = closed.store ?? hosted.aStore;
  const words = hosted[closed.why];
  return (
    <PlainPage
      brand={closed.brand}
      language={<LanguageSwitch texts={texts} onPress={props.onLanguage} />}
      title={words.title}
      lead={typeof words.lead === 'string' ? words.lead : words.lead(store)}
    >
      {closed.leaseEnds && <Note icon="paper" title={hosted.signed.lease(closed.leaseEnds)} />}
      {closed.returnUrl && (
        <a class="btn wide" href={closed.returnUrl}>
          {texts.backToStore(store)}
        </a>
      )}
    </PlainPage>
  );
}

/** A page that only says something: one title, one sentence, at most one thing to press. */
export function PlainPage(props: {
  brand: Closed['brand'] | null;
  title: string;
  lead: string;
  language?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { brand } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  useLayoutEffect(() => {
    document.title = brand ? `${props.title} · ${brand.name}` : props.title;
  }, [props.title]);
  return (
    <main class="modal plain-page">
      <div class="modal-body">
        <div class="plain-top">
          <p class="brand">
            <Mark /> {brand?.name}
          </p>
          {props.language}
        </div>
        <h1 class="quiet-focus" ref={title} tabIndex={-1}>
          {props.title}
        </h1>
        <p class="lead">{props.lead}</p>
        {props.children}
        {brand && <p class="meta">{brand.supportText}</p>}
      </div>
    </main>
  );
}
