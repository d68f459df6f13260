import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { freePort } from '#doorstep/free-port.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet } from './street.ts';

let house: StartedHouse;

before(async () => {
  house = await startHouse({ PORT: String(await freePort()) });
});
after(() => house?.stop());

test('a house that is told to stop answers what it has taken on, and does nothing that it does not answer', async () => {
  const street = openStreet(house);
  const shopper = await street.shopper('Una');
  const headers = { authorization: house.apiKey, 'customer-token': await shopper.token() };
  const agent = new http.Agent({ keepAlive: true, maxSockets: 12 });
  const offers = new Map<string, Promise<boolean>>();
  let stopped: Promise<void> | undefined;
  const askUntilGone = async (who: number) => {
    for (let number = 0; ; number += 1) {
      const transactionId = `STOP-${who}-${number}`;
      const answered = isAnswered(agent, '/v3/leases', headers, { transactionId, items: lampOrder });
      offers.set(transactionId, answered);
      // In the middle of it all, as many calls as possible under way.
      if (offers.size === 60) stopped = house.close();
      if (!(await answered)) return;
    }
  };
  await Promise.all(Array.from({ length: 12 }, (_, who) => askUntilGone(who)));
  await stopped;
  agent.destroy();

  house = await house.again();
  const after = openStreet(house);
  let kept = 0;
  for (const [transactionId, answered] of offers) {
    const there = await after.transaction(transactionId).then(
      () => true,
      () => false,
    );
    assert.equal(there, await answered, transactionId);
    if (there) kept += 1;
  }
  assert.ok(kept >= 48, `${kept} offers were answered`);
  await after.auditIsGreen();
});

/** Whether a call was answered with a success; anything but a whole answer is a no. */
function isAnswered(agent: http.Agent, path: string, headers: Record<string, string>, body: object): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.request(house.baseUrl + path, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
    });
    request.once('error', () => resolve(false));
    request.end(JSON.stringify(body));
  });
}
