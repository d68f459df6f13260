import { marker } from './load.ts';
import { cart, type Shop } from './open-shop.ts';

// HTTP requests as text, made before the clock runs. Where `marker` stands, the load writes ten digits.

export function createRequests({ apiKey, customers }: Shop): string[] {
  const body = JSON.stringify({ transactionId: `bench-${marker}`, ...cart });
  return customers.map(({ token }) => post('/v3/leases', { apiKey, token, body }));
}

export function getRequest({ apiKey }: Shop): string {
  return get(`/v3/transactions/bench-${marker}`, apiKey);
}

/** The first page of a merchant's transactions; the marker is only the request's name. */
export function listRequest({ apiKey }: Shop): string {
  return get('/v3/transactions?limit=20', apiKey, `x-request-id: ${marker}\r\n`);
}

export function settingsRequest({ apiKey }: Shop): string {
  return get('/v3/settings/lease', apiKey, `x-request-id: ${marker}\r\n`);
}

export function get(path: string, apiKey: string, more = ''): string {
  return `GET ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: ${apiKey}\r\n${more}\r\n`;
}

export function post(
  path: string,
  { apiKey, token, body = '' }: { apiKey: string; token?: string; body?: string },
): string {
  const customer = token === undefined ? '' : `customer-token: ${token}\r\n`;
  return (
    `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: ${apiKey}\r\n${customer}` +
    `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}
