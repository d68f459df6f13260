import type { FastifyRequest } from 'fastify';

/** Who asks, as the network or a trusted proxy says; one way to write it for IPv4. */
export function addressOf(request: FastifyRequest): string {
  return request.ip.replace(/^::ffff:/, '');
}
