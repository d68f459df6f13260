import pg from 'pg';
import { startHouse } from './house-process.ts';
import { listenIn, type Statement } from './listen-in.ts';
import { cart, openShop, post, type Shop } from './open-shop.ts';
import { type Repeatable, repeatable } from './repeatable.ts';
import { type ReplayedFlow, replayed } from './replay.ts';

/** A shop that the measured house will find, and what a house says to its database for each thing that is measured. */
export type Prepared = {
  readonly shop: Shop;
  readonly create: Repeatable;
  readonly get: Repeatable;
  readonly list: Repeatable;
  readonly flow: ReplayedFlow;
  /** Customers for the replay of the flow, as the heard one was before it. */
  readonly twins: readonly string[];
};

const customerCount = 50;
const twinCount = 32;

export async function prepare(
  dataDir: string,
  databaseUrl: string,
  toStop: (() => Promise<void>)[],
): Promise<Prepared> {
  const wire = await listenIn(databaseUrl);
  toStop.push(wire.close);
  const house = await startHouse({ dataDir, databaseUrl: wire.url });
  toStop.push(house.stop);
  const shop = await openShop(house.baseUrl, customerCount);
  const [warm, heard] = [shop.customers[0]!, shop.customers[1]!];
  const twins = await makeTwins(databaseUrl, heard.userId);
  const hear = async (work: () => Promise<unknown>): Promise<Statement[]> => {
    const from = wire.heard.length;
    await work();
    return wire.heard.slice(from).filter(({ text }) => !text.includes('graphile_worker'));
  };
  await flowOf(house.baseUrl, shop, warm.token, 'bench-flow-first-time', hear);
  const steps = await flowOf(house.baseUrl, shop, heard.token, 'bench-flow-as-it-was-heard', hear);
  await fetch(`${house.baseUrl}/v3/transactions?limit=20`, { headers: { authorization: shop.apiKey } });
  await house.stop();
  await wire.close();
  const last = (about: RegExp): Statement => {
    const found = wire.heard.findLast(({ text }) => about.test(text));
    if (found === undefined) throw new Error(`The house said nothing like ${about} to its database.`);
    return found;
  };
  return {
    shop,
    create: repeatable(last(/insert into transaction_route/)),
    get: repeatable(last(/^select.*from transaction_route r.*where r\.merchant_id/s)),
    list: repeatable(last(/^with page as materialized/)),
    flow: replayed(heard.userId, steps),
    twins,
  };
}

async function flowOf(
  baseUrl: string,
  { apiKey }: Shop,
  token: string,
  id: string,
  hear: (work: () => Promise<unknown>) => Promise<Statement[]>,
) {
  let leaseId = '';
  const transaction = `${baseUrl}/v3/transactions/${id}`;
  const create = await hear(async () => {
    const body = { transactionId: id, ...cart };
    ({ leaseId } = await post<{ leaseId: string }>(`${baseUrl}/v3/leases`, apiKey, body, token));
  });
  const sign = await hear(async () => {
    const body = { signed: true, ipAddress: '127.0.0.1' };
    await post(`${baseUrl}/v3/leases/${leaseId}/sign`, apiKey, body, token);
    await post(`${transaction}/finalize`, apiKey, {});
  });
  const get = await hear(() => fetch(transaction, { headers: { authorization: apiKey } }));
  const ship = await hear(() => post(`${transaction}/confirm-shipment`, apiKey, {}));
  return [
    { step: 'create-lease', said: create },
    { step: 'sign+finalize', said: sign },
    { step: 'get-transaction', said: get },
    { step: 'confirm-shipment', said: ship },
  ];
}

/** Everybody may lease as much as the bench likes; and copies of one customer with all that lies beside them. */
async function makeTwins(databaseUrl: string, customerId: string): Promise<string[]> {
  const head = customerId.slice(0, -4);
  const twins = Array.from({ length: twinCount }, (_, number) => `${head}ff${String(number).padStart(2, '0')}`);
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query(`update customer set approved_limit_cents = 9000000000000`);
    const { rows } = await owner.query(
      `select indrelid::regclass::text as "table" from pg_index i join pg_attribute a on attrelid = indrelid and attnum = indkey[0]
       where indisprimary and attname = 'customer_id'`,
    );
    const copies = rows.map(({ table }, index) => {
      const copy = `(jsonb_populate_record(one, jsonb_build_object('customer_id', twin))).*`;
      const from = `${table} one, unnest($2::text[]) twin where one.customer_id = $1`;
      return `t${index} as (insert into ${table} select ${copy} from ${from})`;
    });
    // In one statement, because foreign keys are looked at when it ends: the order of the tables does not matter.
    await owner.query(`with ${copies.join(', ')} select 1`, [customerId, twins]);
  } finally {
    await owner.end();
  }
  return twins;
}
