import type { Knowledge } from '#ports/knowledge.ts';
import type { Processor } from '#ports/processor.ts';
import { sandboxKnowledge } from '#providers/knowledge/sandbox.ts';
import { accountEffect, cardEffect, knowledgeEffect } from '#sandbox/magic-values.ts';

// Providers for what the sandbox's own never do: a processor that does not answer, and a person of the field, whose
// number the sandbox publishes for nobody, of whom too little is known to ask questions.

/** Nobody says whether this account can be used, nor whether this card paid; and who has to prove who they are. */
export const odd = { account: '7700000999', card: 'tok_silent', ssn: '212334450' };

export const knowledge: Knowledge = sandboxKnowledge((ssn) =>
  ssn === odd.ssn ? 'too little is known' : knowledgeEffect(ssn),
);

export const processor: Processor = {
  name: 'a processor that falls silent',
  sandbox: true,
  cardForm: null,
  check: async (method) => {
    if ('card' in method) return { status: 'usable' };
    const { routingNumber, accountNumber } = method.bankAccount;
    if (accountNumber === odd.account) throw new Error('the line is dead');
    const effect = accountEffect(routingNumber, accountNumber);
    return effect.effect === 'refused' ? { ...effect, status: 'refused' } : { status: 'usable' };
  },
  authorize: async () => ({ status: 'authorized' }),
  authorizationByReference: async () => ({ status: 'unknown' }),
  release: async () => undefined,
  charge: async () => ({ status: 'accepted' }),
  chargeCard: async ({ card }) => {
    const token = card.tokens[0]?.token ?? '';
    if (token === odd.card) throw new Error('the line is dead');
    const effect = cardEffect(token);
    return effect.effect === 'refused' ? { ...effect, status: 'refused' } : { status: 'accepted' };
  },
  chargeByReference: async () => ({ status: 'unknown' }),
  refund: async () => ({ status: 'accepted' }),
  refundByReference: async () => ({ status: 'unknown' }),
  payOut: async () => ({ status: 'unknown' }),
};
