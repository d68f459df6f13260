import { type DecisionConfig, decide, decisionConfigOf } from '#core/application/decide.ts';
import type { Decisions } from '#ports/decisions.ts';

/** The built-in scorecard of domain 5.1: asks nobody, sees nothing but the input, and explains every point. */
export function scorecardDecisions(config: DecisionConfig = decisionConfigOf('scorecard-1')!): Decisions {
  return { name: 'scorecard', sandbox: false, decide: async (input) => decide(input, config) };
}
