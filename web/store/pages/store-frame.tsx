import type { ComponentChildren } from 'preact';
import type { Day } from '#core/calendar/day.ts';
import { shortDay } from '#core/calendar/day-text.ts';
import { pieces, useBag } from '../bag.ts';
import { rooms } from '../catalogue.ts';

/** What stands around every page of the shop. */
export function StoreFrame(props: { path: string; today: Day | null; children: ComponentChildren }) {
  const count = pieces(useBag());
  const current = (path: string) => (props.path === path ? 'page' : undefined);
  return (
    <div class="store">
      <aside class="demo-bar" aria-label="Simulation">
        <span>
          <b>Demo store.</b> {props.today && `It is ${shortDay(props.today)}.`} Nothing here is sold or sent.
        </span>
        <a href="/">Open the sandbox</a>
      </aside>
      <header class="store-top">
        <a class="store-name" href="/store">
          Marlow &amp; Finch
        </a>
        <nav aria-label="Shop">
          {Object.entries(rooms).map(([room, name]) => (
            <a key={room} href={`/store/room/${room}`} aria-current={current(`/store/room/${room}`)}>
              {name}
            </a>
          ))}
        </nav>
        <a class="bag" href="/store/bag" aria-current={current('/store/bag')}>
          Bag, {count === 1 ? '1 item' : `${count} items`}
        </a>
      </header>
      {props.children}
      <footer class="store-foot">
        <p>Marlow &amp; Finch, good things for a home. A demo store of the FlexPay sandbox.</p>
        <p>
          <a href="/store/staff">For our staff: orders</a>, <a href="/store/counter">counter</a>
        </p>
      </footer>
    </div>
  );
}
