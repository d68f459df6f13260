import { type Refused, refuse } from '#server/outcome.ts';

/** A refusal that stands beside one field of the screen. */
export function wrongField(path: string, message: string): Refused {
  return refuse('ValidationError', message, { fields: [{ path, message }] });
}

/** A refusal whose messages stand beside their fields; `again` says that there are several. */
export function wrongFields(fields: readonly { path: string; message: string }[], again: string): Refused {
  return refuse('ValidationError', fields.length === 1 ? (fields[0]?.message ?? '') : again, { fields });
}
