import { dollars } from '#core/money/dollars.ts';
import { keepBag, putInBag, useBag } from '../bag.ts';
import { type PricedCart, priceCart, quantityMax, type ShippingMethod, shippingMethods } from '../cart.ts';
import { ProductPicture } from '../pictures/product-picture.tsx';
import type { Settings } from '../settings.ts';
import { LeaseMessage } from './lease-message.tsx';
import { OrderSums } from './order-sums.tsx';

/** What is in the bag, how it gets to the shopper, and what it costs. */
export function BagPage({ settings }: { settings: Settings | null }) {
  const bag = useBag();
  const cart = priceCart(bag);
  if (!cart) {
    return (
      <main class="wide">
        <div class="hello">
          <h1>Your bag is empty</h1>
          <p class="lead">
            <a href="/store">Look around the shop</a>
          </p>
        </div>
      </main>
    );
  }
  return (
    <main class="wide split-page">
      <div class="stack-5">
        <h1>Your bag</h1>
        <ul class="bag-lines">
          {cart.lines.map((line) => (
            <BagLine key={line.product.sku} line={line} />
          ))}
        </ul>
        <fieldset>
          <legend class="label">How it gets to you</legend>
          <div class="choices">
            {Object.entries(shippingMethods).map(([method, { name, under, cost }]) => (
              <label class="choice" key={method}>
                <input
                  class="tick"
                  type="radio"
                  name="shipping"
                  checked={bag.shipping === method}
                  onChange={() => keepBag({ ...bag, shipping: method as ShippingMethod })}
                />
                <span>
                  {name}, {cost === 0 ? 'free' : dollars(cost)}
                  <small>{under}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <aside class="till stack" aria-label="What it costs">
        <OrderSums shipping={cart.shipping} total={cart.total} />
        <a class="add" href="/store/checkout">
          Check out
        </a>
        <LeaseMessage cashPrice={cart.total} settings={settings} />
      </aside>
    </main>
  );
}

function BagLine({ line }: { line: PricedCart['lines'][number] }) {
  const { product, quantity, amount } = line;
  return (
    <li>
      <span class="tile">
        <ProductPicture slug={product.slug} />
      </span>
      <div>
        <a class="thing" href={`/store/p/${product.slug}`}>
          {product.name}
        </a>
        <p class="meta">{dollars(product.price)} each</p>
        <div class="bag-acts">
          <label>
            <span class="sr">How many of {product.name}</span>
            <select
              class="input few"
              value={quantity}
              onChange={(event) => putInBag(product.sku, Number(event.currentTarget.value))}
            >
              {Array.from({ length: quantityMax }, (_, index) => (
                <option key={index} value={index + 1}>
                  {index + 1}
                </option>
              ))}
            </select>
          </label>
          <button class="text-button" type="button" onClick={() => putInBag(product.sku, 0)}>
            Take out<span class="sr"> {product.name}</span>
          </button>
        </div>
      </div>
      <p class="amount">{dollars(amount)}</p>
    </li>
  );
}
