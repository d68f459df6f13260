import type { AuditAnswer } from '#contract/v3/operator.ts';
import { auditApplications } from '#server/applications/audit-applications.ts';
import { auditEvidence } from '#server/evidence/audit-evidence.ts';
import type { House } from '#server/house.ts';
import { auditLeases } from '#server/ledger/audit-leases.ts';
import { auditSql } from '#server/ledger/audit-sql.ts';
import { done, type Outcome } from '#server/outcome.ts';

const examplesMax = 5;

/**
 * Checks the books against the invariants of domain 6.4 that apply, by computing everything again from postings and rows
 * (rulings 20). Each check tells what it looked at and what breaks it; money never lies, so one breach is one too many.
 */
export async function audit(house: House): Promise<Outcome<AuditAnswer>> {
  const checks: AuditAnswer['checks'] = [];
  for (const { invariant, rule, examined, breaches } of auditSql) {
    const count = await house.db.pool.query(examined);
    const { rows } = await house.db.pool.query(breaches);
    checks.push({
      invariant,
      rule,
      examined: count.rows[0].n,
      breaches: rows.length,
      examples: rows.slice(0, examplesMax).map(({ what }) => String(what)),
    });
  }
  checks.push(...(await auditLeases(house)), await auditEvidence(house), ...(await auditApplications(house)));
  checks.sort((a, b) => a.invariant - b.invariant);
  return done({ passed: checks.every(({ breaches }) => breaches === 0), checks });
}
