import { type CreateCheckoutBody, createCheckoutAnswer, createCheckoutBody } from '#contract/v3/checkout.ts';
import type { Call, Route } from '#server/http/route.ts';
import { createCheckout } from '#server/links/create-checkout.ts';

export const routes: Route[] = [
  {
    operation: 'createCheckout',
    methods: ['POST', 'GET'],
    paths: ['/v3/checkout'],
    who: 'merchant',
    body: createCheckoutBody,
    response: createCheckoutAnswer,
    verb: (house, { merchant, body }: Call<CreateCheckoutBody>) => createCheckout(house, merchant, body),
  },
];
