import { parentPort } from 'node:worker_threads';
import { compareLeases } from './compare-leases.ts';

parentPort!.on('message', (order: Parameters<typeof compareLeases>[0]) =>
  parentPort!.postMessage(compareLeases(order)),
);
