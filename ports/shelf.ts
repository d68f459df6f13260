/** A small durable shelf on which a simulator keeps its own records; the house never reads what lies there. */
export type Shelf = {
  get(key: string): Promise<unknown>;
  /** Lays a value where nothing lies yet, and answers what lies there from now on: of two at once, both get the first's. */
  keep(key: string, value: unknown): Promise<unknown>;
};
