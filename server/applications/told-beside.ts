import { createHash } from 'node:crypto';
import { withoutNumbers } from '#core/application/without-numbers.ts';
import type { House } from '#server/house.ts';
import { type Envelope, seal } from '#server/secrets/envelope.ts';
import { type Place, placeIn } from '#server/secrets/sealed-columns.ts';
import type { FieldFault } from './field-faults.ts';

/**
 * What an application says beside what a decision looks at (api-v3 4.1). Kept for the people who review it, without
 * card numbers and sealed. Gender is taken and not kept: it may never count (domain 5.1).
 */
export type ToldBeside = {
  driversLicenseNumber?: string | undefined;
  driversLicenseState?: string | undefined;
  employerPhone?: string | undefined;
  lastPayDate?: string | undefined;
  deviceFingerprint?: string | undefined;
  cardInformation?: unknown;
  fraudCheck?: unknown;
  additionalData?: unknown;
};

const bytesMax = 16_384;

/** What of it is too large to be kept, under its name in v3. */
export function toldFaults(told: ToldBeside): FieldFault[] {
  return (['cardInformation', 'fraudCheck', 'additionalData'] as const)
    .filter((path) => Buffer.byteLength(JSON.stringify(told[path] ?? null)) > bytesMax)
    .map((path) => ({ path, message: `must have at most ${bytesMax} bytes as JSON` }));
}

export function sealTold(house: House, place: ToldPlace, told: ToldBeside): Envelope {
  const { deviceFingerprint } = told;
  // Only whether it is the same device again is ever asked.
  const device = deviceFingerprint && createHash('sha256').update(deviceFingerprint).digest('hex');
  const kept = withoutNumbers({ ...told, deviceFingerprint: undefined });
  return seal(house, placeOf(place), JSON.stringify({ ...(kept as object), deviceFingerprint: device }));
}

type ToldPlace = { customerId: string; applicationId: string };

const placeOf = ({ customerId, applicationId }: ToldPlace): Place =>
  placeIn('application.told_sealed', { rowId: applicationId, tenant: customerId });
