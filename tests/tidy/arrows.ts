import type { HouseFile, Import } from './house-file.ts';
import type { Breach, Rule } from './rule.ts';

/** Who may import whom. A room that is not listed may import everything. */
const rooms: Record<string, { house: RegExp; outside: RegExp }> = {
  core: { house: /^core\//, outside: /^$/ },
  contract: { house: /^(contract|core)\//, outside: /^typebox$/ },
  // A second opinion that borrows anything from the first is worth nothing.
  checker: { house: /^checker\//, outside: /^node:/ },
  ports: { house: /^(ports|core)\//, outside: /^$/ },
  server: { house: /^(server|core|contract|ports|doorstep)\//, outside: /./ },
  providers: { house: /^(core|ports)\//, outside: /./ },
  sandbox: { house: /^(sandbox|core|contract)\/|^providers\/[^/]+\/sandbox\.ts$/, outside: /^node:/ },
  // Typed by the contract, and nothing of it at run time.
  sdk: { house: /^sdk\//, outside: /^$/ },
  client: { house: /^client\//, outside: /^node:crypto$/ },
  web: { house: /^(core|contract|sdk|web\/ui)\//, outside: /^preact$/ },
  // The toy town is built over HTTP, so the command line may build one anywhere.
  // The checker is there to check what the house says: a file that was signed, before whoever asks the command line.
  cli: { house: /^(cli|core|contract|client|sandbox|doorstep|checker)\//, outside: /^node:/ },
  doorstep: { house: /^(doorstep|server\/db\/embedded)\//, outside: /^(node:|pg$)/ },
};

export const arrows: Rule = {
  name: 'imports run down the house, never up or across',
  instead:
    'Move what is needed to a lower room (core, contract, ports), hand it in from main.ts, or ask the other noun for a verb.',
  find: (files) =>
    files
      .filter((file) => file.isCode && !file.isTest)
      .flatMap((file) => file.imports.flatMap((one) => wrong(file, one))),
  refuses: [
    { 'core/lease/sign.ts': "import { post } from '#server/ledger/post.ts';" },
    { 'core/money/money.ts': "import { createHash } from 'node:crypto';" },
    { 'core/money/money.ts': "import dinero from 'dinero.js';" },
    { 'checker/agreement.ts': "import { split } from '#core/money/money.ts';" },
    { 'checker/agreement.ts': "import type { Lease } from '../core/lease/lease.ts';" },
    { 'checker/agreement.ts': "import { Temporal } from 'temporal-polyfill';" },
    { 'core/money/money.ts': "import { spread } from '../../checker/agreement.ts';" },
    { 'server/leases/sign.ts': "import { agree } from '../../checker/agreement.ts';" },
    { 'ports/clock.ts': "import type { House } from '#server/house.ts';" },
    { 'contract/v3/leases.ts': "import { Router } from 'fastify';" },
    { 'server/leases/sign.ts': "import { sandboxProcessor } from '#providers/processor/sandbox.ts';" },
    { 'server/leases/sign.ts': "import { findCustomer } from '#server/customers/customer-store.ts';" },
    { 'server/leases/sign.ts': "import { limits } from '#server/http/rate-limit.ts';" },
    { 'providers/processor/acme.ts': "import { post } from '#server/ledger/post.ts';" },
    { 'providers/processor/acme.ts': "import { zero } from '#providers/tax-rates/zero.ts';" },
    { 'sandbox/seed-town.ts': "import { connect } from '#server/db/connect.ts';" },
    { 'sdk/button.ts': "import { view } from '#contract/modal/view.ts';" },
    { 'sdk/button.ts': "import { h } from 'preact';" },
    { 'client/call.ts': "import { refusals } from '../contract/v3/refusals.ts';" },
    { 'client/call.ts': "import fs from 'node:fs';" },
    { 'web/checkout/main.tsx': "import { cart } from '#web/store/cart.ts';" },
    { 'web/checkout/main.tsx': "import fs from 'node:fs';" },
    { 'web/store/main.tsx': "import { flexpayClient } from '#client/client.ts';" },
    { 'web/store/server.ts': "import { sign } from '#server/leases/sign.ts';" },
    { 'cli/audit.ts': "import { audit } from '#server/ledger/audit.ts';" },
    { 'server/leases/sign.ts': "import { open } from '../../main.ts';" },
  ],
  allows: [
    { 'core/lease/sign.ts': "import { cents } from '../money/money.ts';" },
    { 'server/leases/sign.ts': "import { sign } from '#core/lease/sign.ts'; import pg from 'pg';" },
    { 'server/leases/routes.ts': "import { limits } from '#server/http/rate-limit.ts';" },
    { 'server/leases/sign.ts': "import type { Call } from '#server/http/route.ts';" },
    { 'server/leases/sign.ts': "import { saveLease } from './lease-store.ts';" },
    { 'server/leases/sign.ts': "import type { Row } from '#server/customers/customer-store.ts';" },
    { 'providers/processor/acme.ts': "import { retry } from './retry.ts'; import acme from 'acme-client';" },
    { 'sdk/button.ts': "import type { View } from '#contract/modal/view.ts';" },
    { 'client/world.ts': "import { randomUUID } from 'node:crypto';" },
    { 'client/write-operations.ts': "import type { Route } from '../server/http/route.ts';" },
    { 'web/store/server.ts': "import fs from 'node:fs'; import { cart } from './cart.ts';" },
    { 'web/store/back-office/shop.ts': "import { flexpayClient } from '#client/client.ts';" },
    { 'main.ts': "import { sandboxProcessor } from '#providers/processor/sandbox.ts';" },
    { 'core/lease/sign.test.ts': "import test from 'node:test';" },
  ],
};

function wrong(file: HouseFile, one: Import): Breach[] {
  const breach = [{ path: file.path, line: one.line, what: `imports ${one.from}` }];
  if (one.target === 'main.ts' || /^(tests|bench)\//.test(one.target))
    return file.room === one.target.split('/')[0] ? [] : breach;
  const room = rooms[file.room];
  if (room === undefined || writesFromAll.test(file.path)) return [];
  if (one.kind !== 'house') return room.outside.test(one.target) || isNodeSide(file.path) ? [] : breach;
  if (one.typeOnly && /^(sdk|client)$/.test(file.room) && one.target.startsWith('contract/')) return [];
  if (sameFloor(file.path, one.target)) return [];
  if (isNodeSide(file.path) && one.target.startsWith('client/')) return [];
  if (!room.house.test(one.target)) return breach;
  return file.room === 'server' && !one.typeOnly && crossesNouns(file.path, one.target) ? breach : [];
}

/** Not part of its room: it writes the room's generated file from what all the others say. */
const writesFromAll = /^client\/write-operations\.ts$/;

/** A provider's own folder, and a web app's. */
function sameFloor(from: string, to: string): boolean {
  const home = /^(providers|web)\/[^/]+\//.exec(from);
  return home === null ? /^web\/[^/]+$/.test(from) && /^web\/[^/]+$/.test(to) : to.startsWith(home[0]);
}

/** The demo store's own server, and the program that builds the pages. */
function isNodeSide(path: string): boolean {
  return /^web\/(store\/(server\.ts|back-office\/)|build)/.test(path);
}

function crossesNouns(from: string, to: string): boolean {
  const [, noun] = from.split('/');
  if (to.startsWith(`server/${noun}/`)) return false;
  if (to.startsWith('server/http/')) return !/\/(routes|pages)\.ts$/.test(from);
  return /-store\.ts$/.test(to);
}
