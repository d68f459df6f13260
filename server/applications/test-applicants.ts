import type { TestOperator } from '#server/merchants/test-operator.ts';

/** People who apply at a new store over the wire, each once. For tests. */
export type Applicants = { readonly apiKey: string; apply(ssn: string, told?: Told): Promise<Applicant> };

type Told = { locale?: 'en' | 'es'; monthlyIncome?: number; payFrequency?: string; [member: string]: unknown };

export type Applicant = {
  /** Of the application. */
  readonly id: string;
  readonly email: string;
  readonly headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
  me(): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  again(): Promise<any>;
};

let made = 0;

export async function newApplicants({ call, store }: Pick<TestOperator, 'call' | 'store'>): Promise<Applicants> {
  const { apiKey } = await store('Sofas');
  return {
    apiKey,
    async apply(ssn, { locale = 'en', monthlyIncome = 4000, payFrequency = 'biweekly', ...beside } = {}) {
      made += 1;
      const email = `applicant-${made}@example.com`;
      const person = { firstName: 'Ada', lastName: 'Lovelace', email, locale };
      const headers = { 'customer-token': (await call(apiKey, 'POST', '/v3/users', { body: person })).data.token };
      const body = {
        street1: '12 Oak Street',
        city: 'Austin',
        regionAbbr: 'TX',
        postalCode: '78701',
        country: 'US',
        mobilePhone: '5125550142',
        dateOfBirth: '1990-10-10',
        ssn,
        employmentInformation: { monthlyIncome, payFrequency },
        bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
        ...beside,
      };
      const again = async () => (await call(apiKey, 'POST', '/v3/users/me/apply', { headers, body })).data;
      const { decision } = await again();
      const me = async () => (await call(apiKey, 'GET', '/v3/users/me', { headers })).data;
      return { id: decision?.applicationId ?? '', email, headers, me, again };
    },
  };
}
