import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Mark } from '../ui/mark.tsx';
import type { ApiDocument } from './document.ts';
import { ErrorsPage } from './errors-page.tsx';
import { OperationsPage } from './operations-page.tsx';
import { type Texts, tabsOf } from './tabs.ts';
import { TextPage } from './text-page.tsx';
import { useJson } from './use-json.ts';

function Docs() {
  const document = useJson<ApiDocument>('/openapi.json');
  const texts = useJson<Texts>('/static/docs/texts.json');
  const path = location.pathname.replace(/\/$/, '');
  const guide = texts?.guides.find(({ name }) => path === `/docs/guides/${name}`);
  const ready = document !== undefined && texts !== undefined;
  const tabs = tabsOf(texts ?? { guides: [] });
  const isNowhere = ready && texts !== null && !tabs.some(({ href }) => href === path);
  const sayWhyEmpty = () => {
    if (isNowhere) return 'There is no page at this address';
    return ready ? 'The documents can not be read right now' : 'The FlexPay API';
  };
  useEffect(() => {
    if (!ready) return;
    // On a phone the bar is wider than the screen.
    const here = globalThis.document.querySelector('.docs-top [aria-current]');
    here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    globalThis.document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [ready]);
  return (
    <>
      <header class="docs-top">
        <a class="brand" href="/docs">
          <Mark />
          FlexPay <span class="meta">API</span>
        </a>
        <nav aria-label="Documents">
          {tabs.map(({ href, title }) => (
            <Tab key={href} href={href} at={path}>
              {title}
            </Tab>
          ))}
        </nav>
      </header>
      {path === '/docs/errors' ? (
        <ErrorsPage />
      ) : path === '/docs/changes' && texts ? (
        <TextPage html={texts.changes} />
      ) : guide ? (
        <TextPage html={guide.html} />
      ) : path === '/docs' && document ? (
        <OperationsPage document={document} />
      ) : (
        <main class="page welcome" id="content">
          <h1>{sayWhyEmpty()}</h1>
          {isNowhere && (
            <p class="lead">
              The <a href="/docs">operations</a>, the <a href="/docs/errors">errors</a> and everything else are in the
              bar above.
            </p>
          )}
        </main>
      )}
    </>
  );
}

function Tab({ href, at, children }: { href: string; at: string; children: string }) {
  return (
    <a href={href} aria-current={at === href ? 'page' : undefined}>
      {children}
    </a>
  );
}

const root = document.getElementById('docs');
if (root) render(<Docs />, root);
