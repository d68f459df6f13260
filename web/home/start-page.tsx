import { render } from 'preact';
import { ClockCard } from './clock-card.tsx';
import { HealthCard } from './health-card.tsx';
import { KeysCard } from './keys-card.tsx';
import { MagicCard } from './magic-card.tsx';
import { SandboxFrame } from './sandbox-frame.tsx';
import { storeElsewhere } from './store-elsewhere.ts';

function StartPage() {
  return (
    <SandboxFrame at="start">
      <main class="home-in">
        <div class="welcome">
          <h1>Lease-to-own, running on your machine</h1>
          <p class="lead">
            A shopper leases a cart, pays by the week and owns it in the end, or sends it back. The store gets paid.
            Begin with the first door.
          </p>
        </div>
        <ol class="doors">
          <Door href={storeElsewhere()} title="Shop at Marlow & Finch" press="Open the store">
            Fill a bag, check out, and lease it with the button. Any e-mail address will do; codes and letters land in
            the inbox.
          </Door>
          <Door href="/sandbox/inbox" title="Read the mail" press="Open the inbox">
            Every e-mail and text that FlexPay would send: codes, decisions, signed agreements.
          </Door>
          <Door href={`${storeElsewhere()}/staff`} title="Pack the orders" press="Open the store’s orders">
            Ship, confirm the delivery, cancel or take back. Then move the clock and see payments fall due.
          </Door>
        </ol>
        <div class="home-cols">
          <div class="stack-5">
            <KeysCard />
            <MagicCard />
          </div>
          <div class="stack-5">
            <ClockCard />
            <HealthCard />
            <section class="card stack-2">
              <h2>Build on it</h2>
              <p class="small">
                <a href="/docs">The API, operation by operation</a>, with examples to try here,{' '}
                <a href="/docs/guides/the-button">the button on a page</a>, and a store’s server in{' '}
                <a href="/docs/guides/merchant-server-node">Node</a>, <a href="/docs/guides/merchant-server-php">PHP</a>{' '}
                and <a href="/docs/guides/merchant-server-python">Python</a>, step by step.
              </p>
              <p class="small">
                <a href="/ui">Every piece of the screens</a> in each of its states, in the light and in the dark.
              </p>
              <p class="small lead">In the folder of this checkout:</p>
              <ul class="paths">
                <li>
                  <code>README.md</code> how to start, settings, commands
                </li>
                <li>
                  <code>ARCHITECTURE.md</code> the rooms of the house
                </li>
                <li>
                  <code>npx flexpay audit</code> checks every cent
                </li>
              </ul>
            </section>
          </div>
        </div>
      </main>
    </SandboxFrame>
  );
}

function Door(props: { href: string; title: string; press: string; children: string }) {
  return (
    <li class="door">
      <h2>{props.title}</h2>
      <p class="lead">{props.children}</p>
      <p>
        <a class="btn" href={props.href}>
          {props.press}
        </a>
      </p>
    </li>
  );
}

const root = document.getElementById('home');
if (root) render(<StartPage />, root);
