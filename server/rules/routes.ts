import { rulesAnswer, rulesOfVersionAnswer } from '#contract/v3/rules.ts';
import type { Route } from '#server/http/route.ts';
import { listRules, showRules } from '#server/rules/list-rules.ts';

export const routes: Route[] = [
  {
    operation: 'listRules',
    methods: ['GET'],
    paths: ['/v3/operator/rules'],
    who: 'operator',
    response: rulesAnswer,
    verb: (house) => listRules(house),
  },
  {
    operation: 'getRules',
    methods: ['GET'],
    paths: ['/v3/operator/rules/{version}'],
    who: 'operator',
    fromMemory: true,
    response: rulesOfVersionAnswer,
    verb: (house, { params }) => showRules(house, params.version!),
  },
];
