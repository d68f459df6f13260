import { readdirSync } from 'node:fs';
import type { Route } from '#server/http/route.ts';

/**
 * Every route of the published API: those of each room's routes.ts but for the calls of the checkout's frame, which are
 * between the two of them. For the OpenAPI document; what a house serves is listed in main.ts.
 */
export async function publishedRoutes(): Promise<Route[]> {
  const server = new URL('../../', import.meta.url);
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[\w-]+\/routes\.ts$/.test(file))
    .sort();
  const rooms = await Promise.all(files.map((file) => import(new URL(file, server).href)));
  return rooms.flatMap((room) => Object.values(room).flatMap(listed)).filter(isPublished);
}

/** A list of routes, or what makes one from a world that it only asks when it is called. */
function listed(exported: unknown): Route[] {
  return typeof exported === 'function' ? exported({}) : Array.isArray(exported) ? exported : [];
}

function isPublished({ paths }: Route): boolean {
  return !paths.some((path) => path.startsWith('/modal/'));
}
