import { useState } from 'preact/hooks';
import { askShop } from '../ask-shop.ts';

export type Tablets = { tablets: { id: string; name: string }[] };
type Made = { tablet: { name: string; setupUri: string; qrCode: string } };

/** Makes a device a tablet of the counter: by the link or by its camera, told once. */
export function SetUpTablet({ onMade }: { onMade(): Promise<void> }) {
  const [made, setMade] = useState<Made['tablet'] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
    const said = await askShop<Made>('/tablets', typed);
    setMade(said.ok ? said.data.tablet : null);
    setProblem(said.ok ? null : said.message);
    await onMade();
  };
  return (
    <section class="stack" aria-labelledby="tablets">
      <h2 id="tablets">A tablet for customers</h2>
      <form class="stack" onSubmit={submit}>
        <div class="field">
          <label for="tablet-name">What your staff call it</label>
          <input class="input" id="tablet-name" name="name" required maxLength={100} autocomplete="off" />
        </div>
        <button class="add quiet" type="submit">
          Set up a tablet
        </button>
      </form>
      <p class="problem" role="alert">
        {problem}
      </p>
      <div role="status">
        {made && (
          <figure class="counter-code">
            <img
              src={`data:image/svg+xml,${encodeURIComponent(made.qrCode)}`}
              alt={`Code for the camera of ${made.name}`}
            />
            <figcaption class="meta">
              Open this on the tablet within the hour: <a href={made.setupUri}>{made.setupUri}</a>
            </figcaption>
          </figure>
        )}
      </div>
    </section>
  );
}
