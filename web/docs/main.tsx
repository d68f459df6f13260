import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Mark } from '../ui/mark.tsx';
import type { ApiDocument } from './document.ts';
import { ErrorsPage } from './errors-page.tsx';
import { OperationsPage } from './operations-page.tsx';
import { TextPage } from './text-page.tsx';
import { useJson } from './use-json.ts';

type Texts = { guides: { name: string; title: string; html: string }[]; changes: string };

function Docs() {
  const document = useJson<ApiDocument>('/openapi.json');
  const texts = useJson<Texts>('/static/docs/texts.json');
  const path = location.pathname.replace(/\/$/, '');
  const guide = texts?.guides.find(({ name }) => path === `/docs/guides/${name}`);
  const ready = document !== undefined && texts !== undefined;
  useEffect(() => {
    if (ready) globalThis.document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [ready]);
  return (
    <>
      <header class="docs-top">
        <a class="brand" href="/docs">
          <Mark />
          FlexPay <span class="meta">API</span>
        </a>
        <nav aria-label="Documents">
          <Tab href="/docs" at={path}>
            Operations
          </Tab>
          <Tab href="/docs/errors" at={path}>
            Errors
          </Tab>
          {texts?.guides.map(({ name, title }) => (
            <Tab key={name} href={`/docs/guides/${name}`} at={path}>
              {title}
            </Tab>
          ))}
          <Tab href="/docs/changes" at={path}>
            Changes
          </Tab>
        </nav>
      </header>
      {path === '/docs/errors' ? (
        <ErrorsPage />
      ) : path === '/docs/changes' && texts ? (
        <TextPage html={texts.changes} />
      ) : guide ? (
        <TextPage html={guide.html} />
      ) : document ? (
        <OperationsPage document={document} />
      ) : (
        <main class="page" id="content">
          <h1>{ready ? 'The documents can not be read right now' : 'The FlexPay API'}</h1>
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
