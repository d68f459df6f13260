/** What is known of a bank by its routing number. A hit is a hint, never proof that an account exists (domain 4.3). */
export type BankData = {
  readonly name: string;
  readonly sandbox: boolean;
  bankName(routingNumber: string): Promise<string | null>;
};
