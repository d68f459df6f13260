import { useState } from 'preact/hooks';
import { dollars } from '#core/money/dollars.ts';
import { askShop } from '../ask-shop.ts';
import type { HandOverSaid } from '../at-counter.ts';
import { priceCart, quantityMax } from '../cart.ts';
import { products } from '../catalogue.ts';
import { goTo } from '../path.ts';
import { useShop } from '../use-shop.ts';
import { OrderSums } from './order-sums.tsx';
import { SetUpTablet, type Tablets } from './set-up-tablet.tsx';

/**
 * For an associate at the counter: what the customer has chosen, and the button that hands it over. Nothing about the
 * customer is asked here; a number only if they want the link as a text.
 */
export function CounterPage() {
  const [chosen, setChosen] = useState<Record<string, number>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [kioskId, setKioskId] = useState('');
  const [said, ask] = useShop<Tablets>('/tablets');
  const tablets = said?.ok ? said.data.tablets : [];
  const lines = Object.entries(chosen).flatMap(([sku, quantity]) => (quantity > 0 ? [{ sku, quantity }] : []));
  const cart = priceCart({ lines, shipping: 'store' });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!cart) return setProblem('Choose at least one item.');
    setBusy(true);
    const typed = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
    const made = await askShop<HandOverSaid>('/hand-overs', { ...typed, lines });
    setBusy(false);
    if (made.ok) goTo(`/store/counter/${made.data.handOver.id}`);
    else setProblem(made.message);
  };
  return (
    <main class="wide split-page">
      <div class="stack-5">
        <div>
          <p class="trail">For our staff</p>
          <h1>Counter</h1>
          <p class="lead">
            Pick what the customer has chosen. They apply and sign on their own phone, or on a tablet of ours; this page
            is open because it is a demo.
          </p>
        </div>
        <ul class="counter-list">
          {products.map(({ sku, name, price }) => (
            <li key={sku}>
              <label for={`of-${sku}`}>{name}</label>
              <span>{dollars(price)}</span>
              <select
                class="input few"
                id={`of-${sku}`}
                value={chosen[sku] ?? 0}
                onChange={(event) => {
                  setChosen({ ...chosen, [sku]: Number(event.currentTarget.value) });
                  setProblem(null);
                }}
              >
                {Array.from({ length: quantityMax + 1 }, (_, quantity) => (
                  <option key={quantity} value={quantity}>
                    {quantity}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <SetUpTablet onMade={ask} />
      </div>
      <form class="till stack" aria-label="Hand over" onSubmit={submit}>
        {cart ? <OrderSums shipping={cart.shipping} total={cart.total} /> : <p class="lead">Nothing is chosen yet.</p>}
        <div class="field">
          <label for="associateId">Your associate number</label>
          <input class="input" id="associateId" name="associateId" required maxLength={64} defaultValue="A-17" />
        </div>
        {tablets.length > 0 && (
          <div class="field">
            <label for="kioskId">The customer goes on</label>
            <select
              class="input"
              id="kioskId"
              name="kioskId"
              value={kioskId}
              onChange={(event) => setKioskId(event.currentTarget.value)}
            >
              <option value="">on their own phone</option>
              {tablets.map(({ id, name }) => (
                <option key={id} value={id}>
                  on the tablet {name}
                </option>
              ))}
            </select>
          </div>
        )}
        {kioskId === '' && (
          <>
            <div class="field">
              <label for="phone">
                Text the link to <span class="opt">(only if the customer asks for it)</span>
              </label>
              <input class="input" id="phone" name="phone" type="tel" autocomplete="off" maxLength={40} />
            </div>
            <div class="field">
              <label for="language">The text is in</label>
              <select class="input" id="language" name="language">
                <option value="en">English</option>
                <option value="es">Spanish</option>
              </select>
            </div>
          </>
        )}
        <p class="problem" role="alert">
          {problem}
        </p>
        <button class="add" type="submit" aria-busy={busy || undefined}>
          Hand over to the customer
        </button>
      </form>
    </main>
  );
}
