import { useState } from 'preact/hooks';
import type { Request } from './samples.ts';

type Answer = { status: number; text: string };

/** Sends a request to this sandbox and shows what it answers. The text can be changed first. */
export function TryIt({ request, keep }: { request: Request; keep: (token: string) => void }) {
  const [path, setPath] = useState(request.path);
  const [body, setBody] = useState(request.body ?? '');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const send = async () => {
    const response = await fetch(path, {
      method: request.method,
      headers: { accept: 'application/json', ...request.headers },
      ...(request.method === 'GET' || body === '' ? {} : { body }),
    });
    const text = pretty(await response.text());
    const token = /"token": "(eyJ[\w.-]+)"/.exec(text)?.[1];
    if (response.ok && token !== undefined) keep(token);
    setAnswer({ status: response.status, text });
  };
  return (
    <div class="try">
      <label class="small">
        <span>{request.method}, address</span>
        <input value={path} onInput={(event) => setPath(event.currentTarget.value)} spellcheck={false} />
      </label>
      {request.method !== 'GET' && (
        <label class="small">
          <span>Body</span>
          <textarea
            value={body}
            rows={Math.min(16, body.split('\n').length + 1)}
            onInput={(event) => setBody(event.currentTarget.value)}
            spellcheck={false}
          />
        </label>
      )}
      <button type="button" class="btn" onClick={() => void send()}>
        Send to the sandbox
      </button>
      <div aria-live="polite">
        {answer !== null && (
          <>
            <p class="small">
              Status <strong>{answer.status}</strong>
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by the keyboard */}
            <pre tabIndex={0}>{answer.text}</pre>
          </>
        )}
      </div>
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
