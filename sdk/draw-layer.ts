import { brand } from './brand.ts';
import { drawMark } from './draw-mark.ts';
import type { Language } from './modal-layer.ts';
import { notices } from './notices.ts';

export type DrawnLayer = ReturnType<typeof drawLayer>;

/**
 * The layer, closed: a native dialog (the browser keeps the page behind it inert and gives the focus back) with the
 * frame in it and the mark until the frame has drawn. The scrim is here, so the click is answered before the frame is.
 */
export function drawLayer() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [layout()];

  const dialog = document.createElement('dialog');
  dialog.ariaLabel = brand;
  const note = document.createElement('div');
  dialog.append(drawMark(), note);
  root.append(dialog);

  // A page that draws itself anew may have thrown the layer away; a frame that is put back loads again and says ready.
  const attach = () => host.isConnected || document.body.append(host);

  const holdFrame = (address: string): HTMLIFrameElement => {
    const frame = document.createElement('iframe');
    frame.title = brand;
    frame.allow = 'clipboard-write';
    frame.src = address;
    dialog.append(frame);
    attach();
    return frame;
  };
  const open = (look = '') => {
    dialog.className = look;
    attach();
    if (!dialog.open) dialog.showModal();
  };
  // Out of sight the frame cannot take the focus: the dialog has it until there is something to type into.
  const show = (frame: HTMLElement) => {
    open('drawn');
    frame.focus();
  };
  /** Where the frame can't be: one sentence, what to press, and the way out. */
  const say = (language: Language, { onGo, onLeave }: { onGo(): void; onLeave(): void }) => {
    const words = notices[language];
    note.lang = language;
    const go = button(words.go, onGo);
    note.replaceChildren(words.say, go, button(words.leave, onLeave));
    open('says');
    go.focus();
  };
  return { dialog, holdFrame, open, show, say };
}

function button(text: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.append(text);
  element.onclick = onPress;
  return element;
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
.drawn svg, .says svg, div { display: none; }
svg { position: absolute; inset: 0; width: 56px; height: 56px; margin: auto; fill: #fff; }
rect { animation: stroke 1.2s infinite; }
rect:last-child { fill: #eeb033; }
rect:nth-child(2) { animation-delay: 120ms; } rect:nth-child(3) { animation-delay: 240ms; } rect:nth-child(4) { animation-delay: 360ms; }
@keyframes stroke { 50% { opacity: .35; } }
.says div { position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: 8px; padding: 12px; color: #fff; text-align: center;
  font: 400 15px/1 -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
button { all: unset; padding: 16px; border-radius: 10px; cursor: pointer; }
button:first-child { background: #fff; color: #16211c; font-weight: 600; }
button:focus-visible { outline: 2px solid #f4c152; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { dialog { background: rgb(0 0 0 / .66); } }
@media (prefers-reduced-motion: reduce) { rect { animation: none; } }
`);
  return sheet;
}
