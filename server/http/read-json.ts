/**
 * A request body as JSON whatever its type says (rulings 21); nothing, `undefined`, when it is empty.
 * Whole numbers stay numbers; every other number comes out as the text that was sent, because a double would round it.
 * Throws `Unreadable` with a sentence for the caller.
 */
export function readJson(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.trim() === '') return undefined;
  if (deeperThan(depthMax, body)) throw new Unreadable(`The body is nested more than ${depthMax} deep.`);
  try {
    return JSON.parse(body, readMember);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('The body is not JSON.');
  }
}

/** Whether a body can only be JSON, where a text of another kind is taken too. An empty one says nothing in both. */
export function startsAsJson(text: string): boolean {
  return /^\uFEFF?\s*([[{]|$)/.test(text);
}

/** A body that is no JSON and stands for one member. Throws `Unreadable`. */
export function readText(member: string, text: string): unknown {
  if (!isStorable(text)) throw new Unreadable('The body has a character that can not be stored.');
  return { [member]: text };
}

/** Why a body can't be read; the caller's mistake, answered as a `ValidationError`. */
export class Unreadable extends Error {}

/** Whether the database can keep this text: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

const depthMax = 32;
const wholeNumber = /^-?\d+$/;

function readMember(key: string, value: unknown, context?: { source?: string }): unknown {
  if (key === '__proto__') throw new Unreadable('The body has a member that is called __proto__.');
  if (typeof value === 'number') {
    const source = context?.source ?? String(value);
    return wholeNumber.test(source) && Number.isSafeInteger(value) ? value + 0 : source;
  }
  if (typeof value === 'string' && !isStorable(value)) {
    throw new Unreadable(`The text of '${key}' has a character that can't be stored.`);
  }
  if (value !== null && typeof value === 'object' && Object.hasOwn(value, 'constructor')) {
    const made = (value as Record<string, unknown>).constructor;
    if (made !== null && typeof made === 'object' && Object.hasOwn(made, 'prototype')) {
      throw new Unreadable('The body has a member that is called constructor.prototype.');
    }
  }
  return value;
}

/** Counted on the text, because a parsed tree that is too deep can't be walked any more. */
function deeperThan(max: number, text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > max) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}
