import type { LenderOutcome } from '#core/application/waterfall.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { Person } from '#server/customers/person.ts';
import { stillAvailable } from '#server/customers/spending.ts';
import type { House } from '#server/house.ts';
import type { Compatibility } from '#server/http/route.ts';
import { dayInState, type Instant, servicingDay } from '#server/moment.ts';
import type { Application } from './application.ts';
import { weeklySpending } from './weekly-spending.ts';

/** A customer as a merchant's server sees them (api-v3 2). */
export type UserView = {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  createdAt: Instant;
  transactions: { id: string; createdAt: Instant; lease: { id: string; status: 'signed' | 'pending' } }[];
  decision: DecisionView | null;
  verificationStatus: 'pending' | 'failed' | 'succeeded';
  dateOfBirth: string | null;
  spendingHold: boolean;
  /** Where the customer goes on when a lender before us approved. */
  approvedElsewhere?: { lender: string; limit: number; continueAt: string };
};

export type DecisionView = {
  applicationId: string;
  approved: boolean;
  /** `failed` where the merchant's clients know that word for `denied` (api-v3 C-4). */
  status: 'approved' | 'pending' | 'denied' | 'failed' | 'error';
  spendingLimit: number;
  availableBalance: number;
  availableWeeklySpending: number;
  createdAt: Instant;
};

/** What the view is made of. */
export type UserFacts = {
  person: Pick<Person, 'customerId' | 'email' | 'firstName' | 'lastName' | 'dateOfBirth' | 'createdAt'>;
  facts: Pick<CustomerFacts, 'openCash' | 'openLeases' | 'spendingHold' | 'verificationStatus'> & {
    address: { state: string } | null;
  };
  application: Pick<Application, 'applicationId' | 'state' | 'decision' | 'limit' | 'expiresOn' | 'createdAt'> | null;
  transactions: UserView['transactions'];
};

/** The merchant that looks: its factor says what a week costs, and its switch which word a denial is told in. */
export type Viewer = { merchantId: string; leaseFactor: string; deniedAs: Compatibility['deniedAs'] };

export function userViewOf(house: House, known: UserFacts, viewer: Omit<Viewer, 'merchantId'>): UserView {
  const { person, facts, application } = known;
  return {
    userId: person.customerId,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    createdAt: person.createdAt,
    transactions: known.transactions,
    decision: application === null ? null : decisionView(house, application, facts, viewer),
    verificationStatus: facts.verificationStatus,
    dateOfBirth: person.dateOfBirth,
    spendingHold: facts.spendingHold,
    ...elsewhere(application),
  };
}

/** The lender before us that took an application, and where the customer goes on; null where none did. */
export function takenElsewhere(
  application: Pick<Application, 'decision'> | null,
): Extract<LenderOutcome, { outcome: 'approved' }> | null {
  if (application?.decision?.decision !== 'elsewhere') return null;
  return application.decision.lenders?.find((one) => one.outcome === 'approved') ?? null;
}

export function elsewhere(application: Pick<Application, 'decision'> | null): Pick<UserView, 'approvedElsewhere'> {
  const taken = takenElsewhere(application);
  if (taken === null) return {};
  const { lender, limitCents, continueAt } = taken;
  return { approvedElsewhere: { lender, limit: wireNumber(limitCents), continueAt } };
}

type Standing = Exclude<DecisionView['status'], 'failed'>;

/** Where an application stands, in the words of the wire (api-v3 C-4); null when it counts no more. */
export function statusOf(
  house: House,
  application: Pick<Application, 'state' | 'decision' | 'expiresOn'>,
  state: string | null,
): Standing | null {
  const { decision } = application;
  switch (application.state) {
    case 'approved': {
      const today = state === null ? servicingDay(house) : dayInState(house, state);
      return application.expiresOn !== null && application.expiresOn >= today ? 'approved' : null;
    }
    case 'declined':
      return 'denied';
    case 'draft':
    case 'expired':
    case 'revoked':
    case 'abandoned':
    case 'withdrawn':
      return null;
    default:
      return decision?.decision === 'pending' && decision.why === 'error' ? 'error' : 'pending';
  }
}

function decisionView(
  house: House,
  application: NonNullable<UserFacts['application']>,
  facts: UserFacts['facts'],
  { leaseFactor, deniedAs }: Omit<Viewer, 'merchantId'>,
): DecisionView | null {
  const state = facts.address?.state ?? null;
  const status = statusOf(house, application, state);
  if (status === null) return null;
  const limit = status === 'approved' ? application.limit : 0;
  const balance = stillAvailable(house, limit, facts);
  return {
    applicationId: application.applicationId,
    approved: status === 'approved',
    status: status === 'denied' ? deniedAs : status,
    spendingLimit: wireNumber(limit),
    availableBalance: wireNumber(balance),
    availableWeeklySpending: wireNumber(weeklySpending(house, { balance, state, leaseFactor }).weekly),
    createdAt: application.createdAt,
  };
}
