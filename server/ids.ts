import type { House } from '#server/house.ts';

/** 24 hex characters: 32 bits of seconds and 64 random bits (rulings 10). Sorts roughly by age, can't be guessed. */
export function newId(house: House): string {
  const seconds = Math.floor(house.clock.now() / 1000) >>> 0;
  return seconds.toString(16).padStart(8, '0') + Buffer.from(house.chance.bytes(8)).toString('hex');
}

/** 32 random bytes in base64url: a lease's id is also the path to it. */
export function newLeaseId(house: House): string {
  return secretText(house, 32);
}

/** Ten random digits; unique by its routing table, a collision is decided again. */
export function newLeaseNumber(house: House): string {
  const digits = Buffer.from(house.chance.bytes(8)).readBigUInt64BE() % 10_000_000_000n;
  return digits.toString().padStart(10, '0');
}

/** Ten random digits without a leading zero, so that a client that reads them as a number names the same thing. */
export function newWireNumber(house: House): string {
  const digits = Buffer.from(house.chance.bytes(8)).readBigUInt64BE() % 9_000_000_000n;
  return (1_000_000_000n + digits).toString();
}

/** Random text that stands for a secret: keys, tokens. */
export function secretText(house: House, bytes: number): string {
  return Buffer.from(house.chance.bytes(bytes)).toString('base64url');
}
