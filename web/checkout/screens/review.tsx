import { useState } from 'preact/hooks';
import type { Frequency, Offer } from '#contract/modal/view.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { AmountsInBold } from '#web/ui/amounts-in-bold.tsx';
import { ChoiceField } from '#web/ui/choice-field.tsx';
import { Fold } from '#web/ui/fold.tsx';
import { Note } from '#web/ui/note.tsx';
import { PaymentStrokes } from '#web/ui/payment-strokes.tsx';
import { Row, Rows } from '#web/ui/rows.tsx';
import { TotalPlate } from '#web/ui/total-plate.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { RefusedNote, Screen } from '../screen.tsx';
import type { Refusal } from '../server-call.ts';
import { WhoLine } from '../who-line.tsx';

/** The whole price in one look, the order behind it, and the limit it has to fit in. */
export function ReviewScreen() {
  const { view, act, leave } = useCheckout();
  const texts = useTexts();
  const words = texts.review;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const run = async (work: () => Promise<Refusal | null>) => {
    setBusy(true);
    setRefused(await work());
    setBusy(false);
  };
  const { order, offer, check } = view;
  // With nothing to lease, or with something that is not leased, the way leads back to the store.
  const isClosed = check.closed !== undefined || check.notLeased !== undefined;
  const fits = offer !== null && !isClosed && check.overLimitByCents === 0 && check.underMinimumByCents === 0;
  const toStore = (
    <ActionButton wide small kind="plain" onPress={() => leave('returned')}>
      {words.store}
    </ActionButton>
  );

  return (
    <Screen
      title={words.title}
      onSubmit={() => void (busy || (fits ? run(() => act('agreement', {})) : leave('returned')))}
      footLook="pairwise"
      foot={[
        <ActionButton type="submit" wide busy={busy}>
          {fits ? words.go : isClosed ? words.store : words.change}
        </ActionButton>,
        fits && (!view.hosted || view.hosted.returnUrl) && toStore,
      ]}
    >
      {refused && <RefusedNote refusal={refused} />}
      <WhoLine />
      <DoesNotFit />
      <Limit />
      {offer && <Price offer={offer} />}
      {offer && !isClosed && offer.options.length > 1 && (
        <ChoiceField
          legend={words.frequency}
          field={{
            id: 'frequency',
            value: offer.frequency,
            error: undefined,
            onInput: (frequency) => run(() => act('frequency', { frequency: frequency as Frequency })),
            onLeave: () => {},
          }}
          choices={offer.options.map(({ frequency, paymentCents, count }) => ({
            value: frequency,
            name: texts.frequencies[frequency].every,
            under: words.option(dollars(paymentCents), count),
          }))}
        />
      )}
      <div>
        {order && (
          <Fold name={words.order} value={dollars(order.totalCents)}>
            <Rows inFold>
              {order.lines.map((line) => (
                <Row
                  key={line.description}
                  tone={line.lineCents < 0 ? 'minus' : undefined}
                  name={words.line(line.description, line.quantity, dollars(line.unitCents))}
                >
                  {dollars(line.lineCents)}
                </Row>
              ))}
              <Row name={words.shipping}>{dollars(order.shippingCents)}</Row>
              {order.discountCents > 0 && (
                <Row name={words.discount} tone="minus">
                  {dollars(-order.discountCents)}
                </Row>
              )}
              <Row name={words.order} tone="sum">
                {dollars(order.totalCents)}
              </Row>
            </Rows>
          </Fold>
        )}
        <Delivery />
      </div>
      {offer && fits && (
        <Note tone="bare" icon="tag" title={words.early}>
          {words.earlyLead}
        </Note>
      )}
    </Screen>
  );
}

function DoesNotFit() {
  const { view } = useCheckout();
  const texts = useTexts();
  const words = texts.review;
  const { overLimitByCents: over, underMinimumByCents: under, minimumCents, closed, notLeased } = view.check;
  if (closed !== undefined) {
    const { title, lead } = words.closed[closed];
    const free = closed === 'limit' ? (view.decision?.availableCents ?? 0) : 0;
    return (
      <Note
        tone="now"
        icon="info"
        title={free > 0 ? words.tooLittle(dollars(free), dollars(minimumCents)) : title}
        alert
      >
        {lead}
      </Note>
    );
  }
  if (notLeased !== undefined) {
    return (
      <Note tone="now" icon="info" title={words.notLeased(notLeased.join(', '))} alert>
        {words.notLeasedLead}
      </Note>
    );
  }
  if (over > 0) {
    return (
      <Note tone="now" icon="clock" title={words.over(dollars(over))} alert>
        {words.overLead}
      </Note>
    );
  }
  return under > 0 ? (
    <Note tone="now" icon="clock" title={words.under(dollars(under), dollars(minimumCents))} alert>
      {words.underLead}
    </Note>
  ) : null;
}

function Limit() {
  const { view } = useCheckout();
  const texts = useTexts();
  const words = texts.review;
  const { closed, notLeased, overLimitByCents } = view.check;
  // Of a limit that can't be used today its size is no news.
  if (!view.decision || !view.order || (closed !== undefined && closed !== 'limit') || notLeased) return null;
  const available = view.decision.availableCents;
  const used = Math.min(view.order.totalCents, available);
  // The bar is a picture of the sentence below it: whole percents are exact enough for a picture.
  const share = available > 0 ? Math.max(1, Math.round((used * 100) / available)) : 0;
  return (
    <div class="tight small limit">
      <Rows>
        <Row name={words.limit}>{dollars(available)}</Row>
      </Rows>
      <div class="bar">
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="b-mine" width={share} height="8" />
        </svg>
      </div>
      {overLimitByCents === 0 && closed === undefined && (
        <p class="meta">{words.uses(dollars(view.order.totalCents), dollars(available - used))}</p>
      )}
    </div>
  );
}

function Price({ offer }: { offer: Offer }) {
  const texts = useTexts();
  const words = texts.review;
  const taxed = offer.totalTaxCents > 0;
  const payment = dollars(offer.paymentCents);
  const first = offer.firstPaymentCents - offer.feeCents;
  const isUnlike = offer.count > 1 && first !== offer.paymentCents;
  const alike = isUnlike ? offer.count - 1 : offer.count;
  const day = (on: string) => longDay(on, texts.language);
  const said = [
    ...(isUnlike ? [words.firstUnlike(dollars(first))] : []),
    offer.lastCents === offer.paymentCents
      ? words.equal(alike, payment)
      : words.lastOne(alike - 1, payment, dollars(offer.lastCents)),
    ...(offer.feeCents > 0 ? [words.fee(dollars(offer.feeCents))] : []),
    words.services(dollars(offer.costOfLeaseCents)),
    ...(taxed ? [words.tax(dollars(offer.totalTaxCents))] : []),
    words.firstPayment[offer.firstPaymentAt](
      dollars(offer.firstPaymentCents),
      day(offer.nextDueOn),
      day(offer.lastDueOn),
    ),
  ];
  return (
    <TotalPlate
      label={words.plate}
      figures={[
        { name: texts.frequencies[offer.frequency].each, value: payment },
        { name: words.count, value: String(offer.count) },
        { name: taxed ? words.cashPriceTaxed : words.cashPrice, value: dollars(offer.cashPriceCents) },
        {
          name: taxed ? words.totalTaxed : words.total,
          value: dollars(offer.totalOfPaymentsCents + offer.totalTaxCents),
        },
      ]}
    >
      <PaymentStrokes count={offer.count} label={words.strokes(offer.count)} />
      <p>
        <AmountsInBold text={said.join(' ')} />
      </p>
    </TotalPlate>
  );
}

function Delivery() {
  const { view } = useCheckout();
  const texts = useTexts();
  const to = view.deliverTo;
  if (!to) return null;
  const street = [to.street1, to.street2].filter(Boolean).join(', ');
  return (
    <Fold name={texts.review.delivery} value={`${to.street1}, ${to.city}`}>
      <p class="fold-in">
        {to.name}, {street}, {to.city}, {to.state} {to.postalCode}
      </p>
    </Fold>
  );
}
