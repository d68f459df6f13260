import type { CounterfactualQuery } from '#contract/v3/lease-figures.ts';
import {
  type AmendmentView,
  type Counterfactual,
  type IfDueDay,
  type IfExchanged,
  type IfLost,
  ifDueDay,
  ifExchanged,
  ifFrequency,
  ifLost,
  ifPaid,
  ifReturned,
} from '#core/lease/counterfactual.ts';
import type { NoDateChange } from '#core/lease/date-change.ts';
import { centsOf, type Decimal, lineCents } from '#core/money/decimal.ts';
import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { paymentOrderOf } from '#server/leases/payment-order.ts';
import { availableBalance } from '#server/leases/quote-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { type Refused, refuse, refuseMember } from '#server/outcome.ts';

type Answered = Counterfactual & Partial<IfDueDay> & Partial<IfExchanged> & Partial<IfLost>;

/** Who asks, about which lease, in which light. */
type Asked = { readonly house: House; readonly found: StoredLease; readonly view: AmendmentView };

/** A question, the fields that belong to it, and how it is answered. */
type Question = {
  readonly what: 'pay' | 'return' | 'frequency' | 'due_date' | 'exchange' | 'loss';
  readonly with: readonly (keyof CounterfactualQuery)[];
  readonly answer: (asked: Asked, query: CounterfactualQuery) => Answered | Refused | Promise<Answered | Refused>;
};

/** Every question by the field that asks it. */
const questions: Partial<Record<keyof CounterfactualQuery, Question>> = {
  pay: {
    ...{ what: 'pay', with: [] },
    answer: ({ house, found, view }, query) => {
      return ifPaid(found.lease, amountOf(query.pay)!, paymentOrderOf(house, found), view);
    },
  },
  returnSku: {
    ...{ what: 'return', with: ['returnQuantity'] },
    answer: ({ house, found, view }, { returnSku, returnQuantity }) => {
      const windowDays = house.settings.merchantReturnDays;
      const item = { sku: returnSku!, quantity: returnQuantity };
      const answer = ifReturned(found.lease, item, { ...view, windowDays });
      return 'failed' in answer ? faulty('returnSku', notAmongGoods) : answer;
    },
  },
  frequency: {
    ...{ what: 'frequency', with: [] },
    answer: ({ found, view }, { frequency }) => ifFrequency(found.lease, frequency!, view),
  },
  nextDueDate: {
    ...{ what: 'due_date', with: ['acceptEarlier'] },
    answer: ({ house, found, view }, { nextDueDate, acceptEarlier }) => {
      const wish = { to: nextDueDate!, acceptsEarlier: acceptEarlier ?? false };
      const answer = ifDueDay(found.lease, wish, house.settings.dateChange, view);
      return 'refused' in answer ? faulty(...whyNotMoved(answer)) : answer;
    },
  },
  exchangeSku: { what: 'exchange', with: ['exchangeQuantity', 'exchangeCost'], answer: exchange },
  lossSku: { what: 'loss', with: ['lossQuantity', 'marketValue', 'repairCost'], answer: loss },
  lossOfAll: { what: 'loss', with: ['marketValue', 'repairCost'], answer: loss },
};

/** The one question that a query asks; a fault where it asks none or several, or brings what belongs to another. */
export function questionOf(query: CounterfactualQuery): Question | Refused {
  const given = (Object.keys(query) as (keyof CounterfactualQuery)[]).filter(
    (name) => query[name] !== undefined && query[name] !== false,
  );
  const asked = given.filter((name) => questions[name] !== undefined);
  if (asked.length !== 1) {
    const names = Object.keys(questions).join(', ');
    return faulty(asked[1] ?? 'pay', `is one of the questions: ask one of ${names}`);
  }
  const question = questions[asked[0]!]!;
  const stray = given.find((name) => name !== asked[0] && !question.with.includes(name));
  return stray === undefined ? question : faulty(stray, `does not belong to ${asked[0]}`);
}

async function exchange({ house, found, view }: Asked, query: CounterfactualQuery): Promise<Answered | Refused> {
  const { exchangeSku, exchangeQuantity, exchangeCost } = query;
  if (exchangeCost !== undefined && amountOf(exchangeCost) === 0) return faulty('exchangeCost', 'must be above zero');
  const priceOf = exchangeCost === undefined ? null : (units: number) => lineCents(exchangeCost, units);
  const wish = { item: { sku: exchangeSku!, quantity: exchangeQuantity }, priceOf };
  const windowDays = house.settings.merchantReturnDays;
  const answer = ifExchanged(found.lease, wish, { ...view, windowDays });
  if ('failed' in answer) return faulty('exchangeSku', notAmongGoods);
  if (answer.dearer <= 0) return answer;
  const facts = await customerFacts(house, found.customerId);
  const available = facts === null ? 0 : availableBalance(house, facts, view.today);
  if (answer.dearer <= available) return answer;
  const message = `The exchange is ${dollars(answer.dearer - available)} above what this customer may still lease, ${dollars(available)}. Choose goods that cost less.`;
  return refuse('ExceedSpendingLimitError', message);
}

function loss({ found, view }: Asked, query: CounterfactualQuery): Answered | Refused {
  const { lossSku, lossQuantity } = query;
  const item = lossSku === undefined ? undefined : { sku: lossSku, quantity: lossQuantity };
  const known = { marketValue: amountOf(query.marketValue), repairCost: amountOf(query.repairCost) };
  const answer = ifLost(found.lease, { item, ...known }, view);
  if (!('failed' in answer)) return answer;
  return faulty(item === undefined ? 'lossOfAll' : 'lossSku', 'is not among the goods that the customer has');
}

function whyNotMoved(no: NoDateChange): ['nextDueDate' | 'acceptEarlier', string] {
  switch (no.refused) {
    case 'NothingToMove':
      return ['nextDueDate', 'has no payment to move: none is to come'];
    case 'OnItsWay':
      return ['nextDueDate', `can not be changed now: the bank is asked for the payment due on ${no.dueOn} already`];
    case 'TooSoon':
      return ['nextDueDate', 'is too soon: the bank needs to be asked a bank day before'];
    case 'TooOften':
      return ['nextDueDate', `can not be changed again: the days of a lease move ${no.timesMax} times at most`];
    case 'TooFar':
      return ['nextDueDate', `is too far: no payment moves by more than ${no.daysMax} days`];
    case 'PastNeighbour':
      return ['nextDueDate', `is too far: a payment would reach ${no.dueOn}, the day agreed for another`];
    case 'EarlierThanAgreed':
      return ['acceptEarlier', 'must be true for this day: rent would fall due earlier than agreed'];
  }
}

const notAmongGoods = 'is not among the goods that can go back, or not so often';

/** The amount in cents of a field that the door has read as one; null where it is not given. */
function amountOf(text: Decimal | undefined): Cents | null {
  return text === undefined ? null : centsOf(text);
}

const faulty = (path: keyof CounterfactualQuery, says: string): Refused => refuseMember(path, says);
