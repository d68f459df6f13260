import type { LeaseState } from '#core/lease/lifecycle.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import type { House } from '#server/house.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import type { Instant } from '#server/moment.ts';

/** A lease as paper: where it stands, the numbers that were agreed to, and the document itself when it is asked for. */
export type LeasePaper = {
  leaseId: string;
  leaseNumber: string;
  transactionId: string;
  state: LeaseState;
  expiresAt: Instant;
  signedAt: Instant | null;
  inputs: AgreementInputs;
  /** The template it was written with. */
  version: string;
  sha256: string;
  html(): string;
};

/** The paper of a customer's own lease; null when it is somebody else's or there is none. */
export async function leasePaper(
  house: House,
  { customerId, leaseId }: { customerId: string; leaseId: string },
): Promise<LeasePaper | null> {
  const found = await leaseById(house.db, customerId, leaseId);
  if (found === null) return null;
  const inputs = found.agreementInputs as AgreementInputs;
  return {
    leaseId,
    leaseNumber: found.leaseNumber,
    transactionId: found.transactionId,
    state: found.lease.state,
    expiresAt: found.expiresAt,
    signedAt: found.signedAt,
    inputs,
    version: found.agreementVersion,
    sha256: found.agreementHash,
    html: () => renderAgreement(inputs),
  };
}
