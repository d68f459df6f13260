import type { Scope } from '#contract/v3/keys.ts';
import type { Route } from '#server/http/route.ts';

/** What the caller's API key must be allowed to do. */
export function neededScope({ scope, methods }: Pick<Route, 'scope' | 'methods'>): Scope {
  return scope ?? (methods.every((method) => method === 'GET') ? 'read' : 'write');
}
