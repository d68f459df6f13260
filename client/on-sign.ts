import { type Cart, checkOrder, type Difference, sayDifference } from './check-order.ts';
import type { FlexPay } from './client.ts';
import { type FlexPayError, isFlexPayError } from './flexpay-error.ts';
import type { TransactionView } from './operations.gen.ts';

/** What the handlers ask of your store. `request` is the one that Express or Fastify handed over. */
export type OnSign<Request, Kept extends Cart = Cart> = {
  readonly flexpay: Pick<FlexPay, 'transactions'>;
  /** The cart that you offered under this id, from your own records; nothing when you never did. */
  readonly findCart: (transactionId: string, request: Request) => MaybeLater<Kept | null | undefined>;
  /** The order that you kept under this id, if you did; what a page that asks again is shown without asking FlexPay. */
  readonly findOrder?: (transactionId: string, request: Request) => unknown;
  /**
   * Keeps the order of a lease that is finalized. Let the transaction id be its key: after a crash between finalizing and
   * keeping it is called again. What it returns is shown to the page as `order`.
   */
  readonly keepOrder: (order: FinalizedOrder<Kept>, request: Request) => unknown;
  /** A difference in your own words, for `errors`. */
  readonly say?: (difference: Difference, cart: Kept) => string;
  /** Told of everything that kept a signature from becoming an order, for your log. */
  readonly onProblem?: (problem: unknown, transactionId: string) => void;
};

export type FinalizedOrder<Kept extends Cart = Cart> = {
  readonly transactionId: string;
  readonly leaseNumber: string;
  readonly cart: Kept;
  readonly transaction: TransactionView;
};

/** What your page's `onSign` is told: 200 an order, 400 none and never, 503 nobody knows yet, tell it again. */
export type OnSignReply = { readonly status: 200 | 400 | 503; readonly body: object };

type MaybeLater<Value> = Value | Promise<Value>;

/**
 * Answers "it was signed" from a page: fetches the transaction, checks it against the cart, finalizes it, and has the order
 * kept. Of what the page says only the transaction id is used. The same news several times at once is handled once.
 */
export function onSign<Request, Kept extends Cart = Cart>(
  store: OnSign<Request, Kept>,
): (said: unknown, request: Request) => Promise<OnSignReply> {
  const underWay = new Map<string, Promise<OnSignReply>>();
  return (said, request) => {
    const id = transactionIdIn(said);
    if (id === null) return Promise.resolve(invalid('Say the transactionId that onSign was told.'));
    const answer = underWay.get(id) ?? answerSafely(store, id, request).finally(() => underWay.delete(id));
    underWay.set(id, answer);
    return answer;
  };
}

async function answerSafely<Request, Kept extends Cart>(
  store: OnSign<Request, Kept>,
  id: string,
  request: Request,
): Promise<OnSignReply> {
  try {
    return await answerOnSign(store, id, request);
  } catch (error) {
    store.onProblem?.(error, id);
    return isFinal(error) ? invalid(final[error.code]) : unknown;
  }
}

async function answerOnSign<Request, Kept extends Cart>(
  store: OnSign<Request, Kept>,
  id: string,
  request: Request,
): Promise<OnSignReply> {
  const { transactions } = store.flexpay;
  const kept = await store.findOrder?.(id, request);
  if (kept) return placed(kept);
  const cart = await store.findCart(id, request);
  if (!cart) return invalid('We do not know this order.');
  const transaction = await transactions.get(id);
  const differences = checkOrder({ ...cart, transactionId: id }, transaction);
  if (differences.length > 0) {
    store.onProblem?.(differences, id);
    return invalid(...differences.map((one) => store.say?.(one, cart) ?? sayDifference(one)));
  }
  const { leaseNumber } = await transactions.finalize(id);
  const order = await store.keepOrder({ transactionId: id, leaseNumber, cart, transaction }, request);
  return placed(order ?? { transactionId: id, leaseNumber });
}

const placed = (order: unknown): OnSignReply => ({ status: 200, body: { valid: true, order } });

const invalid = (...errors: string[]): OnSignReply => ({ status: 400, body: { valid: false, errors } });

const unknown: OnSignReply = {
  status: 503,
  body: { valid: false, errors: ['We could not check this order just now. Please try again.'] },
};

/**
 * FlexPay's last words on a transaction, as a shopper may read them. A wrong key or an outage is none: they pass, and the
 * signature is still good.
 */
const final = {
  TransactionNotFound: 'FlexPay does not know this order.',
  LeaseNotFound: 'FlexPay does not know this order.',
  LeaseNotSigned: 'The lease is not signed.',
  LeaseExpired: 'The lease was not signed in time.',
  TransactionCanceled: 'This order was canceled.',
};

function isFinal(error: unknown): error is FlexPayError<keyof typeof final> {
  return isFlexPayError(error) && Object.hasOwn(final, error.code);
}

function transactionIdIn(said: unknown): string | null {
  const { transactionId } = (said ?? {}) as { transactionId?: unknown };
  return typeof transactionId === 'string' && transactionId !== '' && transactionId.length <= 256
    ? transactionId
    : null;
}
