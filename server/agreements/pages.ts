import type { FastifyInstance } from 'fastify';
import type { House } from '#server/house.ts';
import { leaseById, sealedCopy } from '#server/leases/find-lease.ts';

const notHere =
  '<!doctype html><html lang="en"><title>Not found</title><p>There is no agreement at this address.</p></html>';

/**
 * `GET /agreements/{number}/{leaseId}`: the signed copy that the customer's e-mail names. The lease id is 256 random bits
 * and told to the customer and the merchant alone; the page is kept by nobody on the way.
 */
export function agreementPages(server: FastifyInstance, house: House): void {
  server.get<{ Params: { number: string; leaseId: string } }>(
    '/agreements/:number/:leaseId',
    async (request, reply) => {
      const { number, leaseId } = request.params;
      const copy = await copyOf(house, number, leaseId);
      return reply
        .code(copy === null ? 404 : 200)
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .send(copy ?? notHere);
    },
  );
}

async function copyOf(house: House, leaseNumber: string, leaseId: string): Promise<string | null> {
  const route = await house.db.read
    .selectFrom('lease_number')
    .select(['customer_id', 'lease_id'])
    .where('lease_number', '=', leaseNumber)
    .executeTakeFirst();
  if (route === undefined || route.lease_id !== leaseId) return null;
  const found = await leaseById(house.db, route.customer_id, route.lease_id);
  return found === null ? null : sealedCopy(house.db, found);
}
