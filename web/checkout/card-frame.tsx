/// <reference types="vite/client" />
import { useEffect, useRef } from 'preact/hooks';
import { type CardFormHears, type CardFormSays, cardFormVersion, type TokenOfCard } from '#contract/modal/card-form.ts';
import { useCheckout } from './checkout-context.ts';
import './card-frame.css';

/** The card form in a frame of its own: what is typed there stays there, and what comes out is a token. */
export function CardFrame(props: { address: string; title: string; onCard(card: TokenOfCard): void }) {
  const { view, ask } = useCheckout();
  const frame = useRef<HTMLIFrameElement>(null);
  const form = new URL(props.address, location.href);
  form.searchParams.set('locale', view.locale);
  form.searchParams.set('today', view.today);
  // On a store's tablet the browser neither offers nor keeps what was typed.
  if (view.hosted?.kiosk) form.searchParams.set('autofill', 'off');
  useEffect(() => {
    const hear = async ({ source, origin, data }: MessageEvent<CardFormSays>) => {
      const inside = frame.current?.contentWindow;
      if (!inside || source !== inside || origin !== form.origin || data?.flexpayCard !== cardFormVersion) return;
      if (data.kind === 'height') frame.current!.style.height = `${Math.min(data.pixels, highest)}px`;
      else if (data.kind === 'card') props.onCard(data.card);
      else {
        const answer = await ask('card-key', {});
        const told: CardFormHears = {
          flexpayCard: cardFormVersion,
          kind: 'key',
          childKey: answer.ok ? answer.data.childKey : null,
        };
        inside.postMessage(told, form.origin);
      }
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  return <iframe class="card-frame" ref={frame} title={props.title} src={form.href} />;
}

const highest = 2_000;
