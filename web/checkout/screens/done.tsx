import { useEffect, useState } from 'preact/hooks';
import type { Done } from '#contract/modal/view.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { PaymentStrokes } from '#web/ui/payment-strokes.tsx';
import { Row, Rows } from '#web/ui/rows.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { Screen } from '../screen.tsx';

const closesAfterSeconds = 8;

/** Signed and paid. The window closes by itself once the store's page has taken the news. */
export function DoneScreen() {
  const { view } = useCheckout();
  return view.done ? <SignedAndPaid done={view.done} /> : null;
}

function SignedAndPaid({ done }: { done: Done }) {
  const { view, page, leave } = useCheckout();
  const texts = useTexts();
  const words = texts.done;
  const store = view.merchant.name;
  const hosted = view.hosted;
  const isPaid = done.takenAt === 'signing';
  const leadOf = () => {
    if (hosted) return words.hosted(store);
    return page === 'unheard' ? undefined : page === 'heard' ? words.lead(store) : words.telling(store);
  };
  return (
    <Screen
      title={words.title}
      lead={leadOf()}
      eyebrow={false}
      above={
        <div>
          <span class="pill done">{words.pill[done.takenAt]}</span>
        </div>
      }
      onSubmit={() => leave('done')}
      foot={
        (!hosted || hosted.returnUrl) && [
          <ActionButton type="submit" wide>
            {texts.backToStore(store)}
          </ActionButton>,
          page === 'heard' && !hosted && <ClosesByItself />,
        ]
      }
    >
      {page === 'unheard' && !hosted && (
        <Note tone="now" icon="clock" title={words.unheard(store)} alert>
          {words.unheardLead(store)}
        </Note>
      )}
      {view.offer && (
        <PaymentStrokes count={view.offer.count} paid={isPaid ? 1 : 0} next tall label={words.strokes[done.takenAt]} />
      )}
      <Rows>
        <Row name={words.paid[done.takenAt]}>{dollars(done.paymentCents)}</Row>
        {view.offer && (
          <Row name={words.nextPayment(longDay(done.nextDueOn, texts.language))}>
            {dollars(view.offer.paymentCents)}
          </Row>
        )}
      </Rows>
      <Note icon="paper" title={words.copy}>
        {words.copyLead[done.takenAt](done.leaseNumber)}
      </Note>
      {hosted && (
        <section class="stack-2">
          <h2 class="label">{words.next}</h2>
          <ol class="strokes">
            {words.nextSteps[done.takenAt](store).map(({ title, text }) => (
              <li key={title}>
                <b>{title}</b>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Screen>
  );
}

function ClosesByItself() {
  const { leave, covered } = useCheckout();
  const texts = useTexts();
  const words = texts.done;
  const [seconds, setSeconds] = useState(closesAfterSeconds);
  const [kept, setKept] = useState(false);
  useEffect(() => {
    // Whoever reads something over it is not done.
    if (kept || covered) return;
    if (seconds === 0) return leave('done');
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds, kept, covered]);
  return kept ? null : (
    <p class="meta center">
      {words.closes(seconds)}{' '}
      <button class="link" type="button" onClick={() => setKept(true)}>
        {words.keep}
      </button>
    </p>
  );
}
