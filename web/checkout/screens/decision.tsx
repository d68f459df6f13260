import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Decision, Elsewhere } from '#contract/modal/view.ts';
import { hostOf } from '#core/application/waterfall.ts';
import { dollars } from '#core/money/dollars.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { Row, Rows } from '#web/ui/rows.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { RefusedNote, Screen } from '../screen.tsx';
import type { Refusal } from '../server-call.ts';
import { WhoLine } from '../who-line.tsx';
import { DocumentsHandedIn, HandInDocuments } from './documents.tsx';

/** The answer: approved with a limit, declined with reasons and rights, or not yet; or it was given elsewhere. */
export function DecisionScreen() {
  const { view } = useCheckout();
  if (view.elsewhere) return <HandedOver to={view.elsewhere} />;
  if (!view.decision) return null;
  if (view.decision.status === 'approved') return <Approved decision={view.decision} />;
  return view.decision.status === 'denied' ? <Denied decision={view.decision} /> : <Pending />;
}

function Approved({ decision }: { decision: Decision }) {
  const { view, act, leave } = useCheckout();
  const texts = useTexts();
  const words = texts.decision;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const goOn = async () => {
    if (!view.order) return leave('done');
    setBusy(true);
    setRefused(await act('review', {}));
    setBusy(false);
  };
  const { weeklyAtLimitCents: weekly, limitCents, availableCents } = decision;
  return (
    <Screen
      title={words.title(view.customer?.firstName ?? '')}
      eyebrow={false}
      above={
        <div>
          <span class="pill done">{words.approved}</span>
        </div>
      }
      lead={
        <>
          <span class="hero-figure">{dollars(limitCents)}</span>
          {availableCents < limitCents && `${words.available(dollars(availableCents))} `}
          {words.lead}
        </>
      }
      onSubmit={goOn}
      foot={[
        <ActionButton type="submit" wide busy={busy}>
          {view.order ? words.go : texts.backToStore(view.merchant.name)}
        </ActionButton>,
        view.order && (
          <ActionButton wide kind="plain" onPress={() => leave('returned')}>
            {words.add}
          </ActionButton>
        ),
      ]}
    >
      {refused && <RefusedNote refusal={refused} />}
      <WhoLine />
      <section>
        <h2 class="label">{words.ifAll}</h2>
        <Rows>
          <Row name={words.eachWeek(decision.countAtLimit)}>{dollars(weekly)}</Row>
          <Row name={words.cashPrice}>{dollars(limitCents)}</Row>
          {decision.totalAtLimitCents !== undefined && (
            <Row name={words.total} tone="sum">
              {dollars(decision.totalAtLimitCents)}
            </Row>
          )}
        </Rows>
      </section>
      {decision.noticeMessage && <NoticeNote title={words.whyThisLimit} notice={decision.noticeMessage} />}
      {view.order && (
        <section class="stack-2">
          <h2 class="label">{words.next}</h2>
          <ol class="line">
            <li class="now">
              <b>{words.review}</b>
              <p>{words.reviewLead}</p>
            </li>
            <li>
              <b>{words.sign}</b>
              <p>{words.signLead}</p>
            </li>
            <li>
              <b>{words.pay[view.offer?.firstPaymentAt ?? 'signing']}</b>
              <p>
                {view.offer
                  ? words.payLead[view.offer.firstPaymentAt](dollars(view.offer.firstPaymentCents))
                  : words.payLeadPlain}
              </p>
            </li>
          </ol>
        </section>
      )}
    </Screen>
  );
}

/** Somebody whom the shopper allowed to look first has approved them: they go on there, and nothing is decided here. */
function HandedOver({ to }: { to: Elsewhere }) {
  const { view, leave } = useCheckout();
  const texts = useTexts();
  const words = texts.decision.elsewhere;
  return (
    <Screen
      title={words.title(to.name)}
      lead={words.lead(to.name, view.brand.name)}
      eyebrow={false}
      onSubmit={() => leave('cancelled')}
      foot={[
        <a class="btn wide" href={to.continueAt} target="_blank" rel="noopener noreferrer">
          {words.go(to.name)}
        </a>,
        <ActionButton type="submit" wide kind="plain">
          {texts.backToStore(view.merchant.name)}
        </ActionButton>,
      ]}
    >
      <WhoLine />
      <Rows>
        <Row name={words.upTo} tone="sum">
          {dollars(to.limitCents)}
        </Row>
      </Rows>
      <section class="stack-2">
        <h2 class="label">{words.next}</h2>
        <ol class="line">
          <li class="now">
            <b>{words.there(to.name)}</b>
            <p>{words.thereLead(hostOf(to.continueAt))}</p>
          </li>
          {view.order && (
            <li>
              <b>{words.bag}</b>
              <p>{words.bagLead(view.merchant.name)}</p>
            </li>
          )}
        </ol>
      </section>
    </Screen>
  );
}

function Denied({ decision }: { decision: Decision }) {
  const { view, leave } = useCheckout();
  const texts = useTexts();
  const words = texts.decision;
  return (
    <Screen
      title={words.deniedTitle}
      lead={words.deniedLead(view.customer?.firstName ?? '', view.merchant.name)}
      eyebrow={false}
      onSubmit={() => leave('cancelled')}
      foot={
        <ActionButton type="submit" wide kind="quiet">
          {texts.backToStore(view.merchant.name)}
        </ActionButton>
      }
    >
      <WhoLine />
      {decision.reasons.length > 0 && (
        <section class="stack-2">
          <h2 class="label">{words.reasons}</h2>
          <ol class="list">
            {decision.reasons.map((reason) => (
              <li key={reason}>
                <span>{reason}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section class="stack-2">
        <h2 class="label">{words.rights}</h2>
        <ol class="strokes still">
          {[...(decision.reportUsed ? words.rightList : []), { title: words.ask, text: view.brand.supportText }].map(
            ({ title, text }) => (
              <li key={title}>
                <b>{title}</b>
                <p>{text}</p>
              </li>
            ),
          )}
        </ol>
      </section>
      <NoticeNote title={words.notice} notice={decision.noticeMessage} />
    </Screen>
  );
}

/** The notice as it was sent, to be read again here. */
function NoticeNote({ title, notice }: { title: string; notice: string | undefined }) {
  const { view, openPanel } = useCheckout();
  const words = useTexts().decision;
  return (
    <Note icon="paper" title={title}>
      {words.noticeSent(view.customer?.email ?? '')}{' '}
      {notice && (
        <button class="link" type="button" onClick={() => openPanel({ title: words.notice, text: notice })}>
          {words.noticeRead}
        </button>
      )}
    </Note>
  );
}

/** What is waited for, and how the shopper hears of it. */
function Pending() {
  const { view } = useCheckout();
  const words = useTexts().decision;
  const { waitsFor } = view.decision ?? {};
  if (view.documents && !view.documents.areHandedIn) return <HandInDocuments documents={view.documents} />;
  if (view.documents && view.documents.files.length > 0) return <DocumentsHandedIn documents={view.documents} />;
  const waiting = waitsFor === 'provider' ? words.unanswered : words.looked;
  return (
    <NotYet title={words.pendingTitle} lead={waiting.lead}>
      <Note tone="now" icon="clock" title={words.pendingNote}>
        {waiting.note(view.customer?.email ?? '', view.merchant.name)}
      </Note>
    </NotYet>
  );
}

/** Nothing more can be done here for now: the way back to the store. */
function NotYet({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) {
  const { view, leave } = useCheckout();
  const texts = useTexts();
  return (
    <Screen
      title={title}
      lead={lead}
      eyebrow={false}
      onSubmit={() => leave('cancelled')}
      foot={
        <ActionButton type="submit" wide>
          {texts.backToStore(view.merchant.name)}
        </ActionButton>
      }
    >
      <WhoLine />
      {children}
    </Screen>
  );
}
