import { useLayoutEffect } from 'preact/hooks';
import { checkEmail } from '#core/application/contact.ts';
import { dollars } from '#core/money/dollars.ts';
import { Icon } from '#web/ui/icon.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import { Actions, Mistakes, Screen } from '../screen.tsx';
import { focusField, useForm } from '../use-form.ts';

/** The first question: a known address goes on to its password, an unknown one to the profile. */
export function EmailScreen() {
  const { view, texts, act } = useCheckout();
  const words = texts.email;
  const signsOnly = view.hosted?.signsOnly ?? false;
  const form = useForm({
    screen: 'email',
    start: { email: view.customer?.email ?? '' },
    check: ({ email }) => (checkEmail(email) === 'ok' ? {} : { email: email.trim() ? words.wrong : words.missing }),
    send: ({ email }) => act('email', { email: email.trim() }),
  });
  useLayoutEffect(() => focusField('email'), []);

  return (
    <Screen
      title={signsOnly ? words.signTitle : words.title}
      lead={signsOnly ? words.signLead(view.merchant.name) : words.lead}
      focus="none"
      above={<Glance />}
      onSubmit={form.submit}
      foot={<Actions form={form}>{texts.continue}</Actions>}
    >
      <Mistakes form={form} names={{ email: words.label }} />
      <TextField
        field={form.field('email')}
        label={words.label}
        input={{ type: 'email', autocomplete: 'email', inputMode: 'email', autocapitalize: 'off', spellcheck: false }}
      />
      {!signsOnly && (
        <section class="stack-2">
          <h2 class="label">{words.before}</h2>
          <ol class="strokes">
            {words.facts.map(({ title, text }) => (
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

function Glance() {
  const { view, texts } = useCheckout();
  const { order, offer } = view;
  const first = order?.lines[0];
  if (!order || !first) return null;
  const more = order.lines.length - 1;
  return (
    <div class="glance">
      <span class="thumb">{first.imageUrl ? <img src={first.imageUrl} alt="" /> : <Icon name="box" />}</span>
      <b>
        {first.description}
        {more > 0 && texts.email.more(more)}
      </b>
      <p>
        {offer
          ? texts.email.glance(
              dollars(offer.paymentCents),
              texts.frequencies[offer.frequency].unit,
              offer.count,
              dollars(offer.totalOfPaymentsCents + offer.totalTaxCents),
              dollars(offer.cashPriceCents),
            )
          : texts.email.glanceCash(dollars(order.totalCents))}
      </p>
    </div>
  );
}
