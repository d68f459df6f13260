import { useState } from 'preact/hooks';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { askShop } from '../ask-shop.ts';
import type { LineUnits, OrderView } from '../back-office/store-order.ts';
import { orderState, unitsState } from '../order-state.ts';
import type { Settings } from '../settings.ts';
import { useShop } from '../use-shop.ts';
import { OrderSums } from './order-sums.tsx';
import { Pill } from './pill.tsx';
import { ShipmentFields } from './shipment-fields.tsx';
import { UnitsForm } from './units-form.tsx';

/** One order: what is in it, where it is, and what can be done with it. */
export function StaffOrderPage({ id, settings }: { id: string; settings: Settings | null }) {
  const [said, askAgain] = useShop<{ order: OrderView }>(`/orders/${id}`);
  const [problem, setProblem] = useState<string | null>(null);
  if (!said) return <main class="wide" aria-busy="true" />;
  if (!said.ok) {
    return (
      <main class="wide">
        <div class="hello">
          <h1>No such order</h1>
          <p class="lead">{said.message}</p>
        </div>
      </main>
    );
  }
  const { order } = said.data;
  const act = (action: string) => async (chosen: object) => {
    const done = await askShop(`/orders/${id}/${action}`, chosen);
    setProblem(done.ok ? null : done.message);
    await askAgain();
  };
  const open = (place: keyof LineUnits) =>
    order.lines
      .map((line) => ({ sku: line.sku, name: line.name, most: line.units?.[place] ?? 0 }))
      .filter((line) => line.most > 0);
  return (
    <main class="wide split-page">
      <div class="stack-5">
        <div>
          <p class="trail">
            <a href="/store/staff">Orders</a>
          </p>
          <h1>
            {order.transactionId} <Pill state={orderState(order)} />
          </h1>
          <p class="lead">
            Signed {longDay(order.placedOn)}, lease {order.leaseNumber}
          </p>
        </div>
        <p class="problem" role="alert">
          {problem}
        </p>
        <Lines order={order} />
        <UnitsForm
          key={keyOf('ship', order)}
          title="Ship"
          press="Confirm shipment"
          lines={open('toShip')}
          onChosen={act('ship')}
        >
          <ShipmentFields today={settings?.today ?? null} />
        </UnitsForm>
        <UnitsForm
          key={keyOf('receive', order)}
          title="On the way"
          press="Confirm delivery"
          lines={open('onTheWay')}
          onChosen={act('receive')}
        />
        <UnitsForm
          key={keyOf('return', order)}
          title="Taken back"
          press="Take back"
          quiet
          lines={open('delivered')}
          onChosen={act('return')}
        />
        <UnitsForm
          key={keyOf('cancel', order)}
          title="Can’t be sent"
          press="Cancel items"
          quiet
          lines={open('toShip')}
          onChosen={act('cancel')}
        />
      </div>
      <aside class="till stack" aria-label="What it costs">
        <OrderSums shipping={order.shipping} total={order.total} />
        <p class="small lead">
          {order.shipping.name}, planned for {longDay(order.shipping.arrivesOn)}. Who leases, from which account and how
          it is paid stays between the shopper and FlexPay.
        </p>
        {order.shipments.map((shipment, index) => (
          <p key={index} class="small">
            <b>{shipment.carrier}</b> {shipment.trackingNumber}, sent {longDay(shipment.shippedOn)}
          </p>
        ))}
      </aside>
    </main>
  );
}

// The forms start anew when FlexPay's numbers change, so that nothing stays chosen that is gone.
const keyOf = (action: string, order: OrderView): string =>
  action + JSON.stringify(order.lines.map((line) => line.units));

function Lines({ order }: { order: OrderView }) {
  return (
    <table class="table digest">
      <caption class="sr">Items of this order</caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col" class="num">
            Quantity
          </th>
          <th scope="col" class="num">
            Price
          </th>
          <th scope="col">Where it is</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.sku}>
            <td class="left r1">
              <b>{line.name}</b>
              <span class="under">{line.sku}, new</span>
            </td>
            <td class="num left r2 say" data-label="Quantity">
              {line.quantity}
            </td>
            <td class="num right r1">{dollars(line.unitPrice * line.quantity)}</td>
            <td class="right r2">{line.units ? <Pill state={unitsState(line.units)} flat /> : 'Not known now'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
