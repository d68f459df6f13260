import type { FromPage } from '#contract/modal/messages.ts';
import type { PageLink } from './page-link.ts';

/** Nobody is around this page who could take the signature: the store asks for it, so it counts as heard at once. */
export function ownPage(onLeft: (why: 'cancelled' | 'returned' | 'done') => void): PageLink {
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
