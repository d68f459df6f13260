import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A document shown as it is, with its own look and nothing of ours: a shadow root keeps the two styles apart, and a
 * constructed sheet carries the document's styles where a strict Content-Security-Policy refuses `<style>`.
 * Nothing in it runs: what could is taken out before it is shown.
 */
export function Paper({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styleOf(html));
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(bodyOf(html));
  }, [html]);
  return <div class="paper" ref={host} />;
}

const styleElement = /<style[^>]*>([\s\S]*?)<\/style>/gi;

function styleOf(html: string): string {
  const css = [...html.matchAll(styleElement)].map((style) => style[1]).join('\n');
  // In a shadow root there is no document element: its rules belong to the host, the body's to the element below.
  return css
    .replaceAll(/(^|[},\s])(:root|html)(?=[\s{,])/g, '$1:host')
    .replaceAll(/(^|[},\s])body(?=[\s{,])/g, '$1.body');
}

function bodyOf(html: string): Element {
  const paper = new DOMParser().parseFromString(html.replaceAll(styleElement, ''), 'text/html');
  for (const unsafe of paper.querySelectorAll('script, iframe, object, embed, form, link, meta, base')) unsafe.remove();
  for (const element of paper.body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name);
  }
  const body = document.createElement('div');
  body.className = 'body';
  body.append(...paper.body.childNodes);
  return body;
}
