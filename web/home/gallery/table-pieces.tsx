import { ActionButton } from '../../ui/action-button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Piece, State } from './piece.tsx';

/** Tables, and what stands there while nothing does. */
export function TablePieces() {
  return (
    <>
      <Piece file="table.css" title="Table" broad>
        <table class="table digest">
          <caption class="sr">Orders, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Goods</th>
              <th scope="col" class="num">
                Cash price
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {orders.map(({ id, day, goods, price, look, state }) => (
              <tr key={id}>
                <td class="left r1">
                  {id}
                  <span class="under">{day}</span>
                </td>
                <td class="left r2 quiet">{goods}</td>
                <td class="num right r1">{price}</td>
                <td class="right r2">
                  <span class={`pill ${look}`}>{state}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Piece>
      <Piece file="status.css" title="Nothing there yet">
        <div class="empty">
          <Mark />
          <b>No orders yet</b>
          <p>When a shopper signs, the order appears here.</p>
          <ActionButton kind="quiet" small>
            Open the store
          </ActionButton>
        </div>
      </Piece>
      <Piece file="status.css" title="Waiting, and the sandbox’s band">
        <div class="stack">
          <State name="Words are on their way">
            <div class="stack-2" role="status" aria-label="Loading">
              <span class="skeleton" />
              <span class="skeleton short" />
            </div>
          </State>
          <State name="Hatched, so that nobody takes it for real">
            <p class="sim">
              <span>
                <b>Sandbox.</b> Do not type a real number here.
              </span>
            </p>
          </State>
        </div>
      </Piece>
    </>
  );
}

const orders = [
  {
    id: 'MF-1042',
    day: 'November 20, 2026',
    goods: 'Halden desk lamp',
    price: '$105.00',
    look: 'way',
    state: 'On the way',
  },
  { id: 'MF-1041', day: 'November 18, 2026', goods: 'Oak bookcase', price: '$670.99', look: 'now', state: 'To pack' },
  {
    id: 'MF-1036',
    day: 'November 9, 2026',
    goods: 'Wool rug',
    price: '$1,240.00',
    look: 'flat done',
    state: 'Delivered',
  },
  {
    id: 'MF-1031',
    day: 'November 2, 2026',
    goods: 'Armchair',
    price: '$399.00',
    look: 'flat over',
    state: 'Cancelled',
  },
];
