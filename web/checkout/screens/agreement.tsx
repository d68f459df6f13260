import { useRef, useState } from 'preact/hooks';
import type { Agreement, Offer } from '#contract/modal/view.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { AmountsInBold } from '#web/ui/amounts-in-bold.tsx';
import { Consent } from '#web/ui/consent.tsx';
import { Row, Rows } from '#web/ui/rows.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import { onlyDigits } from '../field-shapes.ts';
import { useTexts } from '../later-texts.ts';
import { Paper } from '../paper.tsx';
import { PaperBox } from '../paper-box.tsx';
import { sayRefusal } from '../say-refusal.ts';
import { Actions, Mistakes, Screen } from '../screen.tsx';
import type { Refusal } from '../server-call.ts';
import { useForm } from '../use-form.ts';

/** The whole agreement, readable and downloadable, beside its signature. */
export function AgreementScreen() {
  const { view } = useCheckout();
  const signer = useRef<Signer>({ typedName: '', oneTimeCode: '' });
  const { agreement, offer } = view;
  if (!agreement || !offer) return null;
  // Another language is another paper: it is read and agreed to afresh, by the same person.
  return <ReadAndSign key={agreement.sha256} agreement={agreement} offer={offer} signer={signer.current} />;
}

/** What shows who signs; it holds for whichever paper is on the screen. */
type Signer = { typedName: string; oneTimeCode: string };

type Values = Record<
  'eRecordsConsent' | 'eRecordsCode' | 'totalAcknowledged' | 'earlyPurchaseAcknowledged' | 'typedName' | 'oneTimeCode',
  string
>;

function ReadAndSign({ agreement, offer, signer }: { agreement: Agreement; offer: Offer; signer: Signer }) {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.agreement;
  const hasEarlyPrices = agreement.earlyPurchase.length > 0;
  const fullName = `${view.customer?.firstName ?? ''} ${view.customer?.lastName ?? ''}`.trim();

  const check = (values: Values): Partial<Values> => {
    const found: Partial<Values> = {};
    if (values.eRecordsConsent !== 'yes') found.eRecordsConsent = words.wrong.eRecordsConsent;
    if (!values.eRecordsCode.trim()) found.eRecordsCode = words.wrong.eRecordsCode;
    if (values.totalAcknowledged !== 'yes') found.totalAcknowledged = words.wrong.totalAcknowledged;
    if (hasEarlyPrices && values.earlyPurchaseAcknowledged !== 'yes')
      found.earlyPurchaseAcknowledged = words.wrong.earlyPurchaseAcknowledged;
    if (!/\S+\s+\S+/.test(values.typedName)) found.typedName = words.wrong.typedName;
    if (!/^\d{6}$/.test(values.oneTimeCode)) found.oneTimeCode = words.wrong.oneTimeCode;
    return found;
  };
  const form = useForm<keyof Values>({
    screen: `agreement-${agreement.sha256}`,
    start: { eRecordsConsent: '', eRecordsCode: '', totalAcknowledged: '', earlyPurchaseAcknowledged: '', ...signer },
    secrets: ['oneTimeCode'],
    check,
    send: (values) =>
      act('signature', {
        typedName: values.typedName.trim(),
        eRecordsConsent: true,
        eRecordsCode: values.eRecordsCode.trim(),
        totalAcknowledged: true,
        earlyPurchaseAcknowledged: values.earlyPurchaseAcknowledged === 'yes',
        oneTimeCode: values.oneTimeCode,
      }),
  });

  Object.assign(signer, { typedName: form.values.typedName, oneTimeCode: form.values.oneTimeCode });

  return (
    <Screen
      title={words.title}
      head={<TakeWithYou agreement={agreement} />}
      onSubmit={form.submit}
      footLook="foot-row"
      foot={[
        <p class="small lead">
          <AmountsInBold text={words.next[offer.firstPaymentAt](dollars(offer.firstPaymentCents))} />
        </p>,
        <Actions form={form}>{words.sign}</Actions>,
      ]}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by the keyboard */}
      <section class="paper-scroll desk" tabIndex={0} aria-label={words.region}>
        <Paper html={agreement.html} />
      </section>
      <div class="sign">
        <div class="stack">
          <h2>{words.yours}</h2>
          <Mistakes
            form={form}
            names={{
              eRecordsConsent: words.names.eRecordsConsent,
              eRecordsCode: words.eRecordsCode,
              totalAcknowledged: words.names.totalAcknowledged,
              earlyPurchaseAcknowledged: words.names.earlyPurchaseAcknowledged,
              typedName: words.name,
              oneTimeCode: words.code,
            }}
          />
          <Statement agreement={agreement} />
          <Consent field={form.field('eRecordsConsent')} label={words.eRecords}>
            <div class="gap">
              <TextField
                field={form.field('eRecordsCode')}
                label={words.eRecordsCode}
                shape={(typed) => typed.toUpperCase()}
                input={{ maxLength: 12, autocapitalize: 'characters', spellcheck: false }}
              />
            </div>
          </Consent>
          <Consent
            field={form.field('totalAcknowledged')}
            label={
              <AmountsInBold
                text={words.total(
                  dollars(offer.totalOfPaymentsCents + offer.totalTaxCents),
                  offer.count,
                  dollars(offer.cashPriceCents),
                )}
              />
            }
          />
          {hasEarlyPrices && (
            <Consent field={form.field('earlyPurchaseAcknowledged')} label={words.early}>
              <EarlyPrices agreement={agreement} />
            </Consent>
          )}
          <OtherPapers agreement={agreement} />
          <TextField
            field={form.field('typedName')}
            label={words.name}
            hint={words.nameHint(fullName)}
            input={{ autocomplete: 'name', autocapitalize: 'words' }}
          />
          <div>
            <p class="signature" aria-hidden="true">
              {form.values.typedName}
            </p>
            <p class="meta">{words.byHand(view.customer?.email ?? '')}</p>
            <p class="meta">
              {words.fingerprint} <span class="address">{agreement.sha256}</span>
            </p>
          </div>
          <OneTimeCode />
          <TextField
            field={form.field('oneTimeCode')}
            label={words.code}
            shape={(typed) => onlyDigits(typed, 6)}
            look="passcode"
            input={{ inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 6 }}
          />
        </div>
      </div>
    </Screen>
  );
}

function OneTimeCode() {
  const { act } = useCheckout();
  const texts = useTexts();
  const words = texts.agreement;
  const [state, setState] = useState<'none' | 'busy' | 'sent'>('none');
  const [refused, setRefused] = useState<Refusal | null>(null);
  const send = async () => {
    setState('busy');
    const refusal = await act('code-send', {});
    setRefused(refusal);
    setState(refusal ? 'none' : 'sent');
  };
  return (
    <div>
      <p class="small lead">{words.codeWhy}</p>
      <p class="acts gap">
        <ActionButton kind="quiet" small busy={state === 'busy'} onPress={send}>
          {state === 'sent' ? words.sendAnother : words.sendCode}
        </ActionButton>
      </p>
      <p class="hint gap" role="status">
        {state === 'sent' && words.codeSent}
        {refused && sayRefusal(refused, texts)}
      </p>
    </div>
  );
}

function TakeWithYou({ agreement }: { agreement: Agreement }) {
  const { view, ask } = useCheckout();
  const texts = useTexts();
  const words = texts.agreement;
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  // A store's tablet keeps no copy of anybody's.
  if (view.hosted?.kiosk) return <p class="hint">{words.byMail(view.customer?.email ?? '')}</p>;
  const download = async () => {
    setState('busy');
    const answer = await ask('agreement-pdf', {});
    setState(answer.ok ? 'ready' : 'failed');
    if (answer.ok) save(answer.data.pdf, words.fileName(agreement.leaseId));
  };
  return (
    <div>
      <p class="acts">
        <ActionButton kind="quiet" small busy={state === 'busy'} onPress={download}>
          {words.download}
        </ActionButton>
        <ActionButton kind="quiet" small onPress={() => window.print()}>
          {words.print}
        </ActionButton>
      </p>
      <p class="hint" role="status">
        {state === 'failed' && texts.trouble.network}
      </p>
    </div>
  );
}

function save(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What is said before anybody agrees to records on a screen: it is read without opening anything (domain 4.8). */
function Statement({ agreement }: { agreement: Agreement }) {
  const statement = agreement.documents.find(({ id }) => id === 'e-records');
  return statement ? <PaperBox title={statement.title} html={statement.html} /> : null;
}

/** What is agreed to later can be read now. */
function OtherPapers({ agreement }: { agreement: Agreement }) {
  const { openPanel } = useCheckout();
  const others = agreement.documents.filter(({ id }) => id !== 'e-records');
  return (
    <p class="docs">
      {others.map(({ id, title, html }) => (
        <button class="link" type="button" key={id} onClick={() => openPanel({ title, html })}>
          {title}
        </button>
      ))}
    </p>
  );
}

function EarlyPrices({ agreement }: { agreement: Agreement }) {
  const texts = useTexts();
  return (
    <Rows>
      {agreement.earlyPurchase.map(({ day, on, amountCents }) => (
        <Row key={day} name={texts.agreement.earlyRow(longDay(on, texts.language))}>
          {dollars(amountCents)}
        </Row>
      ))}
    </Rows>
  );
}
