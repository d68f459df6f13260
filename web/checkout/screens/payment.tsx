import { useState } from 'preact/hooks';
import type { FirstPayment } from '#contract/modal/view.ts';
import { dollars } from '#core/money/dollars.ts';
import { cardBrandNames } from '#core/payment/card-number.ts';
import { AmountsInBold } from '#web/ui/amounts-in-bold.tsx';
import { Consent } from '#web/ui/consent.tsx';
import { Note } from '#web/ui/note.tsx';
import { Row, Rows } from '#web/ui/rows.tsx';
import { CardFrame } from '../card-frame.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { PaperBox } from '../paper-box.tsx';
import { Actions, Mistakes, RefusedNote, Screen } from '../screen.tsx';
import type { Refusal } from '../server-call.ts';
import { useForm } from '../use-form.ts';

/**
 * The first payment, from the account or from a card, with the permission for it as a text and a tick of its own. A
 * refusal keeps the screen usable.
 */
export function PaymentScreen() {
  const { view, act } = useCheckout();
  const [addsCard, setAddsCard] = useState(false);
  if (!view.payment) return null;
  if (addsCard && view.payment.cardForm !== null) {
    return <NewCard address={view.payment.cardForm} onEnd={() => setAddsCard(false)} />;
  }
  const { card } = view.payment;
  return (
    <PayScreen
      // Another permission is another tick.
      key={card === null ? 'account' : `${card.brand} ${card.last4}`}
      payment={view.payment}
      onCard={() => setAddsCard(true)}
      onAccount={() => void act('use-account', {})}
    />
  );
}

function PayScreen(props: { payment: FirstPayment; onCard(): void; onAccount(): void }) {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.payment;
  const { payment } = props;
  const by = payment.card === null ? words.byAccount : words.byCard;
  const form = useForm({
    screen: 'payment',
    start: { debitAuthorized: '' },
    check: ({ debitAuthorized }) => (debitAuthorized === 'yes' ? {} : { debitAuthorized: by.missing }),
    send: () => act('pay', { debitAuthorized: true }),
  });
  const amount = dollars(payment.amountCents);
  const refused = form.refused?.statusCode === 402 ? form.refused : payment.refused;

  return (
    <Screen
      title={words.title}
      lead={words.lead[payment.takenAt]}
      onSubmit={form.submit}
      foot={<Actions form={form}>{words.pay[payment.takenAt](amount)}</Actions>}
    >
      {refused ? (
        <Note tone="wrong" icon="warning" title={words.refused} alert>
          {by.refusedLead}{' '}
          {view.back && (
            <button class="link" type="button" onClick={() => void act('back', { to: 'bank' })}>
              {words.another}
            </button>
          )}
        </Note>
      ) : (
        <Mistakes form={form} names={{ debitAuthorized: by.name }} />
      )}
      <Rows>
        <Row name={words.from}>
          <PaidFrom payment={payment} />
        </Row>
        <Row name={words.amount[payment.takenAt]} tone="sum">
          {amount}
        </Row>
      </Rows>
      {payment.cardForm !== null && (
        <p class="pay-ways">
          <button class="link" type="button" onClick={props.onCard}>
            {payment.card === null ? words.useCard : words.anotherCard}
          </button>
          {payment.card !== null && (
            <button class="link" type="button" onClick={props.onAccount}>
              {words.useAccount}
            </button>
          )}
        </p>
      )}
      <PaperBox title={by.paper} html={payment.authorizationHtml} />
      <Consent
        field={form.field('debitAuthorized')}
        label={<AmountsInBold text={by.authorize[payment.takenAt](view.brand.company, amount)} />}
      />
    </Screen>
  );
}

function PaidFrom({ payment: { account, card } }: { payment: FirstPayment }) {
  const words = useTexts().payment;
  if (card !== null) return words.card(cardBrandNames[card.brand], card.last4);
  if (account === null) return null;
  return account.bankName ? words.account(account.bankName, account.last4) : words.accountOnly(account.last4);
}

/** The card form; its own button ends it. Nothing is charged before the permission is given on the screen it leads back to. */
function NewCard(props: { address: string; onEnd(): void }) {
  const { act } = useCheckout();
  const texts = useTexts();
  const words = texts.payment;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return (
    <Screen
      title={words.cardTitle}
      lead={words.cardLead}
      foot={
        <div class="foot-acts">
          <button class="btn quiet wide" type="button" onClick={props.onEnd}>
            {words.keepAccount}
          </button>
        </div>
      }
    >
      {refusal && <RefusedNote refusal={refusal} />}
      <CardFrame
        address={props.address}
        title={words.cardTitle}
        onCard={async (card) => {
          const refused = await act('card', card);
          setRefusal(refused);
          if (refused === null) props.onEnd();
        }}
      />
    </Screen>
  );
}
