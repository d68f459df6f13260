import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Label, Meta, paging, Text, TextOrEmpty } from '#contract/v3/values.ts';

/** So many products in one import; more go in several. */
export const importRowsMax = 5_000;
export const skuMax = 100;
const csvMax = 1_048_576;

export const urlMax = 2_000;
export const urlSays = `must be the address of a page, like https://shop.example/lamp, of at most ${urlMax} characters`;

/** People follow these: a page of the web and nothing that would run. */
const PageAddress = Type.String({
  maxLength: urlMax,
  pattern: '^\\s*https?://\\S+\\s*$',
  'x-says': urlSays,
});

/** A thing that a store leases, and the page where it is (api-v3 8.2). */
const Product = Type.Object({ sku: Label(skuMax), name: Text(), url: PageAddress });

export const listProductsQuery = Type.Object(paging(20));
export type ListProductsQuery = Static<typeof listProductsQuery>;

export const listProductsAnswer = Type.Object({
  products: Type.Array(Type.Object({ sku: Type.String(), name: Type.String(), url: Type.String() })),
  meta: Meta,
});
export type ListProductsAnswer = Static<typeof listProductsAnswer>;

/** One of the two. A body that is a list is `products`, one that is no JSON is `csv`. */
export const importProductsBody = Type.Object({
  products: Type.Optional(Type.Array(Product, { maxItems: importRowsMax })),
  csv: Type.Optional(TextOrEmpty(csvMax)),
});
export type ImportProductsBody = Static<typeof importProductsBody>;

/** `imported` is all of them: those that are new, those that changed, and those that were known like this. */
export const importProductsAnswer = Type.Object({
  imported: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
});
export type ImportProductsAnswer = Static<typeof importProductsAnswer>;
