import assert from 'node:assert/strict';
import type { View } from '#contract/modal/view.ts';
import type { EvidenceFile } from '#core/evidence/evidence-file.ts';
import { agreementPages } from '#server/agreements/pages.ts';
import { routes as checkoutRoutes } from '#server/checkout/routes.ts';
import { bank, order, personal, profile } from '#server/checkout/test-frame.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { routes as evidenceRoutes } from '#server/evidence/routes.ts';
import { buildServer } from '#server/http/server.ts';
import { routes as leaseRoutes } from '#server/leases/routes.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { must, type TestHouse } from '#server/test-house.ts';

/** A store and its door, at which people sign in the modal and stores ask for the evidence. For tests. */
export type Signing = Awaited<ReturnType<typeof openSigning>>;

export async function openSigning(built: TestHouse) {
  const { house } = built;
  const routes = [...checkoutRoutes, ...customerRoutes, ...messageRoutes, ...leaseRoutes, ...evidenceRoutes];
  const server = buildServer(house, routes, (door) => agreementPages(door, house));
  const store = await must(house, () => createMerchant(house, { name: 'Sofas & more' }));

  const inject = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) => {
    // A person takes a moment; messages of one moment have no order.
    built.advance(100);
    const answer = await server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: answer.body, ...answer.json() };
  };
  const codeSentTo = async (address: string): Promise<string> => {
    const { data } = await inject('GET', `/sandbox/inbox?to=${address}`, {});
    return /\d{6}/.exec(data.messages[0].body)?.[0] ?? '';
  };
  const modal = async (transactionId: string, more: object = {}) => {
    const opening = {
      authKey: store.authKey,
      parentOrigin: 'https://shop.example',
      order: order(transactionId),
      ...more,
    };
    const { data } = await inject('POST', '/modal/api/open', {}, opening);
    const ask = (verb: string, body: object) =>
      inject('POST', `/modal/api/${verb}`, { 'x-flexpay-session': data.session, 'user-agent': 'Netscape 4' }, body);
    const say = async (verb: string, body: object): Promise<View> => {
      const answer = await ask(verb, body);
      assert.equal(answer.status, 200, `${verb}: ${answer.body}`);
      return answer.data;
    };
    return { ask, say, device: data.device as string, view: data.view as View };
  };
  /** A new customer who has the agreement on the screen. */
  const reader = async (email: string, transactionId: string, { account = bank, ...languages }: Reader = {}) => {
    const shopper = await modal(transactionId, languages);
    await shopper.say('email', { email });
    await shopper.say('profile', profile);
    await shopper.say('personal', personal);
    await shopper.say('bank', account);
    await shopper.say('review', {});
    const { agreement } = await shopper.say('agreement', {});
    assert.ok(agreement !== null);
    const answers = async ({ html } = agreement) => {
      await shopper.say('code-send', {});
      return {
        typedName: 'Ana Byron',
        eRecordsConsent: true,
        eRecordsCode: /<span class="code">([^<]+)<\/span>/.exec(html)?.[1] ?? '',
        totalAcknowledged: true,
        earlyPurchaseAcknowledged: true,
        oneTimeCode: await codeSentTo(email),
      };
    };
    return { ...shopper, email, agreement, answers };
  };
  return {
    server,
    store,
    modal,
    reader,
    /** The same, signed and paid. */
    signer: async (email: string, transactionId: string, more?: Reader) => {
      const shopper = await reader(email, transactionId, more);
      await shopper.say('signature', await shopper.answers());
      assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'done');
      return shopper;
    },
    /** What a store gets that asks for the evidence of its customer's lease. */
    evidence: async (email: string, leaseId: string) => {
      const asStore = { authorization: store.apiKey };
      const { data: user } = await inject('GET', `/v3/user-exists?email=${email}`, asStore);
      await inject('POST', `/v3/users/${user.userId}/send-passcode`, asStore, { transport: 'email' });
      const passcode = await codeSentTo(email);
      const login = await inject('POST', `/v3/users/${user.userId}/passcode-login`, asStore, { passcode });
      const headers = { ...asStore, 'customer-token': login.data?.token ?? '' };
      return inject('GET', `/v3/leases/${leaseId}/evidence`, headers);
    },
    key: async (): Promise<string> => (await inject('GET', '/v3/evidence-key', {})).data.publicKey,
  };
}

/** The account somebody gives, and what their opening says of languages. */
type Reader = { account?: typeof bank; locale?: 'en' | 'es'; browserLocale?: 'en' | 'es' };

/** One with every kind of paper and event, as a store gets it. */
export async function signedFile(
  signing: Signing,
  email: string,
  transactionId: string,
  more?: Reader,
): Promise<EvidenceFile> {
  const shopper = await signing.signer(email, transactionId, more);
  const answer = await signing.evidence(email, shopper.agreement.leaseId);
  assert.equal(answer.status, 200, answer.body);
  return answer.data;
}
