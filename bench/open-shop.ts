import type { CreateMerchantAnswer } from '#contract/v3/operator.ts';
import type { CreateUserAnswer } from '#contract/v3/users.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import { operatorKey } from './house-process.ts';

/** A merchant and customers who are all approved; making a lease uses nobody's limit up. */
export type Shop = {
  readonly apiKey: string;
  readonly customers: readonly { readonly userId: string; readonly token: string }[];
};

/** The cart of domain 1.2: 51 payments of 5.03 and a last one of 4.81. */
export const cart = {
  items: [{ sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', condition: 'new', cost: 120.34, quantity: 1 }],
  shipping: { cost: 10.33, method: 'ground' },
};

/** Opens one through the API, like everyone. Customers do not share an address, a number or an account. */
export async function openShop(baseUrl: string, customerCount: number): Promise<Shop> {
  const merchant = await post<CreateMerchantAnswer>(`${baseUrl}/v3/operator/merchants`, operatorKey, { name: 'Bench' });
  const admit = async (_: unknown, number: number) => {
    const person = { firstName: 'Bench', lastName: 'Customer', email: `bench${number}.approve@example.com` };
    const { userId, token } = await post<CreateUserAnswer>(`${baseUrl}/v3/users`, merchant.apiKey, person);
    await post(`${baseUrl}/v3/users/me/apply`, merchant.apiKey, applicationOf(number), token);
    return { userId, token };
  };
  return { apiKey: merchant.apiKey, customers: await Promise.all(Array.from({ length: customerCount }, admit)) };
}

function applicationOf(number: number) {
  const digits = String(number).padStart(4, '0');
  return {
    street1: `${number + 1} Congress Avenue`,
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    mobilePhone: `512555${digits}`,
    dateOfBirth: '1988-04-12',
    ssn: `21234${digits}`,
    employmentInformation: { name: 'Bench Works', monthlyIncome: 4_200, payFrequency: 'biweekly' },
    bankAccount: { routing: sandboxRouting, account: `55${digits}0001`, type: 'checking' },
  };
}

/** Asks the house and insists on a yes. */
export async function post<Answer>(url: string, key: string, body: object, customerToken?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: key, ...(customerToken === undefined ? {} : { 'customer-token': customerToken }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return (JSON.parse(text) as { data: Answer }).data;
}
