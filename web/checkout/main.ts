import { beginAtOnce, memoryOfFrame, memoryOfWindow, openForPage } from './opening.ts';
import { linkToPage, type PageLink } from './page-link.ts';
import { recover } from './recover.ts';

// The frame in the store's page; where that page can have none, a window that it opened, or its own tab. This script is
// small and comes first: whoever pressed the button early has the server working while the rest, named in the page too,
// is still on its way.
const drawing = import('./draw.tsx');
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
    void drawing.then(({ drawAlone }) => drawAlone(frame));
    // Its page can't be reached from here, and goes on without this window.
    if (isWindow) close();
    return;
  }
  if (isWindow) void import('./page-of-its-own.ts').then(({ pageOfItsOwn }) => pageOfItsOwn());
  const memory = isWindow ? memoryOfWindow(authKey) : memoryOfFrame;
  linkToPage(
    { window: page, origin, nonce: location.hash.slice(1) },
    {
      onOpen: (link) => void open(link),
      onRecover: (line, asked) => void recover(line, { ...asked, authKey }),
    },
  );

  async function open(link: PageLink): Promise<void> {
    const opening = beginAtOnce(openForPage(link, { authKey, memory }));
    const { drawModal, erase } = await drawing;
    const onClosed = () => {
      erase(frame);
      if (isWindow) close();
    };
    drawModal(frame, { page: link, opening, onClosed });
    link.tell({ type: 'shown' });
  }
}
