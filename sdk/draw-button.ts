import { brand } from './brand.ts';
import { drawMark } from './draw-mark.ts';
import type { Language } from './modal-layer.ts';
import type { ButtonStyle } from './public.ts';

/** The button in a shadow root of its own: it fills the merchant's box and borrows nothing from the page but its width. */
export function drawButton({
  color = 'spruce',
  shape = 'rounded',
  language,
}: ButtonStyle & { language?: Language | undefined }): {
  host: HTMLElement;
  button: HTMLButtonElement;
} {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  root.adoptedStyleSheets = [theme()];

  const button = document.createElement('button');
  button.type = 'button';
  button.className = `${color} ${shape}`;
  const words =
    language === 'es' ? { say: 'Rente para comprar', with: ' con' } : { say: 'Lease to own', with: ' with' };
  if (language) button.lang = language;
  const say = span('say', words.say);
  say.append(span('with', words.with));
  const name = span('brand', '');
  name.append(drawMark(), brand);
  button.append(say, ' ', name);
  root.append(button);
  return { host, button };
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(text);
  return element;
}

// Constructed, because a strict Content-Security-Policy of the page refuses <style> elements and attributes.
function theme(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host { all: initial; display: block; container-type: inline-size; width: 100%; height: 100%; min-height: 38px; }
button { all: unset; box-sizing: border-box; display: flex; align-items: center; justify-content: center; gap: 8px; width: 100%; height: 100%;
  min-height: 38px; padding: 0 12px; border-radius: 10px; background: #0c5c50; color: #fff; cursor: pointer; white-space: nowrap;
  font: 400 15px/1 -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  transition: background 120ms; -webkit-tap-highlight-color: transparent; }
button:hover { background: #084a40; }
.black { background: #111; } .black:hover { background: #333; }
.white { background: #fff; color: #16211c; box-shadow: inset 0 0 0 1px #16211c; } .white:hover { background: #f1f1ee; }
.pill { border-radius: 999px; } .square { border-radius: 0; }
button:focus-visible { outline: 2px solid #16211c; outline-offset: 2px; box-shadow: 0 0 0 6px #f4c152; }
.brand { display: inline-flex; align-items: center; gap: 6px; font-size: 16px; font-weight: 600; letter-spacing: -.02em; }
svg { width: 16px; height: 16px; fill: currentColor; }
rect:last-child { fill: #eeb033; }
[aria-busy="true"] { cursor: progress; }
[aria-busy="true"] rect { animation: stroke 1.2s infinite; }
rect:nth-child(2) { animation-delay: 120ms; } rect:nth-child(3) { animation-delay: 240ms; } rect:nth-child(4) { animation-delay: 360ms; }
@keyframes stroke { 50% { opacity: .35; } }
@container (max-width: 286px) { .with { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
@container (max-width: 264px) { [lang="es"] .say { font-size: 13px; } }
@container (max-width: 190px) { .say { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
@media (prefers-reduced-motion: reduce) { button { transition: none; } [aria-busy="true"] rect { animation: none; } }
@media (forced-colors: active) { button { border: 1px solid; } }
`);
  return sheet;
}
