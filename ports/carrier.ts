/** Who carries goods to customers, as far as the house asks about it. */
export type Carrier = {
  readonly name: string;
  /** True for a simulator: production refuses to start with it. */
  readonly sandbox: boolean;
  /** Orders that it fetches by itself, so many days after they were finalized; null: the store says when goods leave. */
  readonly pickUp: { readonly prefix: string; readonly afterDays: number } | null;
  /** Whether the carrier says that the goods of a transaction did not arrive. Knowing nothing is no exception. */
  hasException(of: { transactionId: string }): Promise<boolean>;
};
