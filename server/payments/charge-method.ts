import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { AuthorizationFact, ChargeFact } from '#ports/processor.ts';
import type { PaymentPurpose } from '#server/customers/bank-account.ts';
import { type OpenMethod, openPaymentMethod } from '#server/customers/open-payment-method.ts';
import type { House } from '#server/house.ts';
import { isLeaseOnHold } from '#server/leases/find-lease.ts';
import { holdOn } from '#server/screening/hold-on.ts';

type OfLease = { readonly customerId: string; readonly leaseId: string };
type Asked = { readonly attemptId: string; readonly paymentMethodId: string; readonly amount: Cents };

/**
 * Asks the processor for the money of an attempt; asked again, it tells what became of it. Unknown means pending: a call
 * that failed half-way may have charged (style 12). Every debit leaves by this door, and none of a lease on hold, nor of a
 * customer who was confirmed to be somebody of a screening list (domain 4.6, 6.3): unless an earlier call has sent it, it is
 * found not to have left. `authorization` names what holds the money ready, if anything does.
 */
export function chargeMethod(
  house: House,
  of: OfLease,
  attempt: Asked & { readonly debitOn: Day },
  purpose: PaymentPurpose,
  authorization?: string,
): Promise<ChargeFact> {
  const { attemptId: reference, amount, debitOn } = attempt;
  const { processor } = house;
  return withMethod<ChargeFact>(house, of, attempt, {
    purpose,
    // Not known is pending, and it stays so until the bank says that it never saw it: an earlier call may be under way.
    held: () => processor.chargeByReference(reference),
    open: (method) =>
      'card' in method
        ? processor.chargeCard({ reference, amount, card: method.card, ...(authorization && { authorization }) })
        : processor.charge({ reference, amount, debitOn, ...method.bankAccount }),
  });
}

/** Has the money of an attempt held ready and takes none; asked again, it tells what became of it. Otherwise as `chargeMethod`. */
export function authorizeMethod(
  house: House,
  of: OfLease,
  attempt: Asked,
  purpose: PaymentPurpose,
): Promise<AuthorizationFact> {
  const { attemptId: reference, amount } = attempt;
  return withMethod<AuthorizationFact>(house, of, attempt, {
    purpose,
    held: () => house.processor.authorizationByReference(reference),
    open: (method) => house.processor.authorize({ reference, amount, ...method }),
  });
}

async function withMethod<Fact>(
  house: House,
  { customerId, leaseId }: OfLease,
  { attemptId, paymentMethodId }: Asked,
  call: { purpose: PaymentPurpose; held(): Promise<Fact>; open(method: OpenMethod): Promise<Fact> },
): Promise<Fact | typeof noAccount | typeof unknown> {
  try {
    const [method, screened, isHeld] = await Promise.all([
      openPaymentMethod(house, { customerId, paymentMethodId }, call.purpose),
      holdOn(house, customerId),
      isLeaseOnHold(house.db, { customerId, leaseId }),
    ]);
    if (isHeld || screened === 'confirmed') return await call.held();
    return method === null ? noAccount : await call.open(method);
  } catch (error) {
    house.log.error({ err: error, attemptId }, 'the processor could not be asked');
    return unknown;
  }
}

const unknown = { status: 'unknown' } as const;
const noAccount = {
  status: 'refused',
  code: 'no_account',
  message: 'The payment method is no longer on file.',
} as const;
