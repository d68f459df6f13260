import { centsOf } from '#client/client.ts';
import { type Reply, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';

/**
 * What a page needs before it can offer FlexPay: the script's address, the least total FlexPay takes (cents; null hides the
 * button), what a lease costs where FlexPay says so, and the shop's day. `host` is the name by which the page was asked for.
 */
export async function showSettings(shop: Shop, host: string): Promise<Reply> {
  // A page waits for this one, so it may not take long.
  const settings = shop.flexpay.settings.lease({ timeoutMs: 2_000, attemptsMax: 1 }).catch(() => null);
  const [lease, today] = await Promise.all([settings, shopToday(shop)]);
  return says({
    sdkUrl: `${sdkOrigin(shop.flexpayUrl, host)}/sdk/js?authKey=${encodeURIComponent(shop.authKey)}`,
    minimumTotal: lease && centsOf(lease.minimumOrderValue),
    leaseTerms: simpleTerms(lease?.leaseTerms),
    today,
  });
}

/** A fee that some places forbid, or a first payment unlike the others, can't be told in one line: then no amount is. */
function simpleTerms(terms: LeaseTerms | undefined): LeaseTerms | null {
  return terms?.processingFee === undefined && terms?.fixedInitialRent === undefined ? (terms ?? null) : null;
}

type LeaseTerms = Awaited<ReturnType<Shop['flexpay']['settings']['lease']>>['leaseTerms'];

// On one machine the shop and FlexPay share a port. Two names of the same machine are two origins, as two companies would be.
function sdkOrigin(flexpayUrl: string, host: string): string {
  const url = new URL(flexpayUrl);
  const page = host.replace(/:\d+$/, '');
  if (page === 'localhost') url.hostname = '127.0.0.1';
  else if (page === '127.0.0.1' || page === '[::1]') url.hostname = 'localhost';
  return url.origin;
}
