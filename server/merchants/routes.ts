import { type CreateMerchantBody, createMerchantAnswer, createMerchantBody } from '#contract/v3/operator.ts';
import { leaseSettingsAnswer } from '#contract/v3/settings.ts';
import type { Call, Route } from '#server/http/route.ts';
import { createMerchant } from './create-merchant.ts';
import { leaseSettings } from './lease-settings.ts';

export const routes: Route[] = [
  {
    operation: 'getLeaseSettings',
    methods: ['GET'],
    paths: ['/v3/settings/lease'],
    who: 'merchant',
    response: leaseSettingsAnswer,
    verb: (_house, call: Call) => leaseSettings(call.merchant),
  },
  {
    operation: 'createMerchant',
    methods: ['POST'],
    paths: ['/v3/operator/merchants'],
    who: 'operator',
    body: createMerchantBody,
    response: createMerchantAnswer,
    verb: (house, call: Call<CreateMerchantBody>) => createMerchant(house, call.body),
  },
];
