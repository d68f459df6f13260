import type { ImportProductsAnswer } from '#contract/v3/products.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { readFile, readJson } from './read-file.ts';

/** Takes a file of products into a store's catalogue: all of them, or none and the rows that are wrong. */
export async function importProducts(connection: Connection, { names, options }: Given): Promise<Told> {
  const file = names[0]!;
  const answer = await connection.asMerchant<ImportProductsAnswer>(options['api-key'], {
    method: 'POST',
    path: '/v3/products/import',
    about: `import ${file}`,
    body: file.toLowerCase().endsWith('.json') ? readJson(file) : { csv: readFile(file) },
    idempotencyKey: connection.run,
  });
  const { imported, added, changed, unchanged } = answer;
  return { json: answer, text: `${imported} products: ${added} new, ${changed} changed, ${unchanged} as they were.` };
}
