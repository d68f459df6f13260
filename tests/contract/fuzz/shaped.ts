import type { Chance } from '../../chance.ts';
import type { Json } from '../document.ts';
import { hostileName, hostileText, hostileValue } from './hostile.ts';

/** A value that its schema would take, as far as types, choices and bounds say. */
export function shaped(schema: Json, chance: Chance): unknown {
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices !== undefined) return shaped(chance.pick(choices), chance);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return chance.pick(schema.enum);
  const type = Array.isArray(schema.type) ? chance.pick(schema.type) : schema.type;
  if (type === 'object') return shapedObject(schema, chance);
  if (type === 'array') return Array.from({ length: chance.below(4) }, () => shaped(schema.items as Json, chance));
  if (type === 'boolean') return chance.oneIn(2);
  if (type === 'null') return null;
  if (type === 'integer') return Number(schema.minimum ?? 0) + chance.below(3);
  if (type === 'number') return chance.below(100_000) / 100;
  return shapedText(schema, chance);
}

function shapedObject({ properties = {}, required = [] }: Json, chance: Chance): Json {
  const wanted = Object.entries(properties as Record<string, Json>).filter(
    ([name]) => (required as string[]).includes(name) || chance.oneIn(3),
  );
  return Object.fromEntries(wanted.map(([name, schema]) => [name, shaped(schema, chance)]));
}

function shapedText({ pattern, minLength, maxLength }: Json, chance: Chance): string {
  if (pattern !== undefined)
    return chance.pick(['120.34', '110000000', '2026-12-24', '5125550142', '78701', 'TX', '123456']);
  const text = chance.oneIn(4)
    ? hostileText(chance)
    : chance.pick(['Oak', 'table-1', 'ada@example.com', 'https://shop.example/x', '12']);
  return text.padEnd(Number(minLength ?? 0), 'x').slice(0, Number(maxLength ?? 500));
}

/** The same value with something wrong somewhere in it. */
export function mutated(value: unknown, chance: Chance): unknown {
  const inside = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!inside || chance.oneIn(8)) return inside && chance.oneIn(2) ? [value] : hostileValue(chance);
  if (Array.isArray(value)) return mutatedList(value, chance);
  const members = Object.entries(value);
  const at = chance.below(members.length);
  const [name, one] = members[at]!;
  return Object.fromEntries(
    chance.pick<() => [string, unknown][]>([
      () => members.toSpliced(at, 1),
      () => [...members, [hostileName(chance), hostileValue(chance)]],
      () => members.with(at, [chance.pick([hostileName(chance), name.toUpperCase()]), one]),
      () => members.with(at, [name, hostileValue(chance)]),
      () => members.with(at, [name, mutated(one, chance)]),
      () => members.with(at, [name, mutated(one, chance)]),
    ])(),
  );
}

function mutatedList(list: readonly unknown[], chance: Chance): unknown {
  const at = chance.below(list.length);
  return chance.pick<() => unknown>([
    () => list.with(at, mutated(list[at], chance)),
    () => list.with(at, mutated(list[at], chance)),
    () => list.toSpliced(at, 1),
    () => [...list, list[at]],
    () => Array(chance.pick([200, 201])).fill(list[at]),
    () => Object.fromEntries(list.entries()),
  ])();
}
