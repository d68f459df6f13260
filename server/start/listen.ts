import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { listenRefusal } from './listen-refusal.ts';

/**
 * Listens on every address with one door; the default is both loopbacks (rulings 22). A second loopback that this machine
 * lacks is no reason not to open. Throws `CannotStart` with one sentence.
 */
export async function listen(
  server: FastifyInstance,
  hosts: readonly string[],
  port: number,
): Promise<() => Promise<void>> {
  const [first, ...others] = hosts as [string, ...string[]];
  try {
    await server.listen({ host: first, port });
  } catch (error) {
    throw listenRefusal(error as NodeJS.ErrnoException, { host: first, port });
  }
  const more = await Promise.all(others.map((host) => alsoListen(server, host, port)));
  return async () => {
    await Promise.all(more.map((close) => close()));
  };
}

async function alsoListen(server: FastifyInstance, host: string, port: number): Promise<() => Promise<void>> {
  const second = createServer((request, response) => server.routing(request, response));
  const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = server.server;
  Object.assign(second, { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections });
  second.on('clientError', (error, socket) => server.server.emit('clientError', error, socket));
  const listening = await new Promise<boolean>((resolve, reject) => {
    second.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false);
      else reject(listenRefusal(error, { host, port }));
    });
    second.listen({ host, port }, () => resolve(true));
  });
  if (!listening) return async () => undefined;
  return () =>
    new Promise((resolve) => {
      second.close(() => resolve());
      second.closeIdleConnections();
    });
}
