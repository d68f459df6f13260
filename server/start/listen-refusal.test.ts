import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { listenRefusal } from './listen-refusal.ts';

test('a busy port and an address that is not ours each get a sentence with the setting to change', async () => {
  const first = net.createServer();
  const port = await new Promise<number>((resolve) => {
    first.listen(0, '127.0.0.1', () => resolve((first.address() as net.AddressInfo).port));
  });
  const busy = listenRefusal(await failedListening('127.0.0.1', port), { host: '127.0.0.1', port });
  assert.equal(busy.message, `Port ${port} on 127.0.0.1 is busy. Stop what listens there, or choose another PORT.`);
  const foreign = listenRefusal(await failedListening('192.0.2.1', port), { host: '192.0.2.1', port });
  assert.equal(foreign.message, 'HOST 192.0.2.1 is not an address of this machine.');
  first.close();
});

test('an error that is nobody’s fault but ours comes back as it is', () => {
  const error = new Error('a mistake');
  assert.equal(listenRefusal(error, { host: '::1', port: 1 }), error);
});

function failedListening(host: string, port: number): Promise<NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    net.createServer().once('error', resolve).listen(port, host);
  });
}
