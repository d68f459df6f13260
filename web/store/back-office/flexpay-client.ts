import type { Transaction } from './check-transaction.ts';

/** What FlexPay answered: the data, or its own words for "no". */
export type Answer<Data> = { ok: true; data: Data } | { ok: false; status: number; code: string; message: string };

export type FlexPayClient = ReturnType<typeof flexpayClient>;

/**
 * This shop's calls to FlexPay, with its secret key. Nothing here throws for a "no" or a lost connection: both are answers,
 * a lost connection with status 0.
 */
export function flexpayClient({ flexpayUrl, apiKey }: { flexpayUrl: string; apiKey: string }) {
  async function call<Data>(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    timeoutMs = 10_000,
  ): Promise<Answer<Data>> {
    try {
      const response = await fetch(new URL(path, flexpayUrl), {
        method,
        headers: { authorization: apiKey, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = (await response.json()) as { data?: Data; error?: { code?: string; message?: string } };
      if (response.ok) return { ok: true, data: answer.data as Data };
      const { code = 'Unknown', message = 'FlexPay could not do that.' } = answer.error ?? {};
      return { ok: false, status: response.status, code: String(code), message };
    } catch {
      return { ok: false, status: 0, code: 'Unreachable', message: 'FlexPay does not answer. Please try again.' };
    }
  }
  const one = (transactionId: string) => `/v3/transactions/${encodeURIComponent(transactionId)}`;
  return {
    // A page waits for this one, so it may not take long.
    settings: () => call<LeaseSettings>('GET', '/v3/settings/lease', undefined, 2_000),
    transaction: (id: string) => call<Transaction>('GET', one(id)),
    transactions: (page: number) =>
      call<{ transactions: Transaction[]; meta: { totalPages: number } }>(
        'GET',
        `/v3/transactions?limit=100&page=${page}`,
      ),
    finalize: (id: string) => call<{ leaseNumber: string }>('POST', `${one(id)}/finalize`),
    confirmShipment: (id: string, items: ShippedItem[]) => call('POST', `${one(id)}/confirm-shipment`, { items }),
    confirmReceipt: (id: string, items: Units[]) =>
      call<{ failed?: Units[] } | undefined>('POST', `${one(id)}/confirm-receipt`, { items }),
    cancel: (id: string, items: Units[]) =>
      call<{ failed?: Units[] } | undefined>('POST', `${one(id)}/cancel`, { items }),
    returnItems: (id: string, items: Units[]) =>
      call<{ failed?: Units[] } | undefined>('POST', `${one(id)}/return`, { items }),
    sandboxClock: () => call<{ now: string }>('GET', '/sandbox/clock'),
  };
}

export type Units = { sku: string; quantity: number };

export type ShippedItem = Units & { carrier: string; trackingNumber?: string; shipDate: string };

/** Dollars; `leaseTerms` is there when FlexPay lets shops say what a lease costs. */
type LeaseSettings = { minimumOrderValue: number; leaseTerms?: { factor: string; weeks: number } };
