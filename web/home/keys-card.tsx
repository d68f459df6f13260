import { useState } from 'preact/hooks';
import { Note } from '../ui/note.tsx';
import { useSandbox } from './use-sandbox.ts';

type Keys = {
  baseUrl: string;
  apiKey: string;
  authKey: string;
  merchants: { name: string; apiKey: string; authKey: string }[];
  operatorKeyFile: string;
};

/** The keys of the toy town, ready to be copied. */
export function KeysCard() {
  const keys = useSandbox<Keys>('/sandbox/keys');
  return (
    <section class="card stack">
      <h2>Keys</h2>
      {keys === undefined && <span class="skeleton" />}
      {keys === null && <Note icon="info" title="The keys can’t be shown now." />}
      {keys && (
        <>
          <dl class="keys">
            <Key name="API address" value={keys.baseUrl} />
            {keys.merchants.map((merchant) => (
              <div class="shop" key={merchant.apiKey}>
                <dt class="shop-name">{merchant.name}</dt>
                <dd>
                  <dl class="keys">
                    <Key name="API key, for its server" value={merchant.apiKey} />
                    <Key name="Auth key, for its pages" value={merchant.authKey} />
                  </dl>
                </dd>
              </div>
            ))}
            <Key name="Operator key, in the file" value={keys.operatorKeyFile} />
          </dl>
          <pre class="sample">
            <code>{`curl ${keys.baseUrl}/v3/settings/lease \\\n  -H 'Authorization: ${keys.apiKey}'`}</code>
          </pre>
        </>
      )}
    </section>
  );
}

function Key({ name, value }: { name: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <div class="key">
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
        <button class="tool" type="button" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
          <span class="sr"> {name}</span>
        </button>
      </dd>
    </div>
  );
}
