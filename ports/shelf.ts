/** A small durable shelf on which a simulator keeps its own records; the house never reads what lies there. */
export type Shelf = {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
};
