import type { FrameOpen, FrameReady, FrameRecover, ProtocolVersion } from '../contract/modal/messages.ts';

const version: ProtocolVersion = 1;

/** How to ask our side for something, over a port of its own. */
export type Ask = (asked: Asked, use: (port: MessagePort) => void) => void;

/**
 * Waits for our frame, or our window, to say it is ready. Only a message from that very window, our origin, this nonce and
 * this version counts. One that reloads says ready again and gets a new port.
 */
export function listenFor(other: () => Window | null, expected: { origin: string; nonce: string }): Ask {
  let isReady = false;
  const handOvers = new Map<Asked['flexpay'], () => void>();

  addEventListener('message', (event: MessageEvent<Partial<FrameReady> | null>) => {
    if (!event.source || event.source !== other() || event.origin !== expected.origin) return;
    const { flexpay, version: theirs, nonce } = event.data ?? {};
    if (flexpay !== 'ready' || theirs !== version || nonce !== expected.nonce) return;
    isReady = true;
    for (const handOver of handOvers.values()) handOver();
  });

  return (asked, use) => {
    const handOver = () => {
      const { port1, port2 } = new MessageChannel();
      use(port1);
      const message: FrameOpen | FrameRecover = { ...asked, version, nonce: expected.nonce };
      other()?.postMessage(message, expected.origin, [port2]);
    };
    handOvers.set(asked.flexpay, handOver);
    if (isReady) handOver();
  };
}

type Asked = Omit<FrameOpen, 'version' | 'nonce'> | Omit<FrameRecover, 'version' | 'nonce'>;
