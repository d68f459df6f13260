import type { AddressInfo } from 'node:net';
import { publishedRoutes } from '#server/http/openapi/published-routes.ts';
import { buildServer, type Pages } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';

/** A house with every route, listening, and somebody who calls it with whichever key. For tests. */
export type TestOperator = {
  readonly built: TestHouse;
  call(key: string, method: 'GET' | 'POST', path: string, options?: Options): Promise<Reply>;
  /** As the operator, below `/v3/operator`. */
  operate(method: 'GET' | 'POST', path: string, body?: object): Promise<Reply>;
  store(name?: string): Promise<{ merchantId: string; apiKey: string; authKey: string }>;
  close(): Promise<void>;
};

type Options = { body?: object | string; headers?: Record<string, string> };
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
type Reply = { status: number; headers: Headers; text: string; data: any; error: any };

export async function openOperator(pages?: Pages): Promise<TestOperator> {
  const built = await testHouse();
  const { house } = built;
  const server = buildServer(house, await publishedRoutes(), pages);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const call: TestOperator['call'] = async (key, method, path, { body, headers = {} } = {}) => {
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: key, ...headers },
      ...content,
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    const { data, error } = isJson ? JSON.parse(text) : {};
    return { status: answer.status, headers: answer.headers, text, data, error };
  };
  return {
    built,
    call,
    operate: (method, path, body) =>
      call(house.secrets.operatorKey, method, `/v3/operator${path}`, body === undefined ? {} : { body }),
    async store(name = 'Lamps and more') {
      const store = await must(house, () => createMerchant(house, { name }));
      // What is made of it next is younger than it.
      built.advance(1_000);
      return store;
    },
    async close() {
      await server.close();
      await built.close();
    },
  };
}
