import type { Listed, ShownExample } from './document.ts';

/** One request, with the values of an example. */
export type Request = { method: string; path: string; headers: Record<string, string>; body?: string };

/** The request that an example makes. */
export function requestOf(
  { method, path, security }: Listed,
  example: ShownExample | undefined,
  keys: { apiKey: string; customerToken: string },
): Request {
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(example?.params?.[name] ?? name));
  const query = Object.entries(example?.query ?? {}).map(([name, one]) => `${name}=${encodeURIComponent(String(one))}`);
  const [scheme = {}] = security;
  const body = example?.body === undefined ? undefined : JSON.stringify(example.body, null, 2);
  return {
    method,
    path: query.length === 0 ? at : `${at}?${query.join('&')}`,
    headers: {
      ...(Object.keys(scheme).length === 0
        ? {}
        : { Authorization: 'OperatorKey' in scheme ? 'OPERATOR_KEY' : keys.apiKey }),
      ...('CustomerToken' in scheme ? { 'Customer-Token': keys.customerToken } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** The same request in the languages that stores' servers are written in. */
export const languages: Record<string, (origin: string, request: Request) => string> = {
  curl: (origin, { method, path, headers, body }) =>
    [
      `curl -X ${method} '${origin}${path}'`,
      ...Object.entries(headers).map(([name, value]) => `  -H '${name}: ${value}'`),
      ...(body === undefined ? [] : [`  -d '${body.replaceAll("'", "'\\''")}'`]),
    ].join(' \\\n'),
  Node: (origin, { method, path, headers, body }) =>
    `const response = await fetch('${origin}${path}', {
  method: '${method}',
  headers: ${indented(JSON.stringify(headers, null, 2))},${body === undefined ? '' : `\n  body: JSON.stringify(${indented(body)}),`}
});
const { data, error } = await response.json();`,
  PHP: (origin, { method, path, headers, body }) =>
    `$client = new GuzzleHttp\\Client(['http_errors' => false]);
$response = $client->request('${method}', '${origin}${path}', [
  'headers' => [${Object.entries(headers)
    .map(([name, value]) => `'${name}' => '${value}'`)
    .join(', ')}],${body === undefined ? '' : `\n  'body' => <<<'JSON'\n${body}\nJSON,`}
]);
$answer = json_decode($response->getBody(), true);`,
  Python: (origin, { method, path, headers, body }) =>
    `response = requests.request(
    '${method}', '${origin}${path}',
    headers=${JSON.stringify(headers)},${body === undefined ? '' : `\n    data='''${body}''',`}
)
answer = response.json()`,
};

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
