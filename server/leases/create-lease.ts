import { dollars } from '#core/money/dollars.ts';
import { rateText } from '#core/money/money.ts';
import { agreementOf } from '#server/agreements/agreement-of.ts';
import { awaitsProof } from '#server/applications/awaits-proof.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { expecting, insert, type Write, write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import { evidenceVersion, firstEvents, moreEvents } from '#server/evidence/signature-events.ts';
import { generated, presented } from '#server/evidence/signing-facts.ts';
import type { House } from '#server/house.ts';
import { newLeaseId, newLeaseNumber } from '#server/ids.ts';
import { cartHash, cartOf } from '#server/leases/cart-hash.ts';
import { notFinalizedInTime } from '#server/leases/expire-leases.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { notLeased } from '#server/leases/not-leased.ts';
import type { LeaseOffer, LeaseRequest } from '#server/leases/order.ts';
import { quoteLease, type WorkedQuote } from '#server/leases/quote-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { dayInState, hoursAfter, now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';

/**
 * Offers a lease for an order: prices it, writes the agreement, and keeps both (api-v3 5.1). The gates, in order:
 * the transaction id is free, every article is of a kind that is leased, the customer is approved, the order reaches the minimum, the limit suffices (inclusive).
 * `replaceDraft`: a checkout session may replace its own unsigned draft under the same id (rulings 12); it also says
 * when the agreement is shown, which the answer to a store does at once.
 */
export async function createLease(
  house: House,
  request: LeaseRequest,
  { replaceDraft = false }: { replaceDraft?: boolean } = {},
): Promise<Outcome<LeaseOffer>> {
  const { merchant, customerId, order } = request;
  const [facts, earlier] = await Promise.all([
    customerFacts(house, customerId),
    replaceDraft ? leaseByTransaction(house.db, merchant.merchantId, order.transactionId) : null,
  ]);
  if (facts === null) throw new Error('A token speaks for a customer who was never made.');
  if (earlier !== null && !mayReplace(earlier, customerId)) return transactionIdTaken(order.transactionId);

  const quote = await quoteLease(house, facts, request);
  const refused =
    notLeased(house, order) ??
    notApproved(house, facts) ??
    notOffered(quote) ??
    misfit(quote as WorkedQuote, merchant.minimumOrderCents);
  if (refused !== null) {
    // The id comes first in the designed order; on the way of a yes its unique key answers without being asked.
    const known = earlier ?? (await leaseByTransaction(house.db, merchant.merchantId, order.transactionId));
    if (known !== null && !(replaceDraft && mayReplace(known, customerId))) {
      return transactionIdTaken(order.transactionId);
    }
    return refused.refused === 'DecisionRequired' && (await awaitsProof(house, customerId)) ? proofFirst : refused;
  }
  const replaced = earlier === null ? [] : await voidDraft(house, earlier, now(house));
  return offer(house, request, facts, quote as WorkedQuote, { earlier, replaced, isShown: !replaceDraft });
}

function offer(
  house: House,
  request: LeaseRequest,
  facts: CustomerFacts,
  quote: WorkedQuote,
  { earlier, replaced, isShown }: { earlier: StoredLease | null; replaced: readonly Write[]; isShown: boolean },
) {
  const { merchant, customerId, order } = request;
  const leaseId = newLeaseId(house);
  const leaseNumber = newLeaseNumber(house);
  const eRecordsCode = newLeaseNumber(house).slice(0, 4);
  const agreement = agreementOf(house, facts, quote, {
    leaseNumber,
    eRecordsCode,
    merchantName: merchant.name,
    firstPaymentAt: merchant.firstPaymentAt,
    shippingMethod: order.shipping.method,
    language: request.language ?? 'en',
  });
  const at = now(house);
  const cart = { contents: cartOf(order), hash: cartHash(order) };
  const route = { merchant_id: merchant.merchantId, transaction_id: order.transactionId };
  const writes: Write[] = [
    earlier === null
      ? insert('transaction_route', { ...route, customer_id: customerId, lease_id: leaseId, created_at: at })
      : expecting(
          1,
          'transaction',
          write`update transaction_route set customer_id = ${customerId}, lease_id = ${leaseId}
            where merchant_id = ${merchant.merchantId} and transaction_id = ${order.transactionId} and lease_id = ${earlier.leaseId}`,
        ),
    ...replaced,
    insert('lease_number', { lease_number: leaseNumber, customer_id: customerId, lease_id: leaseId }),
    insert('lease', {
      customer_id: customerId,
      lease_id: leaseId,
      ...route,
      order_id: order.orderId,
      pay_tomorrow_tax_total: order.payTomorrowTaxTotal ?? null,
      lease_number: leaseNumber,
      state: 'offered',
      version: 1,
      governing_state: quote.governingState,
      cash_price_cents: quote.price.cashPrice,
      total_rent_cents: quote.price.totalRent,
      processing_fee_cents: quote.price.processingFee,
      fee_tax_cents: quote.price.initialPayment.feeTax,
      lease_factor: merchant.leaseFactor,
      total_cap: quote.totalCap,
      tax_rate: quote.taxRate,
      tax_treatment: quote.taxTreatment,
      goods_postal_code: facts.address!.postalCode,
      auto_vest_share: quote.rules.autoVestShare === null ? null : rateText(quote.rules.autoVestShare),
      frequency: quote.frequency,
      terms: quote.terms,
      start_on: quote.plannedStartOn,
      started_on: null,
      billed_count: 0,
      next_due_on: null,
      rules_version: quote.rulesVersion,
      rules_hash: quote.rulesHash,
      cart_hash: cart.hash,
      agreement_version: agreement.version,
      agreement_inputs: agreement.inputs,
      agreement_hash: agreement.hash,
      evidence_version: evidenceVersion,
      expires_at: hoursAfter(at, house.settings.leaseExpiresHours),
      created_at: at,
    }),
    insert('lease_line', lineRows(request, quote, leaseId)),
    firstEvents({ customerId, leaseId }, [
      generated(at, {
        agreement,
        rules: { governingState: quote.governingState, version: quote.rulesVersion, hash: quote.rulesHash },
        cart,
        priceTerms: quote.priceTerms,
      }),
      ...(isShown
        ? [presented(at, 'api', [{ id: 'agreement', version: agreement.version, sha256: agreement.hash }])]
        : []),
    ]),
    announce(house, {
      type: 'lease.offered',
      customerId,
      merchantId: merchant.merchantId,
      leaseId,
      payload: { transactionId: order.transactionId, cashPriceCents: quote.price.cashPrice },
    }),
  ];
  const answer: LeaseOffer = {
    ...quote,
    leaseId,
    leaseNumber,
    transactionId: order.transactionId,
    agreementBytes: agreement.bytes,
    agreementHash: agreement.hash,
    eRecordsCode,
    earlyPurchase: agreement.inputs.earlyPurchase.table.map(({ day, on, price }) => ({ day, on, amount: price })),
  };
  return { ...done(answer, ...writes), whenTaken: { transaction_route_pkey: transactionIdTaken(order.transactionId) } };
}

function lineRows({ customerId }: LeaseRequest, quote: WorkedQuote, leaseId: string) {
  return quote.lines.map(({ line, kind, item, cash, quantity, unitCost }) => ({
    customer_id: customerId,
    lease_id: leaseId,
    line,
    kind,
    sku: item?.sku ?? null,
    product_id: item?.productId ?? null,
    description: item?.description ?? 'Shipping',
    brand: item?.brand ?? '',
    condition: item?.condition ?? null,
    mpn: item?.mpn ?? null,
    gtin: item?.gtin ?? null,
    image: item?.image ?? null,
    unit_cost: unitCost,
    cash_cents: cash,
    delivered_cents: 0,
    cancelled_cents: 0,
    returned_cents: 0,
    cost_cents: 0,
    depreciated_cents: 0,
    ordered: quantity,
    cancelled: 0,
    shipped: 0,
    delivered: 0,
    merchant_returned: 0,
    surrendered: 0,
  }));
}

/** An unsigned draft of the same customer, or an id whose lease came to nothing (rulings 12). */
function mayReplace(earlier: StoredLease, customerId: string): boolean {
  // While its first payment is being taken, a draft is no longer a draft.
  if (earlier.attempts.some(({ state }) => state === 'scheduled')) return false;
  if (earlier.lease.state === 'offered') return earlier.customerId === customerId;
  return (
    earlier.lease.state === 'void' || (earlier.lease.state === 'cancelled' && earlier.endReason === notFinalizedInTime)
  );
}

const replacedByNewCart = 'replaced by a new cart';

async function voidDraft(house: House, earlier: StoredLease, at: string): Promise<Write[]> {
  if (earlier.lease.state !== 'offered') return [];
  return [
    ...(await moreEvents(house.db, earlier, [{ kind: 'voided', at, facts: { reason: replacedByNewCart } }])),
    expecting(
      1,
      'lease',
      write`update lease set state = 'void', version = version + 1, ended_at = ${at}, end_reason = ${replacedByNewCart}
        where customer_id = ${earlier.customerId} and lease_id = ${earlier.leaseId} and version = ${earlier.version}`,
    ),
  ];
}

function transactionIdTaken(transactionId: string): Refused {
  return refuse(
    'InvalidTransactionId',
    `The transaction id ${transactionId} has been used. Choose another one for this order.`,
  );
}

const proofFirst = refuse(
  'VerificationRequired',
  'This customer has to prove who they are first. Get their questions.',
);

/** Why this customer can't lease anything today; null when they can. */
export function notApproved(house: House, facts: CustomerFacts): Refused | null {
  if (facts.spendingHold) return refuse('SpendingHold', 'This customer can not lease more for now.');
  const today = facts.address === null ? null : dayInState(house, facts.address.state);
  const valid =
    today !== null && facts.approvedLimit > 0 && facts.approvalExpiresOn !== null && facts.approvalExpiresOn >= today;
  if (!valid)
    return refuse('DecisionRequired', 'This customer has no valid approval. Send them through the application first.');
  if (facts.verificationStatus !== 'succeeded') {
    return proofFirst;
  }
  return null;
}

function notOffered(quote: WorkedQuote | { notOffered: string }): Refused | null {
  return 'notOffered' in quote ? refuse('DecisionRequired', quote.notOffered) : null;
}

function misfit(quote: WorkedQuote, minimum: number): Refused | null {
  if (quote.underMinimumBy > 0) {
    const message = `The order is ${dollars(quote.underMinimumBy)} below the minimum of ${dollars(minimum)}. Add to the cart and try again.`;
    return refuse('LeaseAmountNotSatisfied', message);
  }
  if (quote.overLimitBy > 0) {
    const message = `The order is ${dollars(quote.overLimitBy)} above what this customer may still lease, ${dollars(quote.available)}.`;
    return refuse('ExceedSpendingLimitError', message);
  }
  return null;
}
