import { pdfOfPaper } from '#server/agreements/pdf/pdf-of-paper.ts';
import type { House } from '#server/house.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { isLoggedIn } from './session.ts';
import type { Turn } from './turn.ts';

/** The agreement on the screen as a PDF, base64: the frame saves it where the shopper wants it. */
export async function agreementPdf(house: House, { session }: Turn): Promise<Outcome<{ pdf: string }>> {
  // A file would stay on the store's tablet; the customer's copy goes to them by e-mail.
  if (session.kioskId !== null) return refuse('Forbidden', 'This device belongs to the store and keeps no copy.');
  const { leaseId } = session;
  const paper =
    isLoggedIn(house, session) && leaseId !== null
      ? await leasePaper(house, { customerId: session.customerId, leaseId })
      : null;
  if (paper === null) return refuse('LeaseNotFound', 'There is no agreement on this screen.');
  const pdf = await pdfOfPaper(paper.html(), {
    number: paper.leaseNumber,
    company: house.settings.company,
    sha256: paper.sha256,
    agreedOn: paper.inputs.agreedOn,
  });
  return done({ pdf: pdf.toString('base64') });
}
