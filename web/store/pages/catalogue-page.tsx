import { dollars } from '#core/money/dollars.ts';
import { products, type Room, rooms } from '../catalogue.ts';
import { ProductPicture } from '../pictures/product-picture.tsx';

/** Everything the shop sells, or one room of it. */
export function CataloguePage({ room }: { room: Room | null }) {
  const shown = products.filter((product) => room === null || product.room === room);
  return (
    <main class="wide">
      <div class="hello">
        <h1>{room === null ? 'Good things for a home' : rooms[room]}</h1>
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
