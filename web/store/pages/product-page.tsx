import { useState } from 'preact/hooks';
import { addDays } from '#core/calendar/day.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { inBag, putInBag, useBag } from '../bag.ts';
import { quantityMax, shippingMethods } from '../cart.ts';
import { type Product, rooms } from '../catalogue.ts';
import { ProductPicture } from '../pictures/product-picture.tsx';
import type { Settings } from '../settings.ts';
import { LeaseMessage } from './lease-message.tsx';

/** One product: its picture, its price, and what a lease of it would cost. */
export function ProductPage({ product, settings }: { product: Product; settings: Settings | null }) {
  const bag = useBag();
  const [added, setAdded] = useState(false);
  const { cost, days } = shippingMethods.ground;
  const full = inBag(bag, product.sku) >= quantityMax;
  const add = () => {
    putInBag(product.sku, inBag(bag, product.sku) + 1);
    setAdded(true);
  };
  return (
    <main class="store-in">
      <p class="trail">
        <a href="/store">Shop</a> / <a href={`/store/room/${product.room}`}>{rooms[product.room]}</a>
      </p>
      <div class="photo">
        <ProductPicture slug={product.slug} />
      </div>
      <div class="stack">
        <h1>{product.name}</h1>
        <p class="price">{dollars(product.price)}</p>
        <p class="lead">{product.say}</p>
        <p class="small">
          Delivery: <b>{dollars(cost)}</b>
          {settings?.today && `, by ${longDay(addDays(settings.today, days))}`}.
        </p>
        <div class="ways">
          <button class="add" type="button" aria-disabled={full || undefined} onClick={() => !full && add()}>
            {full ? 'That is all we have' : 'Add to bag'}
          </button>
          <p class="added" role="status">
            {added && (
              <>
                In your bag. <a href="/store/bag">Look at your bag</a>
              </>
            )}
          </p>
          <LeaseMessage cashPrice={product.price + cost} settings={settings} />
        </div>
        <h2 class="small">Details</h2>
        <ul class="plain-list">
          {product.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
          <li>Article {product.sku}, new</li>
        </ul>
      </div>
    </main>
  );
}
