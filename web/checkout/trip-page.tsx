import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FromFrame, FromPage } from '#contract/modal/messages.ts';
import { Alone } from './alone.tsx';
import { Modal } from './modal.tsx';
import { memoryOfWindow, openForPage } from './opening.ts';
import { pageOfItsOwn } from './page-of-its-own.ts';
import { type Trip, tripOf } from './trip.ts';

/** Draws the checkout for a shopper whose tab came here; for nobody else. */
export function drawTrip(frame: HTMLElement, { origin, authKey }: { origin: string; authKey: string }): void {
  const trip = tripOf(location, { origin, referrer: document.referrer });
  if (trip !== null) pageOfItsOwn();
  render(trip === null ? <Alone /> : <TripPage trip={trip} authKey={authKey} />, frame);
}

/**
 * The checkout in the tab that the store's page was in. What that page has to know goes back with the shopper, as soon as
 * our server has noted it: on this way nobody else can be told.
 */
function TripPage({ trip, authKey }: { trip: Trip; authKey: string }) {
  const { page, onView, opening } = useMemo(() => {
    let hear: (message: FromPage) => void = () => {};
    const said: FromFrame[] = [];
    const link: Parameters<typeof Modal>[0]['page'] = {
      ...trip,
      tell: (message) => {
        // What was decided about somebody stands in no address.
        if (message.type !== 'shown' && message.type !== 'decision') said.push(message);
        if (message.type === 'signed') queueMicrotask(() => hear({ type: 'heard' }));
        if (message.type === 'closed') trip.back(said);
      },
      listen: (listener) => {
        hear = listener;
      },
    };
    return {
      page: link,
      opening: openForPage(link, { authKey, memory: memoryOfWindow(authKey) }),
      onView: ({ done }: { done: { heard: boolean } | null }) => {
        if (done?.heard && said.some(({ type }) => type === 'signed')) link.tell({ type: 'closed', why: 'done' });
      },
    };
  }, [trip]);
  return <Modal page={page} opening={opening} onClosed={() => {}} hosted={{ onView, onRefused() {}, onWords() {} }} />;
}
