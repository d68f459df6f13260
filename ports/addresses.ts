/** A home address, each part as it stands on a label; what is not known yet is empty. */
export type HomeAddress = {
  readonly street1: string;
  readonly street2: string;
  readonly city: string;
  /** Two letters. */
  readonly state: string;
  readonly postalCode: string;
};

/**
 * What is known of addresses. It is a hint for whoever types one and never proof that somebody lives there (domain 4.1): a
 * service that is slow or away is the same as one that knows nothing. What it is asked is personal: it goes in a body,
 * never in an address, and is not kept.
 */
export type Addresses = {
  readonly name: string;
  readonly sandbox: boolean;
  /** Where a ZIP code of five digits is; null when that is not known. */
  placeOf(postalCode: string): Promise<{ readonly state: string; readonly city: string | null } | null>;
  /** What a half-typed address may be, the best first. */
  suggest(typed: HomeAddress): Promise<readonly HomeAddress[]>;
};
