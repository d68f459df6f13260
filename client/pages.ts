/** A list that fetches its next page when somebody gets there: `for await (const transaction of list) …`. */
export type Pages<Item, Page> = AsyncIterable<Item> & {
  /** One page by itself, with what FlexPay says of the whole. */
  page(number: number): Promise<Page>;
};

type Meta = { readonly page: number; readonly totalPages: number };

/**
 * The newest come first, so what is made while we read pushes others on to the next page: whoever was told already, by
 * `idOf`, is not told again.
 */
export function pages<Item, Page extends { readonly meta: Meta }>(
  fetchPage: (page: number) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[],
  idOf: (item: Item) => string,
): Pages<Item, Page> {
  return {
    page: fetchPage,
    async *[Symbol.asyncIterator]() {
      const told = new Set<string>();
      for (let number = 1; ; number += 1) {
        const page = await fetchPage(number);
        for (const item of itemsOf(page)) {
          if (told.has(idOf(item))) continue;
          told.add(idOf(item));
          yield item;
        }
        if (number >= page.meta.totalPages) return;
        if (number === pagesMax)
          throw new RangeError(`There are more than ${pagesMax} pages. Ask for fewer days or longer pages.`);
      }
    },
  };
}

/** Further than this FlexPay does not count pages. */
const pagesMax = 1_000;
