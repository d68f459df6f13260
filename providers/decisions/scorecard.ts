import { type DecisionConfig, decide } from '#core/application/decide.ts';
import { rate } from '#core/money/money.ts';
import type { Decisions } from '#ports/decisions.ts';

/** The built-in scorecard of domain 5.1: asks nobody, sees nothing but the input, and explains every point. */
export function scorecardDecisions(config: DecisionConfig = decisionConfigDefault): Decisions {
  return { name: 'scorecard', sandbox: false, decide: async (input) => decide(input, config) };
}

const decisionConfigDefault: DecisionConfig = {
  multiplier: rate('2.00'),
  monthlyIncomeMin: 1_000_00,
  switchedOff: [],
};
