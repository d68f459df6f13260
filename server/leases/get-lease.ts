import type { GetLeaseQuery } from '#contract/v3/leases.ts';
import { installmentOf } from '#core/lease/lease.ts';
import { type Decimal, wireNumber } from '#core/money/decimal.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { type PaperAbout, pdfOfPaper } from '#server/agreements/pdf/pdf-of-paper.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { leaseAtStore } from '#server/leases/find-lease.ts';
import { notTheirs } from '#server/leases/lease-view.ts';
import type { LeaseOffer } from '#server/leases/order.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

type Paper = { readonly asPdf: boolean };

/** A lease as the API shows it to its customer at its store (api-v3 5.2): the contract is base64 of the HTML, or of the PDF. */
export async function getLease(
  house: House,
  { customerId, merchant, params, query }: Call<unknown, GetLeaseQuery>,
): Promise<Outcome<object>> {
  const found = await leaseAtStore(house.db, { customerId, merchant }, params.leaseId!);
  if (found === null) return notTheirs;
  const asPdf = query.asPdf === true;
  const { lease } = found;
  const inputs = found.agreementInputs as AgreementInputs;
  const open = lease.state === 'offered';
  return done({
    leaseId: found.leaseId,
    leaseNumber: found.leaseNumber,
    contract: await contractOf(Buffer.from(renderAgreement(inputs), 'utf8'), { asPdf }, house, {
      number: found.leaseNumber,
      sha256: found.agreementHash,
      agreedOn: inputs.agreedOn,
    }),
    leaseStatus: found.signedAt === null ? 'unsigned' : 'signed',
    frequency: lease.terms.frequency,
    term: lease.terms.count,
    payment: wireNumber(lease.terms.count === 0 ? 0 : paymentOf(lease)),
    cashPrice: wireNumber(lease.cashPrice),
    costOfRental: wireNumber(lease.totalRent + lease.processingFee - lease.cashPrice),
    isExpired: (open && found.expiresAt <= now(house)) || lease.state === 'void',
    ...echoed(found.payTomorrowTaxTotal ?? undefined),
  });
}

/** The partner's tax as the store sent it (api-v3 5.1). */
export function echoed(payTomorrowTaxTotal: Decimal | undefined) {
  return payTomorrowTaxTotal === undefined ? {} : { payTomorrowTaxTotal: Number(payTomorrowTaxTotal) };
}

/** What create-lease answers (api-v3 5.1). */
export async function offerView(house: House, offer: LeaseOffer, paper: Paper) {
  const { price } = offer;
  return {
    leaseId: offer.leaseId,
    contract: await contractOf(offer.agreementBytes, paper, house, {
      number: offer.leaseNumber,
      sha256: offer.agreementHash,
      agreedOn: offer.agreedOn,
    }),
    frequency: offer.frequency,
    term: price.count,
    payment: wireNumber(price.regular + price.regularTax),
    cashPrice: wireNumber(price.cashPrice),
    costOfRental: wireNumber(price.costOfLease),
  };
}

function paymentOf(lease: Parameters<typeof installmentOf>[0]) {
  const { rent, tax } = installmentOf(lease, Math.min(2, lease.terms.count));
  return rent + tax;
}

async function contractOf(
  html: Buffer,
  { asPdf }: Paper,
  house: House,
  about: Omit<PaperAbout, 'company'>,
): Promise<string> {
  const { company } = house.settings;
  const bytes = asPdf ? await pdfOfPaper(html.toString('utf8'), { ...about, company }) : html;
  return bytes.toString('base64');
}
