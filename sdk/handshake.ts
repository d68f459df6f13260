import type { FrameOpen, FrameReady, ProtocolVersion } from '#contract/modal/messages.ts';

const version: ProtocolVersion = 1;

/**
 * Waits for our frame to say it is ready and returns how to hand it an order and a port. Only a message from that very
 * window, our origin, this nonce and this version counts. A frame that reloads says ready again and gets a new port.
 */
export function listenForFrame(
  frame: HTMLIFrameElement,
  expected: { origin: string; nonce: string },
): (order: unknown, use: (port: MessagePort) => void) => void {
  let isReady = false;
  let handOver: (() => void) | null = null;

  addEventListener('message', (event: MessageEvent<Partial<FrameReady> | null>) => {
    if (event.source !== frame.contentWindow || event.origin !== expected.origin) return;
    const { flexpay, version: theirs, nonce } = event.data ?? {};
    if (flexpay !== 'ready' || theirs !== version || nonce !== expected.nonce) return;
    isReady = true;
    handOver?.();
  });

  return (order, use) => {
    handOver = () => {
      const { port1, port2 } = new MessageChannel();
      use(port1);
      const message: FrameOpen = { flexpay: 'open', version, nonce: expected.nonce, order };
      frame.contentWindow?.postMessage(message, expected.origin, [port2]);
    };
    if (isReady) handOver();
  };
}
