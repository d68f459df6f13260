import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Chooses units of some lines and does one thing with them. Shows nothing when there is nothing to choose. */
export function UnitsForm(props: {
  title: string;
  press: string;
  quiet?: boolean;
  lines: { sku: string; name: string; most: number }[];
  onChosen(chosen: object): Promise<void>;
  children?: ComponentChildren;
}) {
  const [busy, setBusy] = useState(false);
  if (props.lines.length === 0) return null;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const { lines: _, ...details } = Object.fromEntries([...fields].filter(([name]) => !name.startsWith('units:')));
    const lines = props.lines
      .map(({ sku }) => ({ sku, quantity: Number(fields.get(`units:${sku}`)) }))
      .filter((line) => line.quantity > 0);
    await props.onChosen({ ...details, lines });
    setBusy(false);
  };
  return (
    <form class="panel stack" onSubmit={submit}>
      <h2>{props.title}</h2>
      <ul class="units">
        {props.lines.map(({ sku, name, most }) => (
          <li key={sku}>
            <label for={`${props.title}-${sku}`}>{name}</label>
            <select class="input few" id={`${props.title}-${sku}`} name={`units:${sku}`} defaultValue={String(most)}>
              {Array.from({ length: most + 1 }, (_, index) => (
                <option key={index} value={index} selected={index === most}>
                  {index === 0 ? 'none' : index === most && most > 1 ? `all ${most}` : index}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {props.children}
      <button class={props.quiet ? 'add quiet' : 'add'} type="submit" aria-busy={busy || undefined}>
        {props.press}
      </button>
    </form>
  );
}
