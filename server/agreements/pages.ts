import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { pdfOfPaper } from '#server/agreements/pdf/pdf-of-paper.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/http/answer.ts';
import { leaseById, sealedCopy } from '#server/leases/find-lease.ts';
import type { LeaseWithPaper } from '#server/leases/stored-lease.ts';
import { findLink } from '#server/links/find-link.ts';
import { now } from '#server/moment.ts';
import { refuse } from '#server/outcome.ts';

const notHere =
  '<!doctype html><html lang="en"><title>Not found</title><p>There is no agreement at this address.</p></html>';

type OfCopy = { Params: { number: string; leaseId: string } };

/**
 * `GET /agreements/{number}/{leaseId}`: the copy that the customer's e-mails name, sealed once the lease is signed and as it
 * was offered before, and the same with `/agreement.pdf` behind it. The lease id is 256 random bits and told to the customer and the merchant alone; the page is
 * kept by nobody on the way. `GET /agreements/document`: the agreement that an `Agreement-Token` opens, as HTML or, where
 * `Accept` asks for it, as PDF.
 */
export function agreementPages(server: FastifyInstance, house: House): void {
  server.get<OfCopy>('/agreements/:number/:leaseId', async (request, reply) => {
    const copy = await copyOf(house, request.params);
    return sendPaper(reply.code(copy === null ? 404 : 200), copy?.html ?? notHere);
  });

  server.get<OfCopy>('/agreements/:number/:leaseId/agreement.pdf', async (request, reply) => {
    const copy = await copyOf(house, request.params);
    return copy === null ? sendPaper(reply.code(404), notHere) : sendPdf(reply, house, copy.lease, copy.html);
  });

  server.get('/agreements/document', async (request, reply) => {
    const token = request.headers['agreement-token'];
    const link = typeof token === 'string' ? await findLink(house, { agreementToken: token }) : null;
    const isOpen = link !== null && link.expiresAt > now(house);
    const lease =
      isOpen && link.lease !== null ? await leaseById(house.db, link.lease.customerId, link.lease.leaseId) : null;
    if (lease === null) {
      return sendRefusal(reply, refuse('Unauthorized', 'The agreement token has expired or is not one of ours.'));
    }
    const html = (await sealedCopy(house.db, lease)) ?? renderAgreement(lease.agreementInputs as AgreementInputs);
    const asPdf = request.headers.accept?.includes('application/pdf') === true;
    return asPdf ? sendPdf(reply, house, lease, html) : sendPaper(reply, html);
  });
}

function sendPaper(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    .send(html);
}

async function sendPdf(reply: FastifyReply, house: House, lease: LeaseWithPaper, html: string): Promise<FastifyReply> {
  const pdf = await pdfOfPaper(html, {
    number: lease.leaseNumber,
    company: house.settings.company,
    sha256: lease.agreementHash,
    agreedOn: (lease.agreementInputs as AgreementInputs).agreedOn,
  });
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="agreement-${lease.leaseNumber}.pdf"`)
    .send(pdf);
}

async function copyOf(
  house: House,
  { number, leaseId }: OfCopy['Params'],
): Promise<{ lease: LeaseWithPaper; html: string } | null> {
  const route = await house.db.read
    .selectFrom('lease_number')
    .select(['customer_id', 'lease_id'])
    .where('lease_number', '=', number)
    .executeTakeFirst();
  if (route === undefined || route.lease_id !== leaseId) return null;
  const lease = await leaseById(house.db, route.customer_id, route.lease_id);
  if (lease === null) return null;
  const sealed = await sealedCopy(house.db, lease);
  if (sealed !== null) return { lease, html: sealed };
  return lease.lease.state === 'offered'
    ? { lease, html: renderAgreement(lease.agreementInputs as AgreementInputs) }
    : null;
}
