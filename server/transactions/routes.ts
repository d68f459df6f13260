import {
  type ConfirmReceiptBody,
  type ConfirmShipmentBody,
  cancelAnswer,
  confirmReceiptBody,
  confirmShipmentBody,
  finalizeAnswer,
  type ListTransactionsQuery,
  listTransactionsAnswer,
  listTransactionsQuery,
  nothingAnswer,
  type RefundBody,
  refundAnswer,
  refundBody,
  returnAnswer,
  type TakeBackBody,
  TransactionView,
  takeBackBody,
} from '#contract/v3/transactions.ts';
import type { Call, Route } from '#server/http/route.ts';
import { cancelItems } from '#server/transactions/cancel.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { confirmShipment } from '#server/transactions/confirm-shipment.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { getTransaction } from '#server/transactions/get-transaction.ts';
import { listTransactions } from '#server/transactions/list-transactions.ts';
import { refundItems } from '#server/transactions/refund.ts';
import { returnItems } from '#server/transactions/return-items.ts';

/** A merchant's side of its leases (api-v3 6). Every path is also served as `/transaction/…`, with and without `/v3`. */
export const routes: Route[] = [
  {
    operation: 'listTransactions',
    methods: ['GET'],
    paths: ['/v3/transactions'],
    who: 'merchant',
    query: listTransactionsQuery,
    response: listTransactionsAnswer,
    verb: (house, { merchant, query }: Call<unknown, ListTransactionsQuery>) =>
      listTransactions(house, merchant.merchantId, query),
  },
  {
    operation: 'getTransaction',
    methods: ['GET'],
    paths: ['/v3/transactions/{transactionId}'],
    who: 'merchant',
    response: TransactionView,
    verb: (house, call: Call) => getTransaction(house, ...named(call)),
  },
  {
    operation: 'finalizeTransaction',
    methods: ['POST'],
    paths: ['/v3/transactions/{transactionId}/finalize'],
    who: 'merchant',
    response: finalizeAnswer,
    verb: (house, call: Call) => finalize(house, ...named(call)),
  },
  {
    operation: 'cancelItems',
    methods: ['POST'],
    paths: ['/v3/transactions/{transactionId}/cancel'],
    who: 'merchant',
    body: takeBackBody,
    response: cancelAnswer,
    verb: (house, call: Call<TakeBackBody | undefined>) => cancelItems(house, ...named(call), call.body?.items),
  },
  {
    operation: 'returnItems',
    methods: ['POST'],
    paths: ['/v3/transactions/{transactionId}/return', '/v3/transactions/{transactionId}/return-items'],
    who: 'merchant',
    body: takeBackBody,
    response: returnAnswer,
    verb: (house, call: Call<TakeBackBody | undefined>) => returnItems(house, ...named(call), call.body?.items),
  },
  {
    operation: 'confirmShipment',
    // The older documents write GET with a body (api-v3 C-1).
    methods: ['POST', 'GET'],
    paths: ['/v3/transactions/{transactionId}/confirm-shipment'],
    who: 'merchant',
    postOnlyFor: ({ compatibility }) => compatibility.shipmentNeedsPost,
    body: confirmShipmentBody,
    response: nothingAnswer,
    verb: (house, call: Call<ConfirmShipmentBody | undefined>) =>
      confirmShipment(house, ...named(call), call.body?.items, call.merchant.compatibility),
  },
  {
    operation: 'confirmReceipt',
    methods: ['POST', 'GET'],
    paths: ['/v3/transactions/{transactionId}/confirm-receipt'],
    who: 'merchant',
    body: confirmReceiptBody,
    response: nothingAnswer,
    verb: (house, call: Call<ConfirmReceiptBody | undefined>) =>
      confirmReceipt(
        house,
        ...named(call),
        call.body?.items?.map((item) => ({ ...item, receivedOn: item.deliveryDate ?? item.receiptDate })),
      ),
  },
  {
    operation: 'refundItems',
    methods: ['POST'],
    paths: ['/v3/transactions/{transactionId}/refund'],
    who: 'merchant',
    body: refundBody,
    response: refundAnswer,
    verb: (house, call: Call<RefundBody>) => refundItems(house, ...named(call), call.body.items),
  },
];

function named({ merchant, params }: Call): [merchantId: string, transactionId: string] {
  return [merchant.merchantId, params.transactionId!];
}
