import type { Application } from '#server/applications/application.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { Person } from '#server/customers/person.ts';
import type { LeasePaper } from '#server/leases/lease-paper.ts';

/** What is known of a shopper who has logged in. */
export type Known = {
  person: Person;
  facts: CustomerFacts;
  application: Application | null;
  identityLast4: string | null;
  paper: LeasePaper | null;
};
