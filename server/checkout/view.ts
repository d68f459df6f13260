import type { Step, View } from '#contract/modal/view.ts';
import { latestApplication } from '#server/applications/latest-application.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { identityLast4 } from '#server/customers/identity.ts';
import { type Person, personById } from '#server/customers/person.ts';
import { documentsGiven } from '#server/documents/documents-given.ts';
import type { House } from '#server/house.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { dayInState, servicingDay } from '#server/moment.ts';
import { agreementView, doneView, paymentView } from './agreement-view.ts';
import { questionsView } from './answer-questions.ts';
import { decisionView } from './decision-view.ts';
import { draftView, prefilled } from './draft-view.ts';
import { waysBack } from './go-back.ts';
import type { Known } from './known.ts';
import { lendersView } from './lenders-view.ts';
import { offerOfPaper, reviewOf } from './offer-view.ts';
import { orderView } from './order-view.ts';
import { isLoggedIn, type Session } from './session.ts';

/** Everything the frame shows. Before the login nothing of the customer is in it but what they typed. */
export async function viewOf(
  house: House,
  { session, merchant }: { session: Session; merchant: Merchant },
): Promise<View> {
  const known = isLoggedIn(house, session) ? await read(house, session) : null;
  const state = known?.facts.address?.state;
  const paper = known?.paper ?? null;
  const review = known === null || paper !== null ? null : await reviewOf(house, session, merchant, known.facts);
  const offer = paper === null ? (review?.offer ?? null) : offerOfPaper(paper);
  const documents = known === null ? undefined : await documentsGiven(house, known.application);
  const { brand, company, support, mode } = house.settings;
  return {
    step: session.step,
    progress: progressOf(session),
    back: waysBack(session)[0] ?? null,
    today: state === undefined ? servicingDay(house) : dayInState(house, state),
    brand: { name: brand, company, supportText: support },
    merchant: { name: merchant.name },
    sandbox: mode === 'sandbox',
    hosted:
      session.linkId === null
        ? null
        : { returnUrl: session.returnUrl, signsOnly: session.bound !== null, kiosk: session.kioskId !== null },
    locale: session.locale,
    customer: known === null ? await beforeLogin(house, session) : customerOf(known.person),
    draft: known === null ? prefilled(session) : draftView(session, known),
    order: session.cart === null ? null : orderView(session.cart),
    applicant: known !== null && session.cart === null ? { userId: known.person.customerId } : null,
    questions:
      session.step === 'questions' && known !== null && known.application !== null
        ? await questionsView(house, known.application)
        : null,
    decision: known === null ? null : await decisionView(house, { merchant, language: session.locale }, known),
    ...(documents === undefined ? {} : { documents }),
    ...(known === null ? {} : lendersView(house, session, known)),
    check: review?.check ?? { overLimitByCents: 0, underMinimumByCents: 0, minimumCents: merchant.minimumOrderCents },
    offer,
    deliverTo: known === null ? null : deliverTo(known.facts),
    agreement:
      paper !== null && showsPaper.includes(session.step)
        ? agreementView(house, session, paper, known?.facts ?? null)
        : null,
    payment:
      paper !== null && session.step === 'payment'
        ? await paymentView(house, session, paper, known?.facts ?? null)
        : null,
    done: paper !== null && session.step === 'done' ? doneView(session, paper) : null,
  };
}

const showsPaper: readonly Step[] = ['agreement', 'signature', 'payment'];

async function read(house: House, session: Session & { customerId: string }): Promise<Known | null> {
  const { customerId, leaseId } = session;
  const [person, facts, application, last4, paper] = await Promise.all([
    personById(house, customerId),
    customerFacts(house, customerId),
    latestApplication(house, customerId),
    identityLast4(house, customerId),
    leaseId === null ? null : leasePaper(house, { customerId, leaseId }),
  ]);
  return person === null || facts === null ? null : { person, facts, application, identityLast4: last4, paper };
}

/** Only the address they typed, and what the next question needs: whether there is a password, and where a code can go. */
async function beforeLogin(house: House, { email, customerId }: Session): Promise<View['customer']> {
  if (email === null) return null;
  const person = customerId === null ? null : await personById(house, customerId);
  return {
    email,
    firstName: '',
    lastName: '',
    mobileLast4: person?.mobilePhone?.slice(-4) ?? null,
    hasPassword: person !== null && person.passwordHash !== null,
    isLoggedIn: false,
  };
}

function customerOf(person: Person): View['customer'] {
  return {
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    mobileLast4: person.mobilePhone?.slice(-4) ?? null,
    hasPassword: person.passwordHash !== null,
    isLoggedIn: true,
  };
}

function deliverTo({ address, firstName, lastName }: CustomerFacts): View['deliverTo'] {
  return address === null ? null : { name: `${firstName} ${lastName}`, ...address, street2: address.street2 ?? '' };
}

/** The way of a new customer, and the short one of a customer with a limit; screens in one row are one step of it. */
const longWay: readonly (readonly Step[])[] = [
  ['email', 'password', 'passcode', 'forgot', 'reset-code', 'new-password', 'password-changed'],
  ['profile'],
  ['personal'],
  ['bank', 'waiting', 'questions', 'decision'],
  ['review'],
  ['agreement', 'signature'],
  ['payment', 'done'],
];
const shortWay = longWay.filter(
  (screens) => !['profile', 'personal', 'bank'].some((one) => screens.includes(one as Step)),
);

function progressOf({ step, progress, customerId, bound, cart }: Session): View['progress'] {
  // A link to one lease is for a customer who has applied already.
  const isLoggingIn = step !== 'email' && longWay[0]?.includes(step);
  const mayBeShort = bound !== null || progress.isKnown || (isLoggingIn && customerId !== null);
  // Another account after a refused payment is still that payment's step.
  const at = step === 'bank' && progress.signature !== null ? 'payment' : step;
  const short = mayBeShort && cart !== null ? shortWay.findIndex((screens) => screens.includes(at)) : -1;
  if (short >= 0) return { at: short + 1, of: shortWay.length };
  // Without a cart it ends at the decision.
  const last = cart === null && bound === null ? longWay.findIndex((screens) => screens.includes('decision')) + 1 : 0;
  return { at: longWay.findIndex((screens) => screens.includes(at)) + 1, of: last || longWay.length };
}
