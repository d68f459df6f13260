import { type KioskBeginBody, type KioskNextBody, kioskBeginBody, kioskNextBody } from '#contract/modal/bodies.ts';
import {
  type CreateKioskBody,
  createKioskBody,
  KioskView,
  listKiosksAnswer,
  toldKioskAnswer,
} from '#contract/v3/kiosks.ts';
import type { Call, Route } from '#server/http/route.ts';
import { beginKiosk } from './begin-kiosk.ts';
import { createKiosk } from './create-kiosk.ts';
import { endKiosk } from './end-kiosk.ts';
import { listKiosks } from './list-kiosks.ts';
import { nextAtKiosk } from './next-at-kiosk.ts';

export const routes: Route[] = [
  {
    operation: 'createKiosk',
    methods: ['POST'],
    paths: ['/v3/kiosks'],
    who: 'merchant',
    body: createKioskBody,
    response: toldKioskAnswer,
    limit: 'handOver',
    verb: (house, { merchant, body }: Call<CreateKioskBody>) => createKiosk(house, merchant, body),
  },
  {
    operation: 'listKiosks',
    methods: ['GET'],
    paths: ['/v3/kiosks'],
    who: 'merchant',
    response: listKiosksAnswer,
    verb: (house, { merchant }: Call) => listKiosks(house, merchant),
  },
  {
    operation: 'endKiosk',
    methods: ['POST'],
    paths: ['/v3/kiosks/{kioskId}/end'],
    who: 'merchant',
    response: KioskView,
    verb: (house, { merchant, params: { kioskId = '' } }: Call) => endKiosk(house, merchant, kioskId),
  },
  // What the tablet itself asks, between it and its page alone.
  {
    operation: 'modal-kiosk-begin',
    methods: ['POST'],
    paths: ['/modal/api/kiosk-begin'],
    who: 'anybody',
    body: kioskBeginBody,
    verb: (house, { body }: Call<KioskBeginBody>) => beginKiosk(house, body),
  },
  {
    operation: 'modal-kiosk-next',
    methods: ['POST'],
    paths: ['/modal/api/kiosk-next'],
    who: 'anybody',
    body: kioskNextBody,
    verb: (house, { body }: Call<KioskNextBody>) => nextAtKiosk(house, body),
  },
];
