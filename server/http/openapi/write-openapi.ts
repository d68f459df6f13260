import { readFileSync, writeFileSync } from 'node:fs';
import { operations } from '#contract/v3/operations.ts';
import { openApi } from './document.ts';
import { publishedRoutes } from './published-routes.ts';
import { documentSchemas } from './schemas.ts';

// Writes contract/openapi.gen.json; `npm run check` sees whether it is what this program writes.

const root = new URL('../../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const document = openApi(await publishedRoutes(), operations, { schemas: await documentSchemas(), version });
writeFileSync(new URL('contract/openapi.gen.json', root), `${JSON.stringify(document, null, 1)}\n`);
