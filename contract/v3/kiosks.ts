import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Secret, Text } from '#contract/v3/values.ts';

const nameMax = 100;

/** A tablet of a store, on which its customers apply and sign one after the other. All of it is our extension. */
export const createKioskBody = Type.Object({ name: Text(nameMax) });
export type CreateKioskBody = Static<typeof createKioskBody>;

export const KioskView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** `new`: no device has opened its link yet. */
  state: Type.Enum(['new', 'working', 'ended']),
  createdAt: Type.String(),
});
export type KioskView = Static<typeof KioskView>;

export const listKiosksAnswer = Type.Object({ kiosks: Type.Array(KioskView) });
export type ListKiosksAnswer = Static<typeof listKiosksAnswer>;

/** The link that makes a device the tablet is told here and never again. */
export const toldKioskAnswer = Type.Object({
  ...KioskView.properties,
  setupUri: Secret,
  /** The same as an SVG picture. */
  qrCode: Secret,
});
export type ToldKioskAnswer = Static<typeof toldKioskAnswer>;
