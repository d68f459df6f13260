import { auditAnswer } from '#contract/v3/operator.ts';
import type { Route } from '#server/http/route.ts';
import { audit } from '#server/ledger/audit.ts';

export const routes: Route[] = [
  {
    operation: 'audit',
    methods: ['GET'],
    paths: ['/v3/operator/audit'],
    who: 'operator',
    response: auditAnswer,
    verb: (house) => audit(house),
  },
];
