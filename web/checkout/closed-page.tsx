import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Closed } from '#contract/modal/calls.ts';
import { Mark } from '#web/ui/mark.tsx';
import { Note } from '#web/ui/note.tsx';
import { en } from './texts/en.ts';
import { hostedEn } from './texts/hosted-en.ts';

/** Why there is nothing to do behind a link, and where to go instead. */
export function ClosedPage({ closed }: { closed: Closed }) {
  const store = closed.store ?? hostedEn.aStore;
  const words = hostedEn[closed.why];
  return (
    <PlainPage
      brand={closed.brand}
      title={words.title}
      lead={typeof words.lead === 'string' ? words.lead : words.lead(store)}
    >
      {closed.leaseEnds && <Note icon="paper" title={hostedEn.signed.lease(closed.leaseEnds)} />}
      {closed.returnUrl && (
        <a class="btn wide" href={closed.returnUrl}>
          {en.backToStore(store)}
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
  children?: ComponentChildren;
}) {
  const { brand } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = brand ? `${props.title} · ${brand.name}` : props.title;
    title.current?.focus();
  }, []);
  return (
    <main class="modal plain-page">
      <div class="modal-body">
        <p class="brand">
          <Mark /> {brand?.name}
        </p>
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
