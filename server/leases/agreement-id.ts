import { createHash } from 'node:crypto';

/**
 * What agreements are called on the wire (api-v3 7.1): 24 hex characters for programs, twelve capitals for people. Both follow
 * from the lease's id, which has 256 random bits: nobody can guess them or find the way back.
 */
export function agreementIdOf(leaseId: string): string {
  return digest('agreement', leaseId).slice(0, 24);
}

export function agreementReferenceOf(leaseId: string): string {
  return digest('reference', leaseId).slice(0, 12).toUpperCase();
}

function digest(purpose: string, leaseId: string): string {
  return createHash('sha256').update(`${purpose}|${leaseId}`).digest('hex');
}
