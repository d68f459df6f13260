import { refusals } from '#contract/v3/refusals.ts';
import { spoken } from './written.tsx';

/** Every code: its status, when it is said, and what to do. `error.docs` of a refusal leads to its place here. */
export function ErrorsPage() {
  return (
    <main class="page stack-4" id="content">
      <div class="welcome">
        <h1>Errors</h1>
        <p class="lead">
          Every refusal is <code>{'{"error": {statusCode, code, message, data}}'}</code>. The code is the promise; texts
          may change. <code>error.docs</code> leads here, and <code>error.requestId</code> is what to tell us.
        </p>
        <h2>The order of questions</h2>
        <p>
          Is there such an address (404, 405), who are you (401, 403), are you asking too often (429), is it well formed
          (400, 413), has its Idempotency-Key been answered (409). Then what it asks for: does the thing exist (404), is
          it in the right state (400, 403, 409), and last the money (400, 402). The first “no” is the answer.
        </p>
      </div>
      <dl class="errors card">
        {Object.entries(refusals).map(([code, { status, when, help }]) => (
          <div key={code} id={code}>
            <dt>
              <a href={`#${code}`}>{code}</a> <span class="meta">{status}</span>
            </dt>
            <dd>
              <p>{spoken(when)}</p>
              <p class="lead small">{spoken(help)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
