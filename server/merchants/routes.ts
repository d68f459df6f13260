import {
  type CreateKeyBody,
  createKeyBody,
  KeyView,
  listKeysAnswer,
  type RotateKeyBody,
  rotateKeyAnswer,
  rotateKeyBody,
  toldKeyAnswer,
} from '#contract/v3/keys.ts';
import {
  type CreateMerchantBody,
  createMerchantAnswer,
  createMerchantBody,
  type ListMerchantsQuery,
  listMerchantsAnswer,
  listMerchantsQuery,
  MerchantView,
  type OriginBody,
  originBody,
  originsAnswer,
  type UpdateMerchantBody,
  updateMerchantBody,
} from '#contract/v3/operator.ts';
import { leaseSettingsAnswer } from '#contract/v3/settings.ts';
import type { Call, Route } from '#server/http/route.ts';
import { addOrigin } from './add-origin.ts';
import { createKey } from './create-key.ts';
import { createMerchant } from './create-merchant.ts';
import { getMerchant } from './get-merchant.ts';
import { leaseSettings } from './lease-settings.ts';
import { listKeys } from './list-keys.ts';
import { listMerchants } from './list-merchants.ts';
import { listOrigins } from './list-origins.ts';
import { removeOrigin } from './remove-origin.ts';
import { revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';
import { updateMerchant } from './update-merchant.ts';

const account = '/v3/operator/merchants/{merchantId}';

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
  {
    operation: 'listMerchants',
    methods: ['GET'],
    paths: ['/v3/operator/merchants'],
    who: 'operator',
    query: listMerchantsQuery,
    response: listMerchantsAnswer,
    verb: (house, { query }: Call<unknown, ListMerchantsQuery>) => listMerchants(house, query),
  },
  {
    operation: 'getMerchant',
    methods: ['GET'],
    paths: [account],
    who: 'operator',
    response: MerchantView,
    verb: (house, call: Call) => getMerchant(house, merchantId(call)),
  },
  {
    operation: 'updateMerchant',
    methods: ['POST'],
    paths: [account],
    who: 'operator',
    body: updateMerchantBody,
    response: MerchantView,
    verb: (house, call: Call<UpdateMerchantBody>) => updateMerchant(house, merchantId(call), call.body),
  },
  {
    operation: 'listKeys',
    methods: ['GET'],
    paths: [`${account}/keys`],
    who: 'operator',
    response: listKeysAnswer,
    verb: (house, call: Call) => listKeys(house, merchantId(call)),
  },
  {
    operation: 'createKey',
    methods: ['POST'],
    paths: [`${account}/keys`],
    who: 'operator',
    body: createKeyBody,
    response: toldKeyAnswer,
    verb: (house, call: Call<CreateKeyBody>) => createKey(house, merchantId(call), call.body),
  },
  {
    operation: 'rotateKey',
    methods: ['POST'],
    paths: [`${account}/keys/{keyId}/rotate`],
    who: 'operator',
    body: rotateKeyBody,
    response: rotateKeyAnswer,
    verb: (house, call: Call<RotateKeyBody>) => rotateKey(house, keyOf(call), call.body),
  },
  {
    operation: 'revokeKey',
    methods: ['POST'],
    paths: [`${account}/keys/{keyId}/revoke`],
    who: 'operator',
    response: KeyView,
    verb: (house, call: Call) => revokeKey(house, keyOf(call)),
  },
  {
    operation: 'listOrigins',
    methods: ['GET'],
    paths: [`${account}/origins`],
    who: 'operator',
    response: originsAnswer,
    verb: (house, call: Call) => listOrigins(house, merchantId(call)),
  },
  {
    operation: 'addOrigin',
    methods: ['POST'],
    paths: [`${account}/origins`],
    who: 'operator',
    body: originBody,
    response: originsAnswer,
    verb: (house, call: Call<OriginBody>) => addOrigin(house, merchantId(call), call.body.origin),
  },
  {
    operation: 'removeOrigin',
    methods: ['POST'],
    paths: [`${account}/origins/remove`],
    who: 'operator',
    body: originBody,
    response: originsAnswer,
    verb: (house, call: Call<OriginBody>) => removeOrigin(house, merchantId(call), call.body.origin),
  },
];

const merchantId = ({ params }: Call): string => params.merchantId ?? '';
const keyOf = (call: Call) => ({ merchantId: merchantId(call), keyId: call.params.keyId ?? '' });
