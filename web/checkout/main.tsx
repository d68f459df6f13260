import { render } from 'preact';
import { Alone } from './alone.tsx';
import { Modal } from './modal.tsx';
import { memoryOfFrame, memoryOfWindow, openForPage } from './opening.ts';
import { linkToPage } from './page-link.ts';
import { recover } from './recover.ts';

// The frame in the store's page; where that page can have none, a window that it opened, or its own tab.
const frame = document.getElementById('frame')!;
const asked = new URLSearchParams(location.search);
const origin = asked.get('parent') ?? '';
const authKey = asked.get('authKey') ?? '';
const by = asked.get('by');

if (by === 'tab') void import('./trip-page.tsx').then(({ drawTrip }) => drawTrip(frame, { origin, authKey }));
else if (by === 'window') talkTo(window.opener, { isWindow: true });
else talkTo(window.parent === window ? null : window.parent, { isWindow: false });

function talkTo(page: Window | null, { isWindow }: { isWindow: boolean }): void {
  if (page === null || origin === '') {
    render(<Alone />, frame);
    // Its page can't be reached from here, and goes on without this window.
    if (isWindow) close();
    return;
  }
  if (isWindow) void import('./page-of-its-own.ts').then(({ pageOfItsOwn }) => pageOfItsOwn());
  const memory = isWindow ? memoryOfWindow(authKey) : memoryOfFrame;
  const onClosed = () => {
    render(null, frame);
    if (isWindow) close();
  };
  linkToPage(
    { window: page, origin, nonce: location.hash.slice(1) },
    {
      onOpen: (link) => {
        render(null, frame);
        render(<Modal page={link} opening={openForPage(link, { authKey, memory })} onClosed={onClosed} />, frame);
        link.tell({ type: 'shown' });
      },
      onRecover: (line, asked) => void recover(line, { ...asked, authKey }),
    },
  );
}
