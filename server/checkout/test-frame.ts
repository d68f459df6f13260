import assert from 'node:assert/strict';
import type { Opened } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { routes } from './routes.ts';

/** A refusal as the frame hears it. */
export type Refusal = {
  statusCode: number;
  code: string;
  message: string;
  data: { fields: { path: string; message: string }[] };
};

/** One frame on one device. */
export type TestFrame = {
  readonly device: string;
  readonly view: View;
  /** The answer of a verb that is no view. */
  ask<Answer>(verb: string, body?: object): Promise<Answer>;
  say(verb: string, body?: object): Promise<View>;
  refused(verb: string, body: object): Promise<Refusal>;
};

/** What else the browser says of itself. */
export type Browser = { device?: string; cookie?: string; userAgent?: string };

export type FrameWorld = {
  readonly built: TestHouse;
  readonly server: ReturnType<typeof buildServer>;
  open(order: object | null, browser?: Browser): Promise<TestFrame>;
  /** Opens, gives this address and this profile: a customer who is logged in and asked for the personal facts. */
  newCustomer(email: string, browser?: Browser): Promise<TestFrame>;
  /** The newest message to an address. */
  newest(address: string): Promise<{ kind: string; subject: string; body: string; code: string }>;
  close(): Promise<void>;
};

/** The frame's half of the modal, over HTTP, at a house of its own. */
export async function frameWorld(): Promise<FrameWorld> {
  const built = await testHouse();
  const server = buildServer(built.house, [...routes, ...messageRoutes]);
  const { authKey } = await must(built.house, () => createMerchant(built.house, { name: 'Sofas' }));

  const call = (verb: string, body: object, { session, cookie, userAgent }: Browser & { session?: string }) => {
    // A shopper takes a moment; messages of one moment have no order.
    built.advance(100);
    return server.inject({
      method: 'POST',
      url: `/modal/api/${verb}`,
      payload: body,
      headers: {
        ...(session !== undefined && { 'x-flexpay-session': session }),
        ...(cookie !== undefined && { cookie }),
        'user-agent': userAgent ?? 'a test',
      },
    });
  };

  const open = async (order: object | null, browser: Browser = {}): Promise<TestFrame> => {
    const { device } = browser;
    const opening = { authKey, parentOrigin: 'https://shop.example', order, ...(device !== undefined && { device }) };
    const answer = await call('open', opening, browser);
    assert.equal(answer.statusCode, 200, answer.body);
    const opened: Opened = answer.json().data;
    const turn = { ...browser, session: opened.session };
    const ask = async <Answer>(verb: string, body: object = {}): Promise<Answer> => {
      const said = await call(verb, body, turn);
      assert.equal(said.statusCode, 200, `${verb}: ${said.body}`);
      return said.json().data;
    };
    return {
      device: opened.device,
      view: opened.view,
      ask,
      say: (verb, body) => ask<View>(verb, body),
      refused: async (verb, body) => {
        const said = await call(verb, body, turn);
        assert.notEqual(said.statusCode, 200, `${verb} was not refused`);
        return said.json().error;
      },
    };
  };

  return {
    built,
    server,
    open,
    newCustomer: async (email, browser) => {
      const frame = await open(order(`FIRST-${email}`), browser);
      await frame.say('email', { email });
      assert.equal((await frame.say('profile', profile)).step, 'personal');
      return frame;
    },
    newest: async (address) => {
      const inbox = await server.inject({ method: 'GET', url: `/sandbox/inbox?to=${encodeURIComponent(address)}` });
      const message = inbox.json().data.messages[0];
      return { ...message, code: /\d{6}/.exec(message.body)?.[0] ?? '' };
    },
    close: async () => {
      await server.close();
      await built.close();
    },
  };
}

export const profile = {
  firstName: 'Ana',
  lastName: 'Byron',
  mobilePhone: '1 555 555 0123',
  password: 'correct horse',
  street1: '1 Main St',
  city: 'Austin',
  state: 'TX',
  postalCode: '78701',
  optInMarketing: false,
};

/** A sofa of 130.67 with its shipping. */
export function order(transactionId: string) {
  const shipping = { cost: '10.33', method: 'ground' };
  return { transactionId, cost: 1, items: [{ description: 'Sofa', sku: 'S-1', cost: 120.34, quantity: 1, shipping }] };
}

export const personal = {
  dateOfBirth: '1990-10-10',
  ssn: '123456780',
  monthlyIncome: '3500.00',
  payFrequency: 'weekly',
  nextPayDate: '2026-11-27',
  inquiryConsent: true,
  contactConsent: true,
};

export const bank = {
  routingNumber: '110000000',
  accountNumber: '4400001234',
  accountNumberAgain: '4400001234',
  accountType: 'checking',
};
