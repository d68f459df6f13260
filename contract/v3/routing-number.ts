import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Label } from '#contract/v3/values.ts';

/** Whether a bank can be paid from, by its routing number (api-v3 4.4): in the path, the query or the body. */
export const routingNumberGiven = Type.Object({
  routingNumber: Type.Optional({ ...Label(40), 'x-also': ['routing'] }),
});
export type RoutingNumberGiven = Static<typeof routingNumberGiven>;

/** The bank account of an application calls it `routing`, and so may this. */
export function respellRouting({ routing, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return { routingNumber: routing, ...rest };
}

/** `bankName` is null where we do not know the bank; `reason` names the first check that failed, null where none did. */
export const routingNumberAnswer = Type.Object({
  routingNumber: Type.String(),
  valid: Type.Boolean(),
  bankName: Type.Union([Type.String(), Type.Null()]),
  reason: Type.Union([Type.Enum(['format', 'prefix', 'checksum', 'blocked']), Type.Null()]),
});
export type RoutingNumberAnswer = Static<typeof routingNumberAnswer>;
