import type { Route } from '#server/http/route.ts';
import type { Capacity, Lane } from '#server/limits.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/** The places of one lane of this node: so many requests are under way at once, and the next is sent away. */
export type Places = {
  /** Why nobody gets in now; null when somebody does. */
  refusal(): Refused | null;
  enter(): void;
  leave(): void;
};

/**
 * Makes the places of this process. Reads and writes have lanes of their own, so that shoppers who sign do not wait for a
 * merchant who lists; the operator's calls always get in. A request counts from when it has been read whole, so that one
 * that dawdles holds no place.
 */
export function admission(capacity: Capacity): (route: Pick<Route, 'who' | 'methods'>) => Places {
  const lanes: Record<Lane, Places> = { read: placesOf(capacity.read), write: placesOf(capacity.write) };
  const unlimited = placesOf(Number.POSITIVE_INFINITY);
  return ({ who, methods }) => {
    if (who === 'operator') return unlimited;
    return methods.every((method) => method === 'GET') ? lanes.read : lanes.write;
  };
}

function placesOf(most: number): Places {
  let taken = 0;
  return {
    refusal: () => (taken < most ? null : fullHouse),
    enter: () => {
      taken += 1;
    },
    leave: () => {
      taken -= 1;
    },
  };
}

const fullHouse = refuse(
  'ServiceUnavailable',
  'More calls are under way than we can answer in good time, so this one was not begun. Call again in a moment.',
  { retryAfterSeconds: 1 },
);
