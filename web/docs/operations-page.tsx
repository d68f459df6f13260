import { useEffect, useState } from 'preact/hooks';
import { type ApiDocument, listed } from './document.ts';
import { OperationCard } from './operation-card.tsx';
import { useJson } from './use-json.ts';
import { Written } from './written.tsx';

/** Every operation by its tag, with the keys of this sandbox where there are some. */
export function OperationsPage({ document }: { document: ApiDocument }) {
  const found = useJson<{ data: { apiKey: string } }>('/sandbox/keys');
  const [token, setToken] = useState('CUSTOMER_TOKEN');
  const keys = { apiKey: found?.data.apiKey || 'YOUR_API_KEY', customerToken: token };
  const operations = listed(document);
  useEffect(() => {
    // The place that an address names is only there now.
    globalThis.document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div class="docs-cols">
      <nav class="aside" aria-label="Operations">
        <OperationList document={document} />
      </nav>
      <details class="jump">
        <summary>All operations</summary>
        <nav aria-label="All operations">
          <OperationList document={document} />
        </nav>
      </details>
      <main class="stack-5" id="content">
        <div class="welcome">
          <h1>The FlexPay API</h1>
          <Written text={document.info.description} />
          <p class="small">
            The same as one file: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).
            {found && ' In this sandbox every operation can be tried with the key of the demo store.'}
          </p>
        </div>
        {document.tags.map(({ name }) => (
          <div key={name} class="stack-4">
            <h2 class="tag">{name}</h2>
            {operations
              .filter(({ tags }) => tags.includes(name))
              .map((one) => (
                <OperationCard
                  key={one.operationId}
                  document={document}
                  one={one}
                  keys={keys}
                  sandbox={Boolean(found)}
                  keep={setToken}
                />
              ))}
          </div>
        ))}
      </main>
    </div>
  );
}

function OperationList({ document }: { document: ApiDocument }) {
  const operations = listed(document);
  return document.tags.map(({ name }) => (
    <div key={name}>
      <h2>{name}</h2>
      <ul>
        {operations
          .filter(({ tags }) => tags.includes(name))
          .map(({ operationId, summary }) => (
            <li key={operationId}>
              <a href={`#${operationId}`}>{summary}</a>
            </li>
          ))}
      </ul>
    </div>
  ));
}
