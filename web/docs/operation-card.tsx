import { useState } from 'preact/hooks';
import { type ApiDocument, found, type Listed, type Parameter } from './document.ts';
import { languages, requestOf } from './samples.ts';
import { SchemaTable } from './schema-table.tsx';
import { TryIt } from './try-it.tsx';
import { spoken, Written } from './written.tsx';

export type Keys = { apiKey: string; customerToken: string };

/** One operation: what it promises, how it is asked, what it answers, and a place to try it. */
export function OperationCard(props: {
  document: ApiDocument;
  one: Listed;
  keys: Keys;
  sandbox: boolean;
  keep: (token: string) => void;
}) {
  const { document, one, keys, sandbox, keep } = props;
  const parameters = one.parameters.map((parameter) => found<Parameter>(document, parameter));
  const body = one.requestBody?.content['application/json'].schema;
  const answer = one.responses['200']?.content?.['application/json'].schema;
  const aliases = one['x-aliases'].length;
  return (
    <section class="operation card" id={one.operationId}>
      <header>
        <h3>{one.summary}</h3>
        <p class="address">
          <span class={`verb ${one.method.toLowerCase()}`}>{[one.method, ...one.twins].join(' ')}</span>
          <code>{one.path}</code>
        </p>
        <p class="marks">
          {one['x-extension'] && <span class="mark-word">Extension of ours</span>}
          {one['x-unverified'] && <span class="mark-word">Unverified address</span>}
          {one['x-sandbox-only'] && <span class="mark-word">Sandbox only</span>}
        </p>
      </header>
      <div class="operation-cols">
        <div class="stack-4">
          <Written text={one.description} />
          <Parameters all={parameters} />
          {body && <SchemaTable document={document} schema={body} title="Body" />}
          {answer && <SchemaTable document={document} schema={answer} title="Answer" />}
          <Refused document={document} one={one} />
          {aliases > 0 && (
            <details class="schema">
              <summary>
                Other spellings <span class="meta">{aliases}</span>
              </summary>
              <ul>
                {one['x-aliases'].map((alias) => (
                  <li key={alias}>
                    <code>{alias}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
        <Examples one={one} keys={keys} sandbox={sandbox} keep={keep} />
      </div>
    </section>
  );
}

function Parameters({ all }: { all: Parameter[] }) {
  return (
    <details class="schema">
      <summary>
        Parameters and headers <span class="meta">{all.length}</span>
      </summary>
      <dl>
        {all.map((parameter) => (
          <div key={parameter.name}>
            <dt>
              <code>{parameter.name}</code>
              <span class="meta">
                {parameter.in}
                {parameter.required ? ', required' : ''}
              </span>
            </dt>
            <dd>{spoken(parameter.description ?? parameter.schema.description ?? '')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Refused({ document, one }: { document: ApiDocument; one: Listed }) {
  type Answered = { content: { 'application/json': { examples: Record<string, unknown> } } };
  const refused = Object.entries(one.responses)
    .filter(([status]) => status !== '200')
    .map(([status, response]) => {
      const { content } = found<Answered>(document, response as { $ref?: string });
      return { status, codes: Object.keys(content['application/json'].examples) };
    });
  return (
    <details class="schema">
      <summary>
        Refusals <span class="meta">{refused.flatMap(({ codes }) => codes).length}</span>
      </summary>
      <dl>
        {refused.map(({ status, codes }) => (
          <div key={status}>
            <dt>{status}</dt>
            <dd class="codes">
              {codes.map((code) => (
                <a key={code} href={`/docs/errors#${code}`}>
                  {code}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Examples(props: { one: Listed; keys: Keys; sandbox: boolean; keep: (token: string) => void }) {
  const { one, keys, sandbox, keep } = props;
  const examples = one['x-examples'];
  const [chosen, setChosen] = useState(0);
  const [language, setLanguage] = useState('curl');
  const example = examples[chosen];
  const request = requestOf(one, example, keys);
  return (
    <div class="examples stack-3">
      <div class="pickers">
        <label class="small">
          <span>Example</span>
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {examples.map(({ name, refused }, at) => (
              <option key={name} value={at}>
                {refused === undefined ? name : `${name} → ${refused}`}
              </option>
            ))}
          </select>
        </label>
        <label class="small">
          <span>Written in</span>
          <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            {Object.keys(languages).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      <p class="meta">It starts from {example?.given ?? 'nothing'}.</p>
      <pre>{languages[language]?.(location.origin, request)}</pre>
      {sandbox && (
        <details class="schema">
          <summary>Try it</summary>
          <TryIt key={`${chosen} ${keys.customerToken}`} request={request} keep={keep} />
        </details>
      )}
    </div>
  );
}
