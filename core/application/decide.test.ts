import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rate } from '../money/money.ts';
import { availableLimit, type DecisionConfig, type DecisionInput, decide } from './decide.ts';
import type { ReasonCode } from './reasons.ts';
import {
  type Characteristic,
  type Grade,
  gradeOf,
  type ScoredFacts,
  scoreRange,
  switchedOffUnder,
} from './scorecard.ts';

const config: DecisionConfig = { multiplier: rate('2.00'), monthlyIncomeMin: 1_000_00, switchedOff: [] };

/** Reaches the most points everywhere: 109. */
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
  state: 'FL',
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

const nothingKnown: ScoredFacts = {
  monthlyIncome: null,
  monthsAtIncome: null,
  bankAccountMonths: null,
  overdraftsIn30Days: null,
  leasesPaidOff: null,
  inquiriesIn30Days: null,
  monthsAtAddress: null,
  payFrequency: null,
  directDepositVerified: null,
};

/** Reaches the fewest points everywhere: −1. */
const worst: ScoredFacts = {
  monthlyIncome: 1_000_00,
  monthsAtIncome: 0,
  bankAccountMonths: 0,
  overdraftsIn30Days: 3,
  leasesPaidOff: 0,
  inquiriesIn30Days: 6,
  monthsAtAddress: 0,
  payFrequency: 'monthly',
  directDepositVerified: false,
};

const bands: Record<Characteristic, [ScoredFacts[Characteristic], number][]> = {
  monthlyIncome: [
    [1_000_00, 0],
    [1_499_99, 0],
    [1_500_00, 4],
    [1_999_99, 4],
    [2_000_00, 8],
    [2_999_99, 8],
    [3_000_00, 12],
    [4_499_99, 12],
    [4_500_00, 15],
    [90_000_00, 15],
  ],
  monthsAtIncome: [
    [0, -6],
    [2, -6],
    [3, 0],
    [5, 0],
    [6, 4],
    [11, 4],
    [12, 8],
    [35, 8],
    [36, 10],
    [400, 10],
  ],
  bankAccountMonths: [
    [0, -8],
    [2, -8],
    [3, 0],
    [5, 0],
    [6, 4],
    [11, 4],
    [12, 8],
    [400, 8],
  ],
  overdraftsIn30Days: [
    [0, 6],
    [1, 0],
    [2, -6],
    [3, -12],
    [30, -12],
  ],
  leasesPaidOff: [
    [0, 0],
    [1, 10],
    [2, 15],
    [9, 15],
  ],
  inquiriesIn30Days: [
    [0, 3],
    [1, 3],
    [2, 0],
    [3, 0],
    [4, -5],
    [5, -5],
    [6, -12],
    [60, -12],
  ],
  monthsAtAddress: [
    [0, -3],
    [5, -3],
    [6, 0],
    [23, 0],
    [24, 4],
    [400, 4],
  ],
  payFrequency: [
    ['weekly', 3],
    ['biweekly', 3],
    ['semimonthly', 2],
    ['monthly', 0],
    ['yearly', 0],
    ['none', 0],
  ],
  directDepositVerified: [
    [true, 5],
    [false, 0],
  ],
};

for (const [characteristic, edges] of Object.entries(bands)) {
  test(`every band edge of ${characteristic} gives its points`, () => {
    for (const [value, points] of edges) {
      const { score } = decide({ ...best, ...nothingKnown, [characteristic]: value }, config);
      assert.equal(score, 40 + points, `${characteristic} ${value}`);
    }
  });
}

test('a complete application scores from −1 to 109', () => {
  assert.equal(decide(best, config).score, 109);
  assert.equal(decide({ ...best, ...worst }, config).score, -1);
  assert.deepEqual(scoreRange(), { min: -1, max: 109 });
});

test('a version names the rules and what is switched off; a name that is not one is none', () => {
  assert.deepEqual(switchedOffUnder('scorecard-1'), []);
  assert.deepEqual(switchedOffUnder('scorecard-1-A08-A09'), ['monthsAtAddress', 'payFrequency']);
  for (const wrong of ['scorecard-2', 'scorecard-1-A99', 'scorecard-1-A09-A08', 'scorecard-1-', 'scorecard-10', '']) {
    assert.equal(switchedOffUnder(wrong), null, wrong);
  }
  const off = { ...config, switchedOff: ['payFrequency', 'monthsAtAddress'] } as const;
  assert.equal(decide(best, off).scorecard, 'scorecard-1-A08-A09');
});

test('the trace of a limit names every bound, and every knock-out stands in it beyond the four that are told', () => {
  assert.deepEqual(decide({ ...best, openCashPrice: 400_00 }, config).limitLog, {
    byFactor: 4_500_00,
    byRent: 2_700_00,
    gradeCap: 2_500_00,
    room: 2_100_00,
  });
  const all = { stateOffered: false, age: 10, monthlyIncome: 0, bankAccountVerified: false, priorChargeOff: true };
  assert.equal(decide({ ...best, ...all }, config).knockOuts.length, 5);
});

test('what is not known scores nothing and is never a reason', () => {
  const { score, reasons, componentLog } = decide({ ...best, ...nothingKnown, monthlyIncome: 1_600_00 }, config);
  assert.equal(score, 44);
  assert.deepEqual(reasons, ['A02']);
  assert.equal(componentLog.filter(({ points }) => points === null).length, 8);
});

test('a characteristic that is switched off counts as not known', () => {
  const known = {
    monthlyIncome: 4_500_00,
    monthsAtAddress: 0,
    payFrequency: 'monthly',
    openCashPrice: 100_00,
  } as const;
  const facts = { ...best, ...nothingKnown, ...known };
  assert.deepEqual(decide(facts, config).reasons, ['A08', 'A09']);
  const off = decide(facts, { ...config, switchedOff: ['monthsAtAddress', 'payFrequency'] });
  assert.deepEqual(off.reasons, []);
  assert.equal(off.score, 55);
});

test('each knock-out declines with its reason, without score, grade or limit', () => {
  const knockOuts: [Partial<DecisionInput>, ReasonCode][] = [
    [{ stateOffered: false }, 'K01_STATE_NOT_OFFERED'],
    [{ age: 17 }, 'K02_UNDER_AGE'],
    [{ age: 18, state: 'AL' }, 'K02_UNDER_AGE'],
    [{ age: 20, state: 'MS' }, 'K02_UNDER_AGE'],
    [{ monthlyIncome: 999_99 }, 'K03_INCOME_BELOW_MINIMUM'],
    [{ bankAccountVerified: false }, 'K04_BANK_ACCOUNT_NOT_VERIFIED'],
    [{ priorChargeOff: true }, 'K05_PRIOR_CHARGE_OFF'],
    [{ identityFailed: true }, 'K06_IDENTITY_NOT_VERIFIED'],
  ];
  for (const [facts, reason] of knockOuts) {
    assert.deepEqual(decide({ ...best, ...facts }, config), {
      decision: 'declined',
      score: null,
      grade: null,
      spendingLimitCents: 0,
      reasons: [reason],
      componentLog: [],
      knockOuts: [reason],
      limitLog: null,
      reviewBecause: [],
      scorecard: 'scorecard-1',
      config: { multiplier: '2.00', monthlyIncomeMin: 1_000_00 },
      reportUsed: true,
      accountReportUsed: true,
      decidedBy: 'scorecard',
    });
  }
});

test('what just meets a minimum is no knock-out, and what nobody asked is none either', () => {
  for (const facts of [
    { age: 18 },
    { age: 21, state: 'MS' },
    { monthlyIncome: 1_000_00 },
    { bankAccountVerified: null },
  ]) {
    assert.equal(decide({ ...best, ...facts }, config).decision, 'approved');
  }
});

test('of six knock-outs the first four are named, and a knock-out goes before a review', () => {
  const everything: Partial<DecisionInput> = {
    stateOffered: false,
    age: 10,
    monthlyIncome: 0,
    bankAccountVerified: false,
    priorChargeOff: true,
    identityFailed: true,
    reviewBecause: ['screening'],
  };
  const { decision, reasons } = decide({ ...best, ...everything }, config);
  assert.equal(decision, 'declined');
  assert.deepEqual(reasons, [
    'K01_STATE_NOT_OFFERED',
    'K02_UNDER_AGE',
    'K03_INCOME_BELOW_MINIMUM',
    'K04_BANK_ACCOUNT_NOT_VERIFIED',
  ]);
});

test('an application that a person has to see is neither approved nor declined, and has no reasons', () => {
  const { decision, spendingLimitCents, reasons, score, reviewBecause } = decide(
    { ...best, reviewBecause: ['screening'] },
    config,
  );
  assert.deepEqual(
    { decision, spendingLimitCents, reasons, score, reviewBecause },
    {
      decision: 'review',
      spendingLimitCents: 0,
      reasons: [],
      score: null,
      reviewBecause: ['screening'],
    },
  );
});

test('who is on the denylist is a person’s to answer, before every knock-out, which the person reads', () => {
  const listed = ['screening', 'denylist_bank:identity_theft'] as const;
  const seen = decide({ ...best, monthlyIncome: 0, priorChargeOff: true, reviewBecause: listed }, config);
  assert.deepEqual(
    [seen.decision, seen.reasons, seen.reviewBecause, seen.spendingLimitCents],
    ['review', [], listed, 0],
  );
  assert.deepEqual(seen.knockOuts, ['K03_INCOME_BELOW_MINIMUM', 'K05_PRIOR_CHARGE_OFF']);
  const other = decide({ ...best, monthlyIncome: 0, reviewBecause: ['velocity_bank'] }, config);
  assert.equal(other.decision, 'declined', 'any other cause of a review comes after the knock-outs');
});

test('an alert on file is looked at by a person beside whatever else has to be, and is part of a report', () => {
  const silent = { ...best, overdraftsIn30Days: null, inquiriesIn30Days: null };
  const seen = decide({ ...silent, reviewBecause: ['velocity_bank'], alerts: ['fraud_alert'] }, config);
  assert.deepEqual(
    [seen.decision, seen.reviewBecause, seen.reportUsed],
    ['review', ['velocity_bank', 'fraud_alert'], true],
  );
  const plain = decide(silent, config);
  assert.deepEqual([plain.decision, plain.reportUsed], ['approved', false]);
});

test('what arrives in the account goes before what was stated, in knock-out, score and limit', () => {
  const stated = decide({ ...best, monthlyIncome: 3_000_00 }, config);
  const net = decide({ ...best, monthlyNetIncome: 3_000_00 }, config);
  assert.deepEqual(net, stated, '4,500.00 was stated, and 3,000.00 arrives');
  const { decision, reasons } = decide({ ...best, monthlyNetIncome: 999_99 }, config);
  assert.deepEqual([decision, reasons], ['declined', ['K03_INCOME_BELOW_MINIMUM']]);
  assert.equal(decide({ ...best, monthlyIncome: 500_00, monthlyNetIncome: 3_000_00 }, config).decision, 'approved');
});

test('a decision says apart whether a report and whether an answer about the account was there to weigh', () => {
  const silent = { ...best, ...nothingKnown, monthlyIncome: 4_500_00, bankAccountVerified: null };
  const used = (facts: Partial<DecisionInput>) => {
    const { reportUsed, accountReportUsed } = decide({ ...silent, ...facts }, config);
    return [reportUsed, accountReportUsed];
  };
  assert.deepEqual(used({}), [false, false]);
  assert.deepEqual(used({ overdraftsIn30Days: 0 }), [true, false]);
  for (const fact of [
    { bankAccountVerified: true },
    { bankAccountMonths: 0 },
    { monthsAtIncome: 40 },
    { directDepositVerified: false },
    { monthlyNetIncome: 0 },
  ]) {
    assert.deepEqual(used(fact), [false, true], JSON.stringify(fact));
  }
});

test('every grade begins at its score', () => {
  const begins: [number, Grade, number][] = [
    [109, 'A', 2_500_00],
    [85, 'A', 2_500_00],
    [84, 'B', 2_000_00],
    [70, 'B', 2_000_00],
    [69, 'C', 1_500_00],
    [55, 'C', 1_500_00],
    [54, 'D', 800_00],
    [40, 'D', 800_00],
    [39, 'E', 400_00],
    [30, 'E', 400_00],
    [29, 'F', 0],
    [-1, 'F', 0],
  ];
  for (const [score, grade, cap] of begins) {
    assert.equal(gradeOf(score).grade, grade, `${score}`);
    assert.equal(gradeOf(score).cap, cap, `${score}`);
  }
});

test('the limit is the least of factor, rent burden, cap and room, in steps of 25.00', () => {
  const limits: [string, Partial<DecisionInput>, string, number][] = [
    ['the cap of grade A', {}, '2.00', 2_500_00],
    ['a tenth of 4,500.00 a month, by a multiplier of 2.40: 2,250.00', {}, '2.40', 2_250_00],
    ['3,000.00 a month by rent burden: 1,800.00', { monthlyIncome: 3_000_00 }, '2.00', 1_800_00],
    ['a step is never rounded up: 1,799.99 becomes 1,775.00', { monthlyIncome: 2_999_99 }, '2.00', 1_775_00],
    ['the room under the cap: 2,500.00 − 1,710.00 becomes 775.00', { openCashPrice: 1_710_00 }, '2.00', 775_00],
    ['just enough room: 100.00', { openCashPrice: 2_400_00 }, '2.00', 100_00],
    ['grade D by factor: 0.40 × 1,600.00 becomes 625.00', { ...nothingKnown, monthlyIncome: 1_600_00 }, '2.00', 625_00],
    [
      'an uneven multiplier: 0.10 × 3,000.00 × 12 / 1.95 becomes 1,825.00',
      { monthlyIncome: 3_000_00 },
      '1.95',
      1_825_00,
    ],
  ];
  for (const [why, facts, multiplier, limit] of limits) {
    const decided = decide({ ...best, ...facts }, { ...config, multiplier: rate(multiplier) });
    assert.equal(decided.decision, 'approved', why);
    assert.equal(decided.spendingLimitCents, limit, why);
  }
});

test('no room for 100.00 declines with A11 first, and keeps score and grade', () => {
  const { decision, spendingLimitCents, reasons, score, grade } = decide(
    { ...best, openCashPrice: 2_400_01, directDepositVerified: false, leasesPaidOff: 1 },
    config,
  );
  assert.deepEqual(
    { decision, spendingLimitCents, reasons, score, grade },
    {
      decision: 'declined',
      spendingLimitCents: 0,
      reasons: ['A11', 'A06', 'A10'],
      score: 99,
      grade: 'A',
    },
  );
});

test('grade F declines with its largest shortfalls and keeps score and grade', () => {
  const { decision, spendingLimitCents, reasons, grade } = decide({ ...best, ...worst }, config);
  assert.deepEqual(
    { decision, spendingLimitCents, grade },
    { decision: 'declined', spendingLimitCents: 0, grade: 'F' },
  );
  // shortfalls 18 (A05), 16 (A03, A04), 15 (A02, A06, A07): ties in table order
  assert.deepEqual(reasons, ['A05', 'A03', 'A04', 'A02']);
});

test('an approval at the cap has no reasons, one below it says what was missing', () => {
  assert.deepEqual(decide({ ...best, leasesPaidOff: 0 }, config).reasons, []);
  assert.deepEqual(decide({ ...best, leasesPaidOff: 0, monthlyIncome: 4_000_00 }, config).reasons, ['A06', 'A02']);
});

test('whoever applies: declined has one to four reasons and no limit, approved fits every bound', () => {
  const known = <Value>(value: fc.Arbitrary<Value>) => fc.option(value);
  const inputs: fc.Arbitrary<DecisionInput> = fc.record({
    monthlyIncome: known(fc.nat({ max: 20_000_00 })),
    monthsAtIncome: known(fc.nat({ max: 50 })),
    bankAccountMonths: known(fc.nat({ max: 20 })),
    overdraftsIn30Days: known(fc.nat({ max: 5 })),
    leasesPaidOff: known(fc.nat({ max: 3 })),
    inquiriesIn30Days: known(fc.nat({ max: 8 })),
    monthsAtAddress: known(fc.nat({ max: 40 })),
    payFrequency: known(fc.constantFrom('weekly', 'biweekly', 'semimonthly', 'monthly', 'yearly', 'none')),
    directDepositVerified: known(fc.boolean()),
    state: fc.constantFrom('FL', 'AL', 'MS'),
    stateOffered: fc.constantFrom(true, true, true, false),
    age: fc.integer({ min: 16, max: 60 }),
    monthlyNetIncome: known(fc.nat({ max: 20_000_00 })),
    bankAccountVerified: known(fc.constantFrom(true, true, false)),
    priorChargeOff: fc.constantFrom(false, false, true),
    identityFailed: fc.constantFrom(false, false, true),
    reviewBecause: fc.constantFrom([], [], ['screening' as const]),
    alerts: fc.constantFrom([], [], ['active_duty_alert' as const]),
    openCashPrice: fc.nat({ max: 3_000_00 }),
  });
  fc.assert(
    fc.property(inputs, fc.constantFrom('1.50', '1.95', '2.00', '2.40'), (input, multiplier) => {
      const decided = decide(input, { ...config, multiplier: rate(multiplier) });
      const limit = decided.spendingLimitCents;
      const income = BigInt(input.monthlyNetIncome ?? input.monthlyIncome ?? 0);
      if (decided.decision === 'approved') {
        const { cap, percentOfIncome } = gradeOf(decided.score!);
        assert.ok(limit >= 100_00 && limit % 25_00 === 0 && limit <= cap);
        assert.ok(limit + input.openCashPrice <= cap);
        assert.ok(BigInt(limit) * 100n <= income * BigInt(percentOfIncome));
        const { n, d } = rate(multiplier);
        assert.ok(BigInt(limit) * n * 10n <= income * 12n * d);
      } else {
        assert.equal(limit, 0);
      }
      if (decided.decision === 'declined') assert.ok(decided.reasons.length >= 1);
      assert.ok(decided.reasons.length <= 4);
      assert.equal(new Set(decided.reasons).size, decided.reasons.length);
      assert.deepEqual(decide(input, { ...config, multiplier: rate(multiplier) }), decided);
    }),
    { numRuns: 1_000 },
  );
});

test('what is left of a limit is never less than nothing', () => {
  const leases = { openLeases: 2, openLeasesMax: 3 };
  assert.equal(availableLimit({ approved: 1_500_00, openCashPrice: 400_00, ...leases }), 1_100_00);
  assert.equal(availableLimit({ approved: 1_500_00, openCashPrice: 1_500_00, ...leases }), 0);
  assert.equal(availableLimit({ approved: 1_000_00, openCashPrice: 1_500_00, ...leases }), 0);
  assert.equal(availableLimit({ approved: 1_500_00, openCashPrice: 400_00, openLeases: 3, openLeasesMax: 3 }), 0);
});
