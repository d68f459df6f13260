import type { AccountReport } from '#core/application/account-report.ts';
import type { Party } from '#core/application/party.ts';

/** Who knows an applicant's bank account: their own bank, or an agency that reports on accounts (domain 5.1). */
export type AccountReports = {
  readonly name: string;
  readonly sandbox: boolean;
  /** How long it is waited for; the house waits ten seconds at most, and so long where nothing is said. */
  readonly timeoutMs?: number;
  /** True where nobody is asked: then no number is opened for it. */
  readonly asksNobody?: true;
  /**
   * The consumer reporting agency whose reports these are, as a notice names it; null where the customer's own bank
   * answers: what it says of its own dealings with them is no consumer report (15 U.S.C. 1681a(d)(2)(A)(i)).
   */
  readonly agency: Party | null;
  /**
   * What is known of one account; null when nothing is. A call that fails is no answer: the application waits. The number
   * is for this call alone.
   */
  report(account: ReportedAccount): Promise<AccountReport | null>;
};

export type ReportedAccount = {
  readonly firstName: string;
  readonly lastName: string;
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly accountType: 'checking' | 'savings';
};
