import type { Day } from '#core/calendar/day.ts';

/** The sales tax rate on a rental payment at the place of the goods, as a decimal text ('0.0725'). Domain 1.5. */
export type TaxRates = {
  readonly name: string;
  readonly sandbox: boolean;
  rateAt(place: { state: string; postalCode: string }, on: Day): Promise<string>;
};
