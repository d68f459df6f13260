import {
  type ImportProductsBody,
  importProductsAnswer,
  importProductsBody,
  type ListProductsQuery,
  listProductsAnswer,
  listProductsQuery,
} from '#contract/v3/products.ts';
import type { Call, Route } from '#server/http/route.ts';
import { importProducts } from './import-products.ts';
import { listProducts } from './list-products.ts';

export const routes: Route[] = [
  {
    operation: 'listProducts',
    methods: ['GET'],
    paths: ['/v3/products'],
    who: 'merchant',
    query: listProductsQuery,
    response: listProductsAnswer,
    verb: (house, { merchant, query }: Call<unknown, ListProductsQuery>) =>
      listProducts(house, merchant.merchantId, query),
  },
  {
    operation: 'importProducts',
    methods: ['POST'],
    paths: ['/v3/products/import'],
    who: 'merchant',
    body: importProductsBody,
    bare: { list: 'products', text: 'csv' },
    response: importProductsAnswer,
    limit: 'importProducts',
    verb: (house, { merchant, body }: Call<ImportProductsBody>) => importProducts(house, merchant.merchantId, body),
  },
];
