import { dollars } from '#core/money/dollars.ts';
import { AmountsInBold } from '#web/ui/amounts-in-bold.tsx';
import { Consent } from '#web/ui/consent.tsx';
import { Note } from '#web/ui/note.tsx';
import { Row, Rows } from '#web/ui/rows.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { Actions, Mistakes, Screen } from '../screen.tsx';
import { useForm } from '../use-form.ts';

/** The first payment, with the permission to debit as a text and a tick of its own. A refusal keeps the screen usable. */
export function PaymentScreen() {
  const { view, act, openPanel } = useCheckout();
  const texts = useTexts();
  const words = texts.payment;
  const form = useForm({
    screen: 'payment',
    start: { debitAuthorized: '' },
    check: ({ debitAuthorized }) => (debitAuthorized === 'yes' ? {} : { debitAuthorized: words.missing }),
    send: () => act('pay', { debitAuthorized: true }),
  });
  const payment = view.payment;
  if (!payment) return null;
  const amount = dollars(payment.amountCents);
  const refused = form.refused?.statusCode === 402 ? form.refused : payment.refused;

  return (
    <Screen
      title={words.title}
      lead={words.lead}
      onSubmit={form.submit}
      foot={<Actions form={form}>{words.pay(amount)}</Actions>}
    >
      {refused ? (
        <Note tone="wrong" icon="warning" title={words.refused} alert>
          {words.refusedLead}{' '}
          {view.back && (
            <button class="link" type="button" onClick={() => void act('back', { to: 'bank' })}>
              {words.another}
            </button>
          )}
        </Note>
      ) : (
        <Mistakes form={form} names={{ debitAuthorized: words.names.debitAuthorized }} />
      )}
      <Rows>
        <Row name={words.from}>
          {payment.bankName
            ? words.account(payment.bankName, payment.accountLast4)
            : words.accountOnly(payment.accountLast4)}
        </Row>
        <Row name={words.amount} tone="sum">
          {amount}
        </Row>
      </Rows>
      <Consent
        field={form.field('debitAuthorized')}
        label={<AmountsInBold text={words.authorize(view.brand.company, amount)} />}
      >
        <p class="docs">
          <button
            class="link"
            type="button"
            onClick={() => openPanel({ title: words.readTitle, html: payment.authorizationHtml })}
          >
            {words.read}
          </button>
        </p>
      </Consent>
    </Screen>
  );
}
