import { createHash } from 'node:crypto';
import { pino } from 'pino';
import { decisionConfigOf } from '#core/application/decide.ts';
import { dateChangeLimits } from '#core/lease/date-change.ts';
import { keptMonthsLeast } from '#core/retention/keep.ts';
import type { Processor } from '#ports/processor.ts';
import type { Screening } from '#ports/screening.ts';
import { sandboxAccountReports } from '#providers/account-reports/sandbox.ts';
import { builtInAddresses } from '#providers/addresses/built-in.ts';
import { builtInBankData } from '#providers/bank-data/built-in.ts';
import { sandboxCarrier } from '#providers/carrier/sandbox.ts';
import { sandboxDecisions } from '#providers/decisions/sandbox.ts';
import { scorecardDecisions } from '#providers/decisions/scorecard.ts';
import { sandboxDocumentCheck } from '#providers/document-check/sandbox.ts';
import { sandboxKnowledge } from '#providers/knowledge/sandbox.ts';
import { simulatedLenders } from '#providers/lenders/sandbox.ts';
import { sandboxNotifier } from '#providers/notifier/sandbox.ts';
import { sandboxProcessor } from '#providers/processor/sandbox.ts';
import { sandboxReports } from '#providers/reports/sandbox.ts';
import { sandboxScreening } from '#providers/screening/sandbox.ts';
import { zeroTaxRates } from '#providers/tax-rates/zero.ts';
import {
  accountEffect,
  accountReportEffect,
  alertOnFile,
  cardEffect,
  documentEffect,
  isListed,
  isLostOnTheWay,
  isPublished,
  knowledgeEffect,
  lateShipment,
  sandboxOutcome,
} from '#sandbox/magic-values.ts';
import { carryOut } from '#server/carry-out.ts';
import { databaseShelf } from '#server/db/shelf.ts';
import { testDatabase } from '#server/db/test-database.ts';
import type { House, Settings } from '#server/house.ts';
import { capacityDefault, limitsDefault, sandboxVelocity } from '#server/limits.ts';
import type { Outcome } from '#server/outcome.ts';
import { readGoods } from '#server/rules/read-goods.ts';
import { readRules, shippedRules } from '#server/rules/read-rules.ts';
import { underWay } from '#server/under-way.ts';

/** A whole house over a database of its own: the sandbox's providers, a clock that a test moves, chance from a seed. */
export type TestHouse = {
  readonly house: House;
  /** Where the database is, for a test that looks into the tables. */
  readonly url: string;
  /** Forward, in milliseconds. */
  advance(byMs: number): void;
  close(): Promise<void>;
};

export const dayMs = 86_400_000;

/** Builds one. The clock starts on Saturday 21 November 2026, noon UTC. */
export async function testHouse(
  change: { settings?: Partial<Settings>; processor?: Processor; screening?: Screening } = {},
): Promise<TestHouse> {
  const database = await testDatabase();
  let time = Date.parse('2026-11-21T12:00:00Z');
  let drawn = 0;
  const clock = { now: () => time };
  const log = pino({ level: 'silent' });
  const settings: Settings = { ...testSettings, ...change.settings };
  const house: House = {
    requestId: null,
    db: database.db,
    clock,
    chance: { bytes: (count) => seeded(`${database.url}|${drawn++}`, count) },
    log,
    underWay: underWay(log),
    secrets: {
      operatorKey: 'operator-key-of-a-test',
      tokenSecret: seeded('token', 32),
      keks: [{ id: 'test', key: seeded('kek', 32) }],
      indexKeys: [{ id: 'test', key: seeded('index', 32) }],
      passcodeKey: seeded('passcode', 32),
      evidenceKey: seeded('evidence', 32),
    },
    settings,
    rules: readRules(shippedRules, { production: false, signOffs: [] }),
    goods: readGoods(null),
    isPublished: settings.mode === 'sandbox' ? isPublished : () => false,
    decisions: sandboxDecisions(scorecardDecisions(decisionConfigOf(settings.scorecard)!), sandboxOutcome),
    knowledge: sandboxKnowledge(knowledgeEffect),
    documentCheck: sandboxDocumentCheck(documentEffect),
    carrier: sandboxCarrier(isLostOnTheWay, lateShipment),
    reports: sandboxReports(alertOnFile),
    accountReports: sandboxAccountReports(accountReportEffect),
    lenders: simulatedLenders([]),
    screening: change.screening ?? sandboxScreening(null, isListed),
    processor:
      change.processor ??
      sandboxProcessor({
        shelf: databaseShelf(database.db, 'processor'),
        clock,
        zone: settings.servicingZone,
        markKey: seeded('mark', 32),
        effectOf: accountEffect,
        effectOfCard: cardEffect,
      }),
    taxRates: zeroTaxRates,
    bankData: builtInBankData,
    addresses: builtInAddresses,
    notifier: sandboxNotifier,
  };
  return {
    house,
    url: database.url,
    advance: (byMs) => {
      time += byMs;
    },
    close: async () => {
      await house.underWay.settled();
      await database.close();
    },
  };
}

/** Carries a verb out and answers what it answered; a refusal fails the test with its words. */
export async function must<Answer>(house: House, verb: () => Promise<Outcome<Answer>>): Promise<Answer> {
  const outcome = await carryOut(house, verb);
  if ('answer' in outcome) return outcome.answer;
  throw new Error(`${outcome.refused}: ${outcome.message} ${JSON.stringify(outcome.data ?? {})}`);
}

const testSettings: Settings = {
  mode: 'sandbox',
  brand: 'FlexPay',
  company: 'FlexPay Sandbox LLC',
  support: 'support@flexpay.example',
  lessor: { street1: '100 Sample Street', street2: null, city: 'Austin', state: 'TX', postalCode: '78701' },
  reportAgency: { name: 'Sample Reports', address: '1 Report Way, Atlanta, GA 30301', phone: '(800) 555-0199' },
  regulator: { name: 'Federal Trade Commission', address: 'Washington, DC 20580', phone: '1-877-382-4357' },
  publicUrl: 'http://127.0.0.1:4300',
  servicingZone: 'America/New_York',
  leaseExpiresHours: 72,
  customerTokenMinutes: 60,
  passcodeMinutes: 5,
  merchantReturnDays: 30,
  dateChange: dateChangeLimits,
  settlementHoldBankDays: 2,
  scorecard: 'scorecard-1',
  taxPaidOnPurchase: [],
  limits: limitsDefault,
  velocity: sandboxVelocity,
  keptMonths: keptMonthsLeast,
  trustedProxies: [],
  capacity: capacityDefault,
};

function seeded(seed: string, count: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(count / 64) }, (_, at) =>
    createHash('sha512').update(`${seed}|${at}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, count);
}
