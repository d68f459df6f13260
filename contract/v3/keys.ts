import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Instant, OneOf, Secret, Text, WholeNumber } from '#contract/v3/values.ts';

/** What an API key may be allowed to do: read, change, and what only trusted partners may (api-v3 3.6, 4.5, 4.6). */
export const scopes = ['read', 'write', 'partner'] as const;
export type Scope = (typeof scopes)[number];

/** `secret`: the API key of a store's server. `public`: the auth key of its pages. */
const Kind = OneOf(['secret', 'public']);

const nameMax = 100;
const overlapHoursMax = 30 * 24;
/** How long a replaced key works on unless somebody says otherwise. */
export const overlapHoursDefault = 24;

/** A key as the operator sees it: never the key itself, only its last four characters. */
export const KeyView = Type.Object({
  keyId: Type.String(),
  kind: Type.Enum(['secret', 'public']),
  name: Type.String(),
  lastFour: Type.String(),
  /** Empty for a public key. */
  scopes: Type.Array(Type.Enum([...scopes])),
  state: Type.Enum(['active', 'expired', 'revoked']),
  createdAt: Type.String(),
  /** Known to the minute; null when nobody has used it yet. */
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  expiresAt: Type.Union([Type.String(), Type.Null()]),
  revokedAt: Type.Union([Type.String(), Type.Null()]),
  /** The key that this one was made to replace, and the one that replaces this. */
  replaces: Type.Union([Type.String(), Type.Null()]),
  replacedBy: Type.Union([Type.String(), Type.Null()]),
});
export type KeyView = Static<typeof KeyView>;

export const listKeysAnswer = Type.Object({ keys: Type.Array(KeyView) });
export type ListKeysAnswer = Static<typeof listKeysAnswer>;

export const createKeyBody = Type.Object({
  name: Text(nameMax),
  kind: Type.Optional({ ...Kind, default: 'secret' }),
  scopes: Type.Optional(Type.Array(OneOf([...scopes]), { minItems: 1, maxItems: scopes.length })),
  expiresAt: Type.Optional(Instant),
});
export type CreateKeyBody = Static<typeof createKeyBody>;

export const rotateKeyBody = Type.Object({
  overlapHours: Type.Optional({ ...WholeNumber(0, overlapHoursMax), default: overlapHoursDefault }),
  expiresAt: Type.Optional(Instant),
});
export type RotateKeyBody = Static<typeof rotateKeyBody>;

/** The key is told here and never again. */
export const toldKeyAnswer = Type.Object({ ...KeyView.properties, key: Secret });
export type ToldKeyAnswer = Static<typeof toldKeyAnswer>;

/** The new key, and until when the old one still works. */
export const rotateKeyAnswer = Type.Object({ ...toldKeyAnswer.properties, oldKeyWorksUntil: Type.String() });
export type RotateKeyAnswer = Static<typeof rotateKeyAnswer>;
