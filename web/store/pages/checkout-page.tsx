import { addDays } from '#core/calendar/day.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { useBag } from '../bag.ts';
import { priceCart } from '../cart.ts';
import { ProductPicture } from '../pictures/product-picture.tsx';
import type { Settings } from '../settings.ts';
import { FlexPayButton } from './flexpay-button.tsx';
import { LeaseMessage } from './lease-message.tsx';
import { OrderSums } from './order-sums.tsx';

/** The last look at the order, and the way to pay for it. */
export function CheckoutPage({ settings }: { settings: Settings | null }) {
  const cart = priceCart(useBag());
  if (!cart) {
    return (
      <main class="wide">
        <div class="hello">
          <h1>Nothing to check out</h1>
          <p class="lead">
            Your bag is empty. <a href="/store">Look around the shop</a>
          </p>
        </div>
      </main>
    );
  }
  const { shipping, total } = cart;
  return (
    <main class="wide split-page">
      <div class="stack-5">
        <div>
          <p class="trail">
            <a href="/store/bag">Your bag</a>
          </p>
          <h1>Check out</h1>
        </div>
        <section class="stack-2">
          <h2>Your order</h2>
          <ul class="bag-lines">
            {cart.lines.map(({ product, quantity, amount }) => (
              <li key={product.sku}>
                <span class="tile">
                  <ProductPicture slug={product.slug} />
                </span>
                <div>
                  <span class="thing">{product.name}</span>
                  <p class="meta">
                    {product.brand}, new, quantity {quantity}
                  </p>
                </div>
                <p class="amount">{dollars(amount)}</p>
              </li>
            ))}
          </ul>
        </section>
        <section class="stack-2">
          <h2>{shipping.method === 'store' ? 'Pick-up' : 'Delivery'}</h2>
          <p>
            {shipping.method === 'store' ? 'At our shop, 12 Harbor Row' : 'To the home address you give FlexPay'}
            {settings?.today && `, by ${longDay(addDays(settings.today, shipping.days))}`}.{' '}
            <a href="/store/bag">Change</a>
          </p>
        </section>
      </div>
      <aside class="till stack" aria-label="Pay">
        <OrderSums shipping={shipping} total={total} />
        <Pay settings={settings} total={total} />
      </aside>
    </main>
  );
}

function Pay({ settings, total }: { settings: Settings | null; total: number }) {
  if (!settings) return <span class="skeleton" />;
  if (settings.minimumTotal === null)
    return <p class="problem">FlexPay can’t be reached at the moment. Please come back in a minute.</p>;
  if (total < settings.minimumTotal) {
    return (
      <p class="problem">
        FlexPay takes orders from {dollars(settings.minimumTotal)}: {dollars(settings.minimumTotal - total)} to go.{' '}
        <a href="/store">Look around the shop</a>
      </p>
    );
  }
  return (
    <>
      <FlexPayButton sdkUrl={settings.sdkUrl} />
      <LeaseMessage cashPrice={total} settings={settings} />
    </>
  );
}
