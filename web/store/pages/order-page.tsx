import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { OrderView } from '../back-office/store-order.ts';
import { orderState, unitsState } from '../order-state.ts';
import { ProductPicture } from '../pictures/product-picture.tsx';
import { useShop } from '../use-shop.ts';
import { OrderSums } from './order-sums.tsx';
import { Pill } from './pill.tsx';

/** What was ordered, under which lease, and where it is. */
export function OrderPage({ id }: { id: string }) {
  const [said] = useShop<{ order: OrderView }>(`/orders/${id}`);
  if (!said) return <main class="wide" aria-busy="true" />;
  if (!said.ok) {
    return (
      <main class="wide">
        <div class="hello">
          <h1>We can’t show this order</h1>
          <p class="lead">{said.message}</p>
        </div>
      </main>
    );
  }
  const { order } = said.data;
  return (
    <main class="wide split-page">
      <div class="stack-5">
        <div>
          <p class="trail">Ordered {longDay(order.placedOn)}</p>
          <h1>
            Thank you. Order {order.transactionId} <Pill state={orderState(order)} />
          </h1>
        </div>
        <ul class="bag-lines">
          {order.lines.map((line) => (
            <li key={line.sku}>
              <span class="tile">
                <ProductPicture slug={line.slug} />
              </span>
              <div>
                <a class="thing" href={`/store/p/${line.slug}`}>
                  {line.name}
                </a>
                <p class="meta">
                  {line.brand}, new, quantity {line.quantity}
                </p>
                {line.units && <Pill state={unitsState(line.units)} flat />}
              </div>
              <p class="amount">{dollars(line.unitPrice * line.quantity)}</p>
            </li>
          ))}
        </ul>
        {order.shipments.map((shipment, index) => (
          <p key={index} class="small">
            Sent {longDay(shipment.shippedOn)} with {shipment.carrier}
            {shipment.trackingNumber && `, tracking number ${shipment.trackingNumber}`}.
          </p>
        ))}
      </div>
      <aside class="till stack" aria-label="What it costs">
        <OrderSums shipping={order.shipping} total={order.total} />
        <p>
          Leased with FlexPay, lease <b>{order.leaseNumber}</b>. Your agreement and your payment days are in your
          e-mail.
        </p>
        <p class="small lead">
          {order.shipping.name}: planned for {longDay(order.shipping.arrivesOn)}.
        </p>
      </aside>
    </main>
  );
}
