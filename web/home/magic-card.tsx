import { Note } from '../ui/note.tsx';
import { useSandbox } from './use-sandbox.ts';

/** The inputs that force an outcome. They exist in a sandbox only. */
export function MagicCard() {
  const values = useSandbox<{ input: string; effect: string }[]>('/sandbox/magic');
  return (
    <section class="card stack-2">
      <h2>Magic values</h2>
      <p class="small lead">
        The sandbox decides like the real thing, with a scorecard. These inputs force an outcome. For routing, 110000000
        is a bank of the sandbox.
      </p>
      {values === undefined && <span class="skeleton" />}
      {values === null && <Note icon="info" title="The magic values can’t be shown now." />}
      {values && (
        <table class="table magic">
          <thead>
            <tr>
              <th scope="col">Type this</th>
              <th scope="col">and this happens</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ input, effect }) => (
              <tr key={input}>
                <td>
                  <code>{input}</code>
                </td>
                <td>{effect}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
