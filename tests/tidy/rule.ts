import type { HouseFile } from './house-file.ts';

/** One rule of the house that a machine can keep. */
export interface Rule {
  /** A sentence that is true of a tidy house. */
  readonly name: string;
  /** What to do instead, told with every breach. */
  readonly instead: string;
  /** Small houses, as path → text, that break the rule: each must be found. */
  readonly refuses: readonly Readonly<Record<string, string>>[];
  /** Small houses that look alike and keep it. */
  readonly allows: readonly Readonly<Record<string, string>>[];
  find(files: readonly HouseFile[]): Breach[];
}

export interface Breach {
  readonly path: string;
  readonly line?: number;
  readonly what: string;
}

/** Every match of a pattern in the files' text, one breach per line. */
export function linesMatching(files: readonly HouseFile[], pattern: RegExp): Breach[] {
  return files.flatMap((file) =>
    file.text.split('\n').flatMap((text, index) => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ path: file.path, line: index + 1, what: match[0].trim() }];
    }),
  );
}
