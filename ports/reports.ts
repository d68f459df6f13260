import type { ConsumerReport } from '#core/application/consumer-report.ts';
import type { Day } from '#core/calendar/day.ts';

/** A consumer reporting agency: what it says of an applicant, and what has to be honoured before a decision (domain 4.7). */
export type Reports = {
  readonly name: string;
  readonly sandbox: boolean;
  /** How long it is waited for; the house waits ten seconds at most, and so long where nothing is said. */
  readonly timeoutMs?: number;
  /**
   * The report of one applicant; null when the agency has no file on them. A call that fails is no answer: the application
   * waits. The number is for this call alone.
   */
  report(applicant: ReportedPerson): Promise<ConsumerReport | null>;
};

export type ReportedPerson = {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Day;
  readonly ssn: string;
  readonly address: {
    readonly street1: string;
    readonly street2: string | null;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  };
};
