import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Serves a folder of built files under a prefix, read once: `dist/store/assets/x-1a2b3c4d.js` at
 * `/static/store/assets/x-1a2b3c4d.js`. A file with a hash in its name never changes and is kept for a year.
 * Throws when the folder is missing: whoever starts the house builds it first.
 */
export function serveStatic(server: FastifyInstance, { prefix, folder }: { prefix: string; folder: string }): void {
  const files = readFiles(folder);
  server.route({
    method: ['GET', 'HEAD'],
    url: `${prefix}/*`,
    handler: async (request, reply) => {
      const file = files.get((request.params as Record<string, string>)['*'] ?? '');
      return file === undefined ? reply.callNotFound() : sendFile(request, reply, file);
    },
  });
}

/**
 * Serves one built page at some addresses, with its content security policy. `besideJson` is for an address that
 * answers programs with JSON: the page is for whoever asks for HTML, as browsers do. `has` is for a page that draws
 * many addresses itself: at one that it does not have, people get it as 404 and programs our envelope. Throws when the
 * file is missing.
 */
export function servePage(
  server: FastifyInstance,
  {
    urls,
    file,
    csp,
    besideJson = false,
    has,
  }: { urls: readonly string[]; file: string; csp: string; besideJson?: boolean; has?: (path: string) => boolean },
): void {
  const page = readStatic(file);
  const send = async (request: FastifyRequest, reply: FastifyReply) => {
    if (has !== undefined && !has(pathOf(request))) {
      if (!asksForPage(request)) return reply.callNotFound();
      reply.code(404);
    }
    reply.header('content-security-policy', csp);
    return sendFile(request, reply, page);
  };
  if (!besideJson) {
    for (const url of urls) server.route({ method: ['GET', 'HEAD'], url, handler: send });
    return;
  }
  server.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' && asksForPage(request) && urls.includes(request.routeOptions.url ?? ''))
      return send(request, reply);
  });
}

function pathOf(request: FastifyRequest): string {
  return (request.url.split('?')[0] ?? '').replace(/(?<=.)\/$/, '');
}

/** Browsers say that they want HTML; programs do not. */
export function asksForPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') === true;
}

/** One built file, to be sent where its headers depend on who asks. Throws when it is missing. */
export function readPage(
  file: string,
  fill: (text: string) => string = (text) => text,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  const page = readStatic(file, fill);
  return (request, reply) => sendFile(request, reply, page);
}

/** A page's content security policy: everything from our own origin, and what `more` adds to a directive. */
export function pagePolicy(more: Readonly<Record<string, string>> = {}): string {
  const policy: Record<string, string> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'font-src': "'self'",
    'connect-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  };
  for (const [directive, sources] of Object.entries(more)) {
    const ours = policy[directive];
    policy[directive] = ours === undefined || ours === "'none'" ? sources : `${ours} ${sources}`;
  }
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

type StaticFile = {
  bytes: Buffer;
  /** The same, smaller; null where that does not pay. */
  gzipped: Buffer | null;
  type: string;
  cacheControl: string;
  etag: string;
};

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.php': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

function sendFile(request: FastifyRequest, reply: FastifyReply, file: StaticFile): FastifyReply {
  reply.header('cache-control', file.cacheControl).header('etag', file.etag).type(file.type);
  // A condition is for what is there; a page that says 404 says it again.
  const isKnown = reply.statusCode === 200 && request.headers['if-none-match'] === file.etag;
  if (isKnown) return reply.code(304).send();
  if (file.gzipped === null) return reply.send(file.bytes);
  reply.header('vary', 'accept-encoding');
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return takesGzip ? reply.header('content-encoding', 'gzip').send(file.gzipped) : reply.send(file.bytes);
}

function readFiles(folder: string): Map<string, StaticFile> {
  if (!existsSync(folder)) throw missing(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, absolute).split(path.sep).join('/'), readStatic(absolute)];
    }),
  );
}

function readStatic(file: string, fill?: (text: string) => string): StaticFile {
  if (!existsSync(file)) throw missing(file);
  const bytes = fill === undefined ? readFileSync(file) : Buffer.from(fill(readFileSync(file, 'utf8')));
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const isHashed = /-[\w-]{8,}\.\w+$/.test(path.basename(file)) && !file.endsWith('.html');
  return {
    bytes,
    gzipped: gzipPays(type, bytes) ? gzipSync(bytes) : null,
    type,
    cacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  };
}

function gzipPays(type: string, bytes: Buffer): boolean {
  return /^(text\/|application\/json|image\/svg)/.test(type) && bytes.length > 1_000;
}

function missing(what: string): Error {
  return new Error(`${what} is missing. Build the pages first: npm start does.`);
}
