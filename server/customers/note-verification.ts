import { expecting, type Write, write } from '#server/db/write.ts';

/** How far the proof of identity has come, as every view of the customer says it. */
export function noteVerification(of: {
  customerId: string;
  verificationStatus: 'pending' | 'failed' | 'succeeded';
}): Write {
  return expecting(
    1,
    'customer',
    write`update customer set verification_status = ${of.verificationStatus}, version = version + 1
      where customer_id = ${of.customerId}`,
  );
}
