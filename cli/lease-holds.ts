import type { LeaseHoldView, ListLeaseHoldsAnswer } from '#contract/v3/lease-holds.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';
import { WrongUsage } from './wrong-usage.ts';

/** A page of what holds leases, or held them. */
export async function listLeaseHolds(connection: Connection, { options }: Given): Promise<Told> {
  const { lease: leaseNumber, customer: userId, open, page, limit } = options;
  const answer = await connection.asOperator<ListLeaseHoldsAnswer>({
    method: 'GET',
    path: `/v3/operator/lease-holds${query({ leaseNumber, userId, open, page, limit })}`,
    about: 'list the leases on hold',
  });
  const rows = answer.holds.map((one) => [
    `lease ${one.leaseNumber}`,
    one.cause,
    `customer ${one.userId}`,
    one.setAt,
    `${one.by}: ${one.reason}`,
    one.lifted === null ? 'in force' : `lifted ${one.lifted.at} by ${one.lifted.by}: ${one.lifted.reason}`,
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}

export const holdLease = act('hold', (number, cause) => {
  return `Lease ${number} is on hold (${cause}): nothing of it is debited, billed or told.`;
});
export const releaseLease = act('release', (number, cause) => {
  return `Nothing holds lease ${number} for ${cause} any more. When nothing else does, it goes on.`;
});

function act(word: 'hold' | 'release', says: (leaseNumber: string, cause: string) => string) {
  return async (connection: Connection, { names: [leaseNumber], options }: Given): Promise<Told> => {
    const { for: cause, by, reason } = options;
    if (!cause || !by || !reason) {
      throw new WrongUsage('For what, who says so, and why? Give --for, --by and --reason: all are kept.');
    }
    const answer = await connection.asOperator<LeaseHoldView>({
      method: 'POST',
      path: `/v3/operator/leases/${encodeURIComponent(leaseNumber!)}/${word}`,
      about: `${word} lease ${leaseNumber}`,
      body: { cause, by, reason },
      idempotencyKey: connection.run,
    });
    return { json: answer, text: says(answer.leaseNumber, answer.cause) };
  };
}
