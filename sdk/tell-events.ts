import type { FromFrame } from '../contract/modal/messages.ts';
import type { ModalEvents } from './modal-layer.ts';

/** Tells the page what the checkout said. True when it was a signature and the page has taken it. */
export async function tellEvents(said: FromFrame, events: ModalEvents): Promise<boolean> {
  const listeners: Partial<Record<FromFrame['type'], (said: never) => unknown>> = events;
  return (await listeners[said.type]?.(said as never)) === true;
}
