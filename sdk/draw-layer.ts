import { brand } from './brand.ts';
import { drawMark } from './draw-mark.ts';

/**
 * The layer, closed: a native dialog (the browser keeps the page behind it inert and gives the focus back) with the
 * frame in it and the mark until the frame has drawn. The scrim is here, so the click is answered before the frame is.
 */
export function drawLayer(address: string) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [layout()];

  const dialog = document.createElement('dialog');
  dialog.ariaLabel = brand;
  const mark = drawMark();
  const frame = document.createElement('iframe');
  frame.title = brand;
  frame.allow = 'clipboard-write';
  frame.src = address;
  dialog.append(mark, frame);
  root.append(dialog);
  document.body.append(host);

  // Out of sight the frame cannot take the focus: the dialog has it until there is something to type into.
  const show = () => {
    dialog.className = 'drawn';
    frame.focus();
  };
  const hide = () => {
    dialog.className = '';
    dialog.close();
  };
  return { host, dialog, frame, show, hide };
}

// The frame follows the system's theme; a frame whose scheme differs from its document's is painted opaque.
function layout(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host { all: initial; }
dialog { position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; padding: 0; border: 0;
  background: rgb(15 24 20 / .56); overflow: hidden; outline: 0; }
dialog::backdrop { background: none; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: none; color-scheme: light dark; visibility: hidden; }
.drawn iframe { visibility: visible; }
.drawn svg { display: none; }
svg { position: absolute; inset: 0; width: 56px; height: 56px; margin: auto; fill: #fff; }
rect { animation: stroke 1.2s infinite; }
rect:last-child { fill: #eeb033; }
rect:nth-child(2) { animation-delay: 120ms; } rect:nth-child(3) { animation-delay: 240ms; } rect:nth-child(4) { animation-delay: 360ms; }
@keyframes stroke { 50% { opacity: .35; } }
@media (prefers-color-scheme: dark) { dialog { background: rgb(0 0 0 / .66); } }
@media (prefers-reduced-motion: reduce) { rect { animation: none; } }
`);
  return sheet;
}
