/**
 * Takes a value out of parsed JSON, or throws an Error that names the place: `late_fee.cap.of[1]: …`. Readers are
 * built from one another, so that the reader of a record looks like the record.
 */
export type Reader<T> = (value: unknown, path: string) => T;

/** What a reader makes of the JSON it accepts. */
export type Read<R> = R extends Reader<infer T> ? T : never;

/**
 * An object with exactly these keys: `effectiveFrom` here is `effective_from` in the record. A key that nobody reads is
 * refused: a rule that nobody applies must not look as if it were applied.
 */
export function object<S extends Record<string, Reader<unknown>>>(shape: S): Reader<{ [K in keyof S]: Read<S[K]> }> {
  const fields = Object.entries(shape).map(([name, read]) => ({ name, key: snakeCase(name), read }));
  const keys = new Set(fields.map((field) => field.key));
  return (value, path) => {
    const record = recordAt(value, path);
    for (const key of Object.keys(record)) {
      if (!keys.has(key)) throw wrong(below(path, key), 'is not a key this engine knows.');
    }
    const entries = fields.map(({ name, key, read }) => [name, read(record[key], below(path, key))] as const);
    return Object.fromEntries(entries) as { [K in keyof S]: Read<S[K]> };
  };
}

/** As `object`, but every key may be missing. */
export function some<S extends Record<string, Reader<unknown>>>(shape: S): Reader<{ [K in keyof S]?: Read<S[K]> }> {
  return (value, path) => {
    const record = recordAt(value, path);
    const there = Object.entries(shape).filter(([name]) => Object.hasOwn(record, snakeCase(name)));
    return object(Object.fromEntries(there))(value, path) as { [K in keyof S]?: Read<S[K]> };
  };
}

/** One of several objects, told apart by the word under `key`. */
export function tagged<V extends Record<string, Reader<unknown>>>(key: string, variants: V): Reader<Read<V[keyof V]>> {
  return (value, path) => {
    const word = recordAt(value, path)[key];
    if (typeof word !== 'string' || !Object.hasOwn(variants, word)) {
      throw wrong(below(path, key), `should be one of ${Object.keys(variants).join(', ')}.`);
    }
    return variants[word]!(value, path) as Read<V[keyof V]>;
  };
}

/** A list with at least one entry. */
export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0) throw wrong(path, 'should be a list with at least one entry.');
    return value.map((entry, index) => read(entry, `${path}[${index}]`));
  };
}

/** What the reader takes, or null. */
export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

/** What the reader takes, turned into what the house works with; `make` says what is wrong by throwing a RangeError. */
export function made<T, U>(read: Reader<T>, make: (value: T) => U): Reader<U> {
  return (value, path) => {
    const taken = read(value, path);
    try {
      return make(taken);
    } catch (error) {
      throw error instanceof RangeError ? wrong(path, `is refused: ${error.message}`) : error;
    }
  };
}

/** One of these words. */
export function oneOf<W extends string>(...words: readonly W[]): Reader<W> {
  return (value, path) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw wrong(path, `should be one of ${words.join(', ')}.`);
    return word;
  };
}

/** A text that is not empty. */
export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string' || value === '') throw wrong(path, 'should be a text.');
  return value;
};

/** true or false. */
export const flag: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw wrong(path, 'should be true or false.');
  return value;
};

/** A whole number of zero or more: days, years, cents. */
export const whole: Reader<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw wrong(path, 'should be a whole number of zero or more.');
  }
  return value;
};

function recordAt(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, 'should be an object.');
  return value as Record<string, unknown>;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function wrong(path: string, what: string): Error {
  return new Error(`${path === '' ? 'The record' : path} ${what}`);
}
