import {
  counterfactualAnswer,
  counterfactualQuery,
  earlyPurchaseAnswer,
  earlyPurchaseQuery,
  quoteAnswer,
  quoteBody,
  scheduleAnswer,
} from '#contract/v3/lease-figures.ts';
import {
  type HoldLeaseBody,
  holdLeaseBody,
  LeaseHoldView,
  type ListLeaseHoldsQuery,
  listLeaseHoldsAnswer,
  listLeaseHoldsQuery,
} from '#contract/v3/lease-holds.ts';
import {
  createLeaseAnswer,
  createLeaseBody,
  createLeaseQuery,
  getLeaseQuery,
  LeaseView,
  type SignLeaseBody,
  signLeaseBody,
} from '#contract/v3/leases.ts';
import { nothingAnswer } from '#contract/v3/transactions.ts';
import type { House } from '#server/house.ts';
import type { Call, Route } from '#server/http/route.ts';
import { createWithOptions } from '#server/leases/create-with-options.ts';
import { getCounterfactual } from '#server/leases/get-counterfactual.ts';
import { getEarlyPurchase } from '#server/leases/get-early-purchase.ts';
import { getLease } from '#server/leases/get-lease.ts';
import { getSchedule } from '#server/leases/get-schedule.ts';
import { holdByHand, listLeaseHolds, releaseByHand } from '#server/leases/hold-by-hand.ts';
import { quoteOrder } from '#server/leases/quote-order.ts';
import { refuseToSign } from '#server/leases/refuse-to-sign.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { isRefused, type Outcome, refuse } from '#server/outcome.ts';

export const routes: Route[] = [
  {
    operation: 'createLease',
    methods: ['POST'],
    paths: ['/v3/leases'],
    who: 'merchant and customer',
    body: createLeaseBody,
    query: createLeaseQuery,
    response: createLeaseAnswer,
    verb: createWithOptions,
  },
  {
    operation: 'getLease',
    methods: ['GET'],
    paths: ['/v3/leases/{leaseId}'],
    who: 'merchant and customer',
    query: getLeaseQuery,
    response: LeaseView,
    verb: getLease,
  },
  {
    operation: 'signLease',
    methods: ['POST'],
    paths: ['/v3/leases/{leaseId}/sign'],
    who: 'merchant and customer',
    body: signLeaseBody,
    response: nothingAnswer,
    verb: signFromRequest,
  },
  {
    operation: 'quoteOrder',
    methods: ['POST'],
    paths: ['/v3/quotes'],
    who: 'merchant',
    scope: 'read',
    body: quoteBody,
    response: quoteAnswer,
    verb: quoteOrder,
  },
  {
    operation: 'getSchedule',
    methods: ['GET'],
    paths: ['/v3/leases/{leaseId}/schedule'],
    who: 'merchant and customer',
    response: scheduleAnswer,
    verb: getSchedule,
  },
  {
    operation: 'getEarlyPurchase',
    methods: ['GET'],
    paths: ['/v3/leases/{leaseId}/early-purchase'],
    who: 'merchant and customer',
    query: earlyPurchaseQuery,
    response: earlyPurchaseAnswer,
    verb: getEarlyPurchase,
  },
  {
    operation: 'getCounterfactual',
    methods: ['GET'],
    paths: ['/v3/leases/{leaseId}/counterfactual'],
    who: 'merchant and customer',
    query: counterfactualQuery,
    response: counterfactualAnswer,
    verb: getCounterfactual,
  },
  {
    operation: 'listLeaseHolds',
    methods: ['GET'],
    paths: ['/v3/operator/lease-holds'],
    who: 'operator',
    query: listLeaseHoldsQuery,
    response: listLeaseHoldsAnswer,
    verb: (house, { query }: Call<unknown, ListLeaseHoldsQuery>) => listLeaseHolds(house, query),
  },
  {
    operation: 'holdLease',
    methods: ['POST'],
    paths: ['/v3/operator/leases/{leaseNumber}/hold'],
    who: 'operator',
    body: holdLeaseBody,
    response: LeaseHoldView,
    verb: (house, { params, body }: Call<HoldLeaseBody>) =>
      holdByHand(house, { ...body, leaseNumber: params.leaseNumber! }),
  },
  {
    operation: 'releaseLease',
    methods: ['POST'],
    paths: ['/v3/operator/leases/{leaseNumber}/release'],
    who: 'operator',
    body: holdLeaseBody,
    response: LeaseHoldView,
    verb: (house, { params, body }: Call<HoldLeaseBody>) =>
      releaseByHand(house, { ...body, leaseNumber: params.leaseNumber! }),
  },
];

/** `signed: false` never signs (api-v3 C-23); a word from the future is a mistake of a clock. */
async function signFromRequest(house: House, call: Call<SignLeaseBody>): Promise<Outcome<object>> {
  const { body, merchant, customerId, params } = call;
  const leaseId = params.leaseId!;
  if (body.timestamp !== undefined && body.timestamp > minutesAfter(now(house), 5)) {
    const message = 'timestamp is more than five minutes from now. Send the time of signing, or leave it out.';
    return refuse('ValidationError', message, { fields: [{ path: 'timestamp', message }] });
  }
  const { ipAddress } = body;
  const { userAgent } = call;
  if (!body.signed) {
    const refusedByMerchantAt = body.timestamp ?? null;
    return refuseToSign(house, { merchant, customerId, leaseId, ipAddress, userAgent, refusedByMerchantAt });
  }
  const outcome = await signLease(house, {
    merchantId: merchant.merchantId,
    customerId,
    leaseId,
    evidence: {
      ipAddress,
      userAgent,
      typedName: '',
      channel: 'api',
      confirmed: body.timestamp === undefined ? {} : { signedByMerchantAt: body.timestamp },
    },
  });
  return isRefused(outcome) ? outcome : { ...outcome, answer: {} };
}
