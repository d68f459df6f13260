import type { AgreementWords } from '../words.ts';
import type { LeaseFigures } from './lease-figures.ts';

/** A paragraph of the agreement, with the bold words that it may begin with. */
export type Paragraph = string | readonly [lead: string, text: string];

/** A section: its heading, and what it says by name, so that a language without a sentence does not compile. */
type Section<Name extends string = never> = {
  readonly heading: string;
  readonly says: (it: LeaseFigures) => Readonly<Record<Name, Paragraph>>;
};

/**
 * Every word of the third edition in one language. The words of an edition never change once leases are signed with it:
 * a new wording is a new edition (a test holds the bytes). Amounts, days and shares come as text from the figures.
 */
export type LeaseWords = AgreementWords & {
  readonly title: string;
  readonly head: (it: LeaseFigures) => string;
  readonly numberOfPayments: string;
  readonly beforeTax: string;
  readonly short: Section<'ownership' | 'pay' | 'cost' | 'stop' | 'buy' | 'late' | 'free'>;
  readonly parties: {
    readonly heading: string;
    readonly lessor: string;
    readonly lessee: string;
    readonly merchant: string;
  };
  readonly items: Section<'cashPrice'> & {
    readonly columns: readonly [item: string, condition: string];
    readonly shipping: (method: string) => string;
    /** Where the law of the place limits the cash price by what the goods cost; `limits` in the order of the record. */
    readonly limit: (place: string, limits: readonly { readonly goods: string; readonly times: string }[]) => string;
  };
  readonly pay: Section<'term' | 'even' | 'delivery'> & {
    readonly atSigning: (it: LeaseFigures) => string;
    readonly last: (it: LeaseFigures) => string;
    readonly of: (count: string, amount: string) => string;
    readonly toOwn: (total: string) => string;
    readonly tax: string;
    readonly inAll: (total: string) => string;
    readonly cost: (label: string) => string;
  };
  readonly charges: Section<'apart' | 'late' | 'returned' | 'reinstatement' | 'none'>;
  readonly early: Section<'price' | 'statute' | 'bounds' | 'ask'> & {
    readonly columns: readonly [on: string, paid: string, price: string, tax: string, inAll: string];
    readonly day: (day: number) => string;
    /** Where the goods become the customer's as soon as a share of the rent has reached the cash price. */
    readonly vests: (percent: string) => string;
  };
  readonly termination: Section<'end' | 'owed' | 'beforeDelivery' | 'store'>;
  readonly reinstatement: Section<'kept' | 'returned' | 'whole'> & {
    readonly twoThirds: (days: number) => string;
  };
  readonly loss: Section<'text'>;
  readonly maintenance: Section<'text'>;
  readonly tax: Section<'text'>;
  readonly insurance: Section<'text'>;
  readonly authorization: Section<'text'>;
  readonly rights: Section<'claims' | 'home' | 'better' | 'days' | 'exchange' | 'change'>;
  readonly days: string;
  readonly notice: { readonly heading: string; readonly general: string };
  readonly signature: Section<'text'> & {
    readonly forUs: (lessor: string) => string;
  };
};
