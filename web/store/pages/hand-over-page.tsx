import { useEffect, useState } from 'preact/hooks';
import { dollars } from '#core/money/dollars.ts';
import { askShop } from '../ask-shop.ts';
import { atCounter, type HandOverSaid, isOpen } from '../at-counter.ts';
import { useShop } from '../use-shop.ts';
import { Pill } from './pill.tsx';

const lookEveryMs = 2_000;

/** The counter's screen: the code for the customer's camera, and a word for how far they are. Nothing about them. */
export function HandOverPage({ id }: { id: string }) {
  const [said, look] = useShop<HandOverSaid>(`/hand-overs/${id}`);
  const [problem, setProblem] = useState<string | null>(null);
  const handOver = said?.ok ? said.data.handOver : null;
  const unknown = said !== null && !said.ok && said.status === 404;
  const over = unknown || (handOver !== null && !isOpen(handOver.status));
  useEffect(() => {
    if (over) return;
    const timer = setTimeout(() => void look(), lookEveryMs);
    return () => clearTimeout(timer);
  }, [said, over]);
  const act = async (action: 'renew' | 'cancel') => {
    const done = await askShop(`/hand-overs/${id}/${action}`, {});
    setProblem(done.ok ? null : done.message);
    await look();
  };
  if (!said) return <main class="wide" aria-busy="true" />;
  if (!handOver) {
    return (
      <main class="wide">
        <div class="hello">
          <h1>{unknown ? 'No such hand-over' : 'One moment'}</h1>
          <p class="lead">{said.ok ? '' : said.message}</p>
        </div>
      </main>
    );
  }
  const { status, transactionId, associateId, kioskId, total, qrCode, redirectUri } = handOver;
  const now = atCounter(handOver);
  return (
    <main class="wide split-page">
      <div class="stack-5">
        <div>
          <p class="trail">
            <a href="/store/counter">Counter</a>
          </p>
          <h1>
            {transactionId} <Pill state={now} />
          </h1>
          <p class="lead" role="status">
            <span class="sr">{now.word}. </span>
            {now.next}
          </p>
        </div>
        {qrCode && redirectUri && (
          <figure class="counter-code">
            <img src={`data:image/svg+xml,${encodeURIComponent(qrCode)}`} alt="Code for the customer’s camera" />
            <figcaption class="meta">{redirectUri}</figcaption>
          </figure>
        )}
      </div>
      <aside class="till stack" aria-label="This order">
        <p>
          <b>{dollars(Math.round(total * 100))}</b>, handed over by {associateId}
        </p>
        <p class="problem" role="alert">
          {problem}
        </p>
        {isOpen(status) && (
          <>
            <button class="add quiet" type="button" onClick={() => void act('renew')}>
              {kioskId === null ? 'New code' : 'To their own phone instead'}
            </button>
            <button class="add quiet" type="button" onClick={() => void act('cancel')}>
              Take it back
            </button>
          </>
        )}
        {status === 'signed' && (
          <a class="add quiet" href={`/store/staff/${transactionId}`}>
            See the order
          </a>
        )}
        <a class="add" href="/store/counter">
          Next customer
        </a>
      </aside>
    </main>
  );
}
