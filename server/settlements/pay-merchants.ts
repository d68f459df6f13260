import type { LedgerEvent } from '#core/lease/change.ts';
import { clawbackNetted, merchantFunded } from '#core/ledger/postings.ts';
import { settlementAfter } from '#core/settlement/lifecycle.ts';
import { carryOut } from '#server/carry-out.ts';
import { expecting, insert, type Write, write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { post } from '#server/ledger/post.ts';
import { now, servicingDay } from '#server/moment.ts';
import { done } from '#server/outcome.ts';
import { screenAgain } from '#server/screening/screen-again.ts';
import {
  customersDue,
  moveLine,
  type SettlementLine,
  settlementDue,
  unpaidBatches,
} from '#server/settlements/settlement-store.ts';

/**
 * Pays every store what its hold has released: lines go into a batch (intend), the batch is paid out under its own
 * reference (call), its lines and the ledger say so (record). A negative sum waits for the next deliveries. Nobody is paid
 * for the goods of somebody who may be on a screening list (domain 4.6): that is asked first, and no answer is no payout.
 */
export async function payMerchants(house: House): Promise<number> {
  let paid = 0;
  for (const batch of await unpaidBatches(house.db)) paid += await payBatch(house, batch);
  const { unknown } = await screenAgain(house, await customersDue(house.db, servicingDay(house)), 'funding');
  for (;;) {
    const lines = await settlementDue(house.db, servicingDay(house), unknown);
    if (lines.length === 0) return paid;
    paid += await payBatch(house, await makeBatch(house, lines));
  }
}

type Batch = { merchantId: string; batchId: string; amount: number; lines: SettlementLine[] };

async function makeBatch(house: House, lines: SettlementLine[]): Promise<Batch> {
  const merchantId = lines[0]!.merchantId;
  const batchId = newId(house);
  const amount = lines.reduce((sum, line) => sum + line.net, 0);
  await carryOut(house, async () =>
    done(
      null,
      insert('settlement_batch', {
        merchant_id: merchantId,
        batch_id: batchId,
        amount_cents: amount,
        state: 'batched',
        created_at: now(house),
        paid_on: null,
        version: 1,
      }),
      ...lines.map((line) => moveLine(line, settlementAfter('eligible', 'batch')!, batchId)),
    ),
  );
  return {
    merchantId,
    batchId,
    amount,
    lines: lines.map((line) => ({ ...line, state: 'batched', version: line.version + 1 })),
  };
}

async function payBatch(house: House, batch: Batch): Promise<number> {
  const answer = await house.processor.payOut({
    reference: batch.batchId,
    merchantId: batch.merchantId,
    amount: batch.amount,
  });
  if (answer.status !== 'paid') return 0;
  const at = now(house);
  const on = servicingDay(house);
  const journals = batch.lines.flatMap((line): Write[] => {
    const [event, postings] = booked(line);
    return post({ ...line }, [{ event, subject: line.id, on, postings }], at);
  });
  const { customerId } = batch.lines[0]!;
  const result = await carryOut(house, async () =>
    done(
      null,
      expecting(
        1,
        'batch',
        write`update settlement_batch set state = 'paid', paid_on = ${on}, version = version + 1
          where merchant_id = ${batch.merchantId} and batch_id = ${batch.batchId} and state = 'batched'`,
      ),
      ...batch.lines.map((line) => moveLine(line, line.net > 0 ? settlementAfter('batched', 'pay')! : 'netted')),
      ...journals,
      announce(house, {
        type: 'merchant.paid',
        customerId,
        merchantId: batch.merchantId,
        leaseId: null,
        payload: { batchId: batch.batchId, amountCents: batch.amount },
      }),
    ),
  );
  return 'refused' in result ? 0 : 1;
}

function booked(line: SettlementLine): [LedgerEvent, ReturnType<typeof merchantFunded>] {
  return line.net > 0
    ? ['merchant.funded', merchantFunded({ amount: line.net })]
    : ['merchant.clawed_back', clawbackNetted({ amount: -line.net })];
}
