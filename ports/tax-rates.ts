import type { Day } from '#core/calendar/day.ts';

/**
 * The sales tax rate on a rental payment at the place of the goods, in force that day, as a decimal text ('0.0725'), all of
 * its parts together (domain 1.5). Null where none is known: no lease is offered there. An empty postal code asks for the
 * rate of the state.
 */
export type TaxRates = {
  readonly name: string;
  readonly sandbox: boolean;
  rateAt(place: { state: string; postalCode: string }, on: Day): Promise<string | null>;
};
