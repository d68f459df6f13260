import type { ComponentChildren } from 'preact';
import { Mark } from '../ui/mark.tsx';
import { storeElsewhere } from './store-elsewhere.ts';

/** What stands around the pages of the sandbox. */
export function SandboxFrame(props: { at: 'start' | 'inbox' | 'ui'; children: ComponentChildren }) {
  const current = (page: string) => (props.at === page ? 'page' : undefined);
  return (
    <div class="home">
      <aside class="stripe" aria-label="Simulation">
        <b>Sandbox.</b> Nobody pays, nobody is asked, nothing leaves this machine. Do not type a real number here.
      </aside>
      <header class="home-top">
        <a class="brand" href="/">
          <Mark /> FlexPay
        </a>
        <nav aria-label="Sandbox">
          <a href="/" aria-current={current('start')}>
            Start
          </a>
          <a href={storeElsewhere()}>Store</a>
          <a href="/sandbox/inbox" aria-current={current('inbox')}>
            Inbox
          </a>
          <a href="/ui" aria-current={current('ui')}>
            Components
          </a>
        </nav>
      </header>
      {props.children}
    </div>
  );
}
