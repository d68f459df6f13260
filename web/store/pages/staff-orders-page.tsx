import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { OrderView } from '../back-office/store-order.ts';
import { orderState } from '../order-state.ts';
import { useShop } from '../use-shop.ts';
import { Pill } from './pill.tsx';

/** Every order of the shop, for the people who pack them. */
export function StaffOrdersPage() {
  const [said] = useShop<{ orders: OrderView[] }>('/orders');
  return (
    <main class="wide stack-5">
      <div class="hello">
        <h1>Orders</h1>
        <p class="lead">
          What shoppers leased. FlexPay pays us for an item when it has been delivered. This page is open because it is
          a demo.
        </p>
      </div>
      {said && !said.ok && <p class="problem">{said.message}</p>}
      {said?.ok && said.data.orders.length === 0 && (
        <div class="empty">
          <b>No orders yet</b>
          <p>
            When a shopper signs a lease, the order appears here. <a href="/store">Try it in the shop</a>
          </p>
        </div>
      )}
      {said?.ok && said.data.orders.length > 0 && <OrderTable orders={said.data.orders} />}
    </main>
  );
}

function OrderTable({ orders }: { orders: OrderView[] }) {
  return (
    <table class="table digest">
      <caption class="sr">Orders, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Items</th>
          <th scope="col" class="num">
            Total
          </th>
          <th scope="col">Lease</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.transactionId}>
            <td class="left r1">
              <a href={`/store/staff/${order.transactionId}`}>{order.transactionId}</a>
              <span class="under">{longDay(order.placedOn)}</span>
            </td>
            <td class="left r2">{order.lines.map((line) => named(line.name, line.quantity)).join(', ')}</td>
            <td class="num right r1">{dollars(order.total)}</td>
            <td class="left r3">{order.leaseNumber}</td>
            <td class="right r3">
              <Pill state={orderState(order)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const named = (name: string, quantity: number): string => (quantity === 1 ? name : `${quantity} × ${name}`);
