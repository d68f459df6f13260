import { dollars } from '#core/money/dollars.ts';
import { products, type Room, rooms } from '../catalogue.ts';
import { ProductPicture } from '../pictures/product-picture.tsx';

/** Everything the shop sells, or one room of it. */
export function CataloguePage({ room }: { room: string | null }) {
  const shown = products.filter((product) => room === null || product.room === room);
  return (
    <main class="wide">
      <div class="hello">
        <h1>{room === null ? 'Good things for a home' : (rooms[room as Room] ?? 'Good things for a home')}</h1>
        {room === null && <p class="lead">Few of them, made well. Pay at once, or lease to own with FlexPay.</p>}
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
