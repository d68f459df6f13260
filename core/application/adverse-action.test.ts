import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adverseActionOf, scoreFactorsOf } from './adverse-action.ts';
import { type DecisionInput, decide, decisionConfigOf } from './decide.ts';

const config = decisionConfigOf('scorecard-1')!;
const best: DecisionInput = {
  monthlyIncome: 4_500_00,
  monthsAtIncome: 36,
  bankAccountMonths: 12,
  overdraftsIn30Days: 0,
  leasesPaidOff: 2,
  inquiriesIn30Days: 0,
  monthsAtAddress: 24,
  payFrequency: 'weekly',
  directDepositVerified: true,
  state: 'TX',
  stateOffered: true,
  age: 30,
  monthlyNetIncome: null,
  bankAccountVerified: true,
  priorChargeOff: false,
  identityFailed: false,
  reviewBecause: [],
  alerts: [],
  openCashPrice: 0,
};

test('which decisions the law wants a notice of, and why', () => {
  const gradeC = { ...best, leasesPaidOff: 0, monthsAtIncome: 0, bankAccountMonths: 2 };
  const cases: [string, Partial<DecisionInput>, number | null, string | null, string[]][] = [
    ['declined', { priorChargeOff: true }, null, 'declined', ['K05_PRIOR_CHARGE_OFF']],
    ['all that anybody gets', {}, null, null, []],
    ['all that anybody gets, and more was asked for', {}, 3_000_00, 'lower_limit', ['A01']],
    [
      'below the cap, and nobody asked for a sum',
      { monthlyIncome: 4_000_00, leasesPaidOff: 0 },
      null,
      'lower_limit',
      ['A06', 'A02'],
    ],
    ['below the cap, and it is enough', { monthlyIncome: 4_000_00, leasesPaidOff: 0 }, 2_000_00, null, []],
    [
      'below the cap, and more was asked for',
      { monthlyIncome: 4_000_00, leasesPaidOff: 0 },
      2_500_00,
      'lower_limit',
      ['A06', 'A02'],
    ],
    ['at the cap of a lower grade, and more was asked for', gradeC, 2_500_00, 'lower_limit', ['A03', 'A04', 'A06']],
    ['in review', { reviewBecause: ['screening'] }, 2_500_00, null, []],
  ];
  for (const [what, facts, requested, action, reasons] of cases) {
    const adverse = adverseActionOf(decide({ ...best, ...facts }, config), requested);
    assert.equal(adverse?.action ?? null, action, what);
    assert.deepEqual([...(adverse?.reasons ?? [])].sort(), [...reasons].sort(), what);
  }
});

test('a score names what weighed most in it, and inquiries as a fifth', () => {
  const weak = {
    monthsAtIncome: 0,
    bankAccountMonths: 0,
    overdraftsIn30Days: 5,
    leasesPaidOff: 0,
    inquiriesIn30Days: 9,
    monthsAtAddress: 0,
  };
  const factors = scoreFactorsOf(decide({ ...best, ...weak }, config));
  assert.ok(factors.length >= 4 && factors.length <= 5, String(factors));
  assert.ok(factors.includes('A07'));
  assert.deepEqual(scoreFactorsOf(decide(best, config)), []);
  assert.deepEqual(scoreFactorsOf({ componentLog: [], reasons: ['A02'] }), ['A02']);
});
