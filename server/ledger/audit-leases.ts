import type { AuditAnswer } from '#contract/v3/operator.ts';
import { type BilledInstallment, installmentOf, type Lease } from '#core/lease/lease.ts';
import { leaseLifecycle } from '#core/lease/lifecycle.ts';
import { timesFloor, timesHalfUp } from '#core/money/money.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { documentHash } from '#server/agreements/agreement-of.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import { unsealAgreement } from '#server/agreements/seal-agreement.ts';
import type { House } from '#server/house.ts';
import { allLeases, sealedCopy } from '#server/leases/find-lease.ts';
import type { LeaseWithPaper } from '#server/leases/stored-lease.ts';

type Check = AuditAnswer['checks'][number];
type Question = {
  invariant: number;
  rule: string;
  breach: (found: LeaseWithPaper, beside: Beside) => string | null;
};
/** What a lease is held against: its sealed copy, and the hash of each record of the law in this house. */
type Beside = { readonly copy: string | null; readonly lawHashes: ReadonlyMap<string, string> };

const chunk = 500;
const examplesMax = 5;

/** The invariants of domain 6.4 that need the engine or the paper: every lease is computed and rendered again. */
export async function auditLeases(house: House): Promise<Check[]> {
  const checks: Check[] = questions.map(({ invariant, rule }) => ({
    invariant,
    rule,
    examined: 0,
    breaches: 0,
    examples: [],
  }));
  const lawHashes = new Map(house.rules.all().map(({ rules, hash }) => [rules.version, hash]));
  for (let after = ''; ; ) {
    const leases = await allLeases(house.db, after, chunk);
    for (const found of leases) {
      const copy = found.signedAt === null ? null : await sealedCopy(house.db, found);
      for (const [index, question] of questions.entries()) {
        ask(question, checks[index]!, found, { copy, lawHashes });
      }
    }
    const last = leases.at(-1);
    if (last === undefined || leases.length < chunk) return checks;
    after = `${last.customerId}/${last.leaseId}`;
  }
}

function ask(question: Question, check: Check, found: LeaseWithPaper, beside: Beside): void {
  const breach = question.breach(found, beside);
  check.examined += 1;
  if (breach === null) return;
  check.breaches += 1;
  if (check.examples.length < examplesMax) check.examples.push(`${found.leaseNumber}: ${breach}`);
}

const questions: readonly Question[] = [
  {
    invariant: 4,
    rule: 'The installments of a lease add up to its total rent, the last is not above the others, and dates only go forward.',
    breach: ({ lease }) => scheduleBreach(lease),
  },
  {
    invariant: 5,
    rule: 'Total rent is at least the cash price and, with the fee, within the cap of the state.',
    breach: ({ lease: { cashPrice, totalRent, processingFee, totalCap, factor } }) => {
      if (totalRent < cashPrice) return `rent ${totalRent} below cash price ${cashPrice}`;
      if (totalRent > timesHalfUp(cashPrice, factor)) return `rent ${totalRent} above the price times its factor`;
      const cap = totalCap === null ? null : timesFloor(cashPrice, totalCap);
      return cap !== null && totalRent + processingFee > cap
        ? `${totalRent + processingFee} above the cap ${cap}`
        : null;
    },
  },
  {
    invariant: 12,
    rule: 'Tax is the rate of its due day on each installment by itself.',
    breach: ({ lease: { installments, terms } }) => {
      // Of payment 1 a part may have gone back before delivery, whose tax rounded by itself.
      const taxOf = ({ number, rent, taxRate }: BilledInstallment) =>
        number === 1 && terms.firstTax !== undefined ? terms.firstTax : timesHalfUp(rent, taxRate);
      const wrong = installments.find((one) => one.tax !== taxOf(one));
      return wrong === undefined ? null : `installment ${wrong.number} is taxed ${wrong.tax}`;
    },
  },
  {
    invariant: 15,
    rule: 'The agreement renders to the bytes that were offered, and the sealed copy holds exactly those.',
    breach: (found, { copy }) => {
      if (found.agreementInputs === null) return null; // its file is erased
      const html = renderAgreement(found.agreementInputs as AgreementInputs);
      if (documentHash(html) !== found.agreementHash) return 'the agreement renders to other bytes';
      if (found.signedAt !== null && copy === null) return 'signed without a sealed copy';
      if (copy !== null && documentHash(unsealAgreement(copy)) !== found.agreementHash)
        return 'the sealed copy is another document';
      return null;
    },
  },
  {
    invariant: 15,
    rule: 'The record of the law that a signed lease names says what it said when the lease was made.',
    breach: ({ signedAt, rulesVersion, rulesHash }, { lawHashes }) => {
      if (signedAt === null || rulesHash === null) return null;
      const hash = lawHashes.get(rulesVersion);
      if (hash === undefined) return `record ${rulesVersion} is not in this house`;
      return hash === rulesHash ? null : `record ${rulesVersion} was edited: it says something else than at signing`;
    },
  },
  {
    invariant: 19,
    rule: 'A lease that has ended has an end, and one that goes on has none.',
    breach: ({ lease: { state }, endedAt, endReason }) => {
      const over = leaseLifecycle.ends.includes(state);
      if (over && (endedAt === null || endReason === null)) return `${state} without an end`;
      return !over && endedAt !== null ? `${state} has an end` : null;
    },
  },
];

function scheduleBreach(lease: Lease): string | null {
  const { terms, billedCount, installments } = lease;
  const running = ['offered', 'signed', 'finalized', 'active', 'past_due', 'on_hold'].includes(lease.state);
  if (!running) return null;
  const billed = installments.reduce((sum, one) => sum + one.rent - one.reversedRent, 0);
  let total = billed;
  let before = installments.at(-1)?.dueOn ?? '';
  for (let number = billedCount + 1; number <= terms.count; number += 1) {
    const { rent, dueOn } = installmentOf(lease, number);
    if (rent <= 0 || (number > 1 && rent > terms.regular)) return `payment ${number} is ${rent}`;
    if (dueOn <= before) return `payment ${number} is due on ${dueOn}, not after ${before}`;
    before = dueOn;
    total += rent;
  }
  return total === lease.totalRent ? null : `payments add up to ${total}, the rent is ${lease.totalRent}`;
}
