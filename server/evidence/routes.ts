import { evidenceAnswer, evidenceKeyAnswer } from '#contract/v3/evidence.ts';
import { evidenceKey } from '#server/evidence/evidence-key.ts';
import { getEvidence } from '#server/evidence/get-evidence.ts';
import type { Route } from '#server/http/route.ts';
import { done } from '#server/outcome.ts';

export const routes: Route[] = [
  {
    operation: 'getEvidence',
    methods: ['GET'],
    paths: ['/v3/leases/{leaseId}/evidence'],
    who: 'merchant and customer',
    response: evidenceAnswer,
    verb: getEvidence,
  },
  {
    operation: 'getEvidenceKey',
    methods: ['GET'],
    paths: ['/v3/evidence-key'],
    who: 'anybody',
    response: evidenceKeyAnswer,
    verb: async (house) => done(evidenceKey(house.secrets.evidenceKey)),
  },
];
