import type { Operation } from '#contract/v3/operations/operation.ts';

const lamp = { sku: 'LAMP-1', name: 'Desk lamp', url: 'https://shop.example/desk-lamp' };

export const productOperations = {
  listProducts: {
    summary: 'List products',
    says: `The products of your store with the addresses of their pages, in the order of their skus, in pages.`,
    tag: 'Products',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'The first page', given: 'nothing' },
      { name: 'No such page', given: 'nothing', query: { page: 0 }, refused: 'ValidationError' },
    ],
  },
  importProducts: {
    summary: 'Import products',
    says: `Takes up to 5,000 products into your catalogue, all of them or, when a row is wrong, none: \`data.fields\` then names each wrong row by its line and field. A product that you have is changed by its sku; what you leave out stays.

Send \`{"products": […]}\`, just the list, or CSV: as \`{"csv": "…"}\`, or as the whole body under any content type, as \`curl --data-binary @catalogue.csv\` does. The first line of CSV names the columns \`sku\`, \`name\` and \`url\`, in any order; others are left alone. Commas, semicolons or tabs stand between the cells.`,
    tag: 'Products',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'Two products', given: 'nothing', body: { products: [lamp, { ...lamp, sku: 'LAMP-2' }] } },
      {
        name: 'CSV',
        given: 'nothing',
        body: { csv: 'sku,name,url\nLAMP-1,"Desk lamp, brass",https://shop.example/desk-lamp\n' },
      },
      {
        name: 'A row is wrong',
        given: 'nothing',
        body: { csv: 'sku,name,url\nLAMP-1,Desk lamp,desk-lamp\n' },
        refused: 'ValidationError',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
