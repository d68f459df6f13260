import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** `GET /openapi.json`: the document, for every origin, since it holds no secret. */
export function serveOpenApi(server: FastifyInstance): void {
  const text = readFileSync(new URL('../../../contract/openapi.gen.json', import.meta.url), 'utf8');
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
  server.get('/openapi.json', (request, reply) => {
    reply.headers({ 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*', etag });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
