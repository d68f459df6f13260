/** What shows who an applicant is, where questions could not (domain 4.4): a photo ID, and where they live. */
export const documentKinds = ['id_front', 'id_back', 'address'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const mediaTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** A document is one file, no larger than this. */
export const documentBytesMax = 8 * 1024 * 1024;

/** Without these nobody can be sure of anybody; a passport has no back. */
const needed = ['id_front', 'address'] as const satisfies readonly DocumentKind[];

/** What has to come yet before the documents can be handed in. */
export function documentsMissing(there: readonly DocumentKind[]): (typeof needed)[number][] {
  return needed.filter((kind) => !there.includes(kind));
}

/** What a file is by its first bytes, whatever it is called; null for everything that is not taken. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  return mediaTypes.find((type) => firstBytes[type].every((byte, at) => bytes[at] === byte)) ?? null;
}

const firstBytes: Readonly<Record<MediaType, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};
