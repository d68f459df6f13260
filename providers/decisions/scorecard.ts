import { type DecisionConfig, type DecisionInput, decide, decisionConfigOf } from '#core/application/decide.ts';
import { highestCap } from '#core/application/scorecard.ts';
import type { Decisions } from '#ports/decisions.ts';

/** The built-in scorecard of domain 5.1: asks nobody, sees nothing but the input, and explains every point. */
export function scorecardDecisions(config: DecisionConfig = decisionConfigOf('scorecard-1')!): Decisions {
  const asked = async (input: DecisionInput) => decide(input, config);
  return { name: 'scorecard', sandbox: false, highestLimit: highestCap, decide: asked };
}
