import { render } from 'preact';
import { Alone } from './alone.tsx';
import { Modal } from './modal.tsx';
import { openInFrame } from './opening.ts';
import { linkToPage } from './page-link.ts';
import { recover } from './recover.ts';

const frame = document.getElementById('frame')!;
const asked = new URLSearchParams(location.search);
const origin = asked.get('parent');
const authKey = asked.get('authKey') ?? '';

if (window.parent === window || !origin) {
  render(<Alone />, frame);
} else {
  linkToPage(
    { origin, nonce: location.hash.slice(1) },
    {
      onOpen: (page) => {
        render(null, frame);
        render(<Modal page={page} opening={openInFrame(page, authKey)} onClosed={() => render(null, frame)} />, frame);
        page.tell({ type: 'shown' });
      },
      onRecover: (page, asked) => void recover(page, { ...asked, authKey }),
    },
  );
}
