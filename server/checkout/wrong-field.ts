import { type Refused, refuse } from '#server/outcome.ts';

/** A refusal that stands beside one field of the screen. */
export function wrongField(path: string, message: string): Refused {
  return wrongFields([{ path, message }]);
}

/** A refusal whose messages stand beside their fields. */
export function wrongFields(fields: readonly { path: string; message: string }[]): Refused {
  return refuse(
    'ValidationError',
    fields.length === 1 ? (fields[0]?.message ?? '') : 'Some answers need another look.',
    {
      fields,
    },
  );
}
