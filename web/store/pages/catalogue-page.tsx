import { dollars } from '#core/money/dollars.ts';
import { products, type Room, rooms } from '../catalogue.ts';
import { ProductPicture } from '../pictures/product-picture.tsx';
import type { Settings } from '../settings.ts';
import { ApplyFirst } from './apply-first.tsx';

/** Everything the shop sells, or one room of it. */
export function CataloguePage({ room, settings }: { room: Room | null; settings: Settings | null }) {
  const shown = products.filter((product) => room === null || product.room === room);
  return (
    <main class="wide">
      <div class="hello">
        <h1>{room === null ? 'Good things for a home' : rooms[room]}</h1>
        {room === null && <p class="lead">Few of them, made well. Pay at once, or lease to own with FlexPay.</p>}
        {room === null && settings && settings.minimumTotal !== null && <ApplyFirst sdkUrl={settings.sdkUrl} />}
      </div>
      <ul class="shelf">
        {shown.map((product) => (
          <li key={product.sku}>
            <a class="card-link" href={`/store/p/${product.slug}`}>
              <span class="frame">
                <ProductPicture slug={product.slug} />
              </span>
              <span class="name">{product.name}</span>
              <span class="price">{dollars(product.price)}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
