import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { decisionConfigOf } from '#core/application/decide.ts';
import { isParty } from '#core/application/party.ts';
import { saysEnough } from '#core/application/waterfall.ts';
import { servicingZone } from '#core/calendar/time-zones.ts';
import { dateChangeLimits } from '#core/lease/date-change.ts';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import { freePort } from '#doorstep/free-port.ts';
import { noAccountReports } from '#providers/account-reports/none.ts';
import { sandboxAccountReports } from '#providers/account-reports/sandbox.ts';
import { builtInAddresses } from '#providers/addresses/built-in.ts';
import { builtInBankData } from '#providers/bank-data/built-in.ts';
import { noCarrier } from '#providers/carrier/none.ts';
import { sandboxCarrier } from '#providers/carrier/sandbox.ts';
import { systemChance } from '#providers/chance/system.ts';
import { sandboxClock } from '#providers/clock/sandbox.ts';
import { systemClock } from '#providers/clock/system.ts';
import { sandboxDecisions } from '#providers/decisions/sandbox.ts';
import { scorecardDecisions } from '#providers/decisions/scorecard.ts';
import { noDocumentCheck } from '#providers/document-check/none.ts';
import { sandboxDocumentCheck } from '#providers/document-check/sandbox.ts';
import { sandboxKnowledge } from '#providers/knowledge/sandbox.ts';
import { simulatedLenders } from '#providers/lenders/sandbox.ts';
import { sandboxNotifier } from '#providers/notifier/sandbox.ts';
import { sandboxProcessor } from '#providers/processor/sandbox.ts';
import { noReports } from '#providers/reports/none.ts';
import { sandboxReports } from '#providers/reports/sandbox.ts';
import { listScreening } from '#providers/screening/list.ts';
import { sandboxScreening } from '#providers/screening/sandbox.ts';
import { tableTaxRates } from '#providers/tax-rates/table.ts';
import { zeroTaxRates } from '#providers/tax-rates/zero.ts';
import {
  accountEffect,
  accountReportEffect,
  alertOnFile,
  cardEffect,
  documentEffect,
  isListed,
  isLostOnTheWay,
  isPublished,
  isTestCard,
  knowledgeEffect,
  lateShipment,
  magicValues,
  sandboxOutcome,
} from '#sandbox/magic-values.ts';
import { seedTown } from '#sandbox/seed-town.ts';
import { agreementPages } from '#server/agreements/pages.ts';
import { routes as applicationRoutes } from '#server/applications/routes.ts';
import { checkoutPages } from '#server/checkout/pages.ts';
import { routes as checkoutRoutes } from '#server/checkout/routes.ts';
import { type Config, readConfig } from '#server/config.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { connect, type Db } from '#server/db/connect.ts';
import { startEmbedded } from '#server/db/embedded/start-embedded.ts';
import { keptOffset } from '#server/db/kept-offset.ts';
import { migrate } from '#server/db/migrate.ts';
import { databaseShelf } from '#server/db/shelf.ts';
import { routes as denylistRoutes } from '#server/denylist/routes.ts';
import { routes as documentRoutes } from '#server/documents/routes.ts';
import { routes as evidenceRoutes } from '#server/evidence/routes.ts';
import { routes as handOverRoutes } from '#server/hand-overs/routes.ts';
import type { House, Settings } from '#server/house.ts';
import { sendRefusal } from '#server/http/answer.ts';
import { clockHeader } from '#server/http/clock-header.ts';
import { serveHealth } from '#server/http/health.ts';
import { serveOpenApi } from '#server/http/openapi/serve-openapi.ts';
import { buildServer } from '#server/http/server.ts';
import { simulateHeader } from '#server/http/simulate-header.ts';
import { pagePolicy, servePage, serveStatic } from '#server/http/static.ts';
import { newId } from '#server/ids.ts';
import { startWorker } from '#server/jobs/worker.ts';
import { type KeyFile, openKeyFile } from '#server/key-file.ts';
import { routes as kioskRoutes } from '#server/kiosks/routes.ts';
import { routes as leaseRoutes } from '#server/leases/routes.ts';
import { routes as ledgerRoutes } from '#server/ledger/routes.ts';
import { routes as linkRoutes } from '#server/links/routes.ts';
import { loggable } from '#server/loggable.ts';
import { findMerchantByPublicKey } from '#server/merchants/find-merchant.ts';
import { routes as merchantRoutes } from '#server/merchants/routes.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { refuse } from '#server/outcome.ts';
import { routes as paymentRoutes } from '#server/payments/routes.ts';
import { routes as productRoutes } from '#server/products/routes.ts';
import { routes as retentionRoutes } from '#server/retention/routes.ts';
import { readGoods } from '#server/rules/read-goods.ts';
import { readRules, shippedRules } from '#server/rules/read-rules.ts';
import { routes as rulesRoutes } from '#server/rules/routes.ts';
import type { MovableClock } from '#server/sandbox/move-clock.ts';
import { sandboxRoutes } from '#server/sandbox/routes.ts';
import { routes as screeningRoutes } from '#server/screening/routes.ts';
import { routes as secretRoutes } from '#server/secrets/routes.ts';
import { routes as securityRoutes } from '#server/security/routes.ts';
import { openDataFolder } from '#server/start/data-folder.ts';
import { databaseAnswers } from '#server/start/database-answers.ts';
import { keysNeeded } from '#server/start/keys-needed.ts';
import { listen } from '#server/start/listen.ts';
import { routes as transactionRoutes } from '#server/transactions/routes.ts';
import { underWay } from '#server/under-way.ts';
import { type Texts, tabsOf } from '#web/docs/tabs.ts';
import { placeAt } from '#web/store/place-at.ts';
import { storeServer } from '#web/store/server.ts';

// The only file that knows everybody: configuration in, house out.

const here = import.meta.dirname;
const dist = path.join(here, 'dist');
const asJson = process.argv.includes('--json');

try {
  await open();
} catch (error) {
  process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `${(error as Error).stack}\n`);
  process.exit(1);
}

async function open(): Promise<void> {
  const config = await configured();
  // Before the database: what the operator gave is read whole or nothing starts.
  const given = {
    rules: rulesOf(config),
    goods: goodsOf(config),
    taxRates: taxRatesOf(config),
    lists: await listsOf(config),
  };
  const log = pino({ level: config.logLevel, serializers: { err: loggable } }, pino.destination(2));
  openDataFolder(config.dataDir);
  const keys = openKeyFile({ file: config.keyFile, mode: config.mode, env: process.env, chance: systemChance });
  const database = await openDatabase(config, (line) => log.debug({ from: 'database' }, line));
  await migrate(database.url);
  const db = connect(database.url);
  await keysNeeded(db, keys.secrets).catch(async (error) => {
    await db.close();
    await database.stop();
    throw error;
  });
  const { house, clock } = await buildHouse(config, given, keys, db, log);
  const worker = await startWorker(house, database.url);
  const shops: { keys: KeyFile['sandboxMerchants'] } = { keys: keys.sandboxMerchants };
  const routes = [
    ...merchantRoutes,
    ...customerRoutes,
    ...applicationRoutes,
    ...documentRoutes,
    ...leaseRoutes,
    ...evidenceRoutes,
    ...linkRoutes,
    ...handOverRoutes,
    ...kioskRoutes,
    ...transactionRoutes,
    ...productRoutes,
    ...paymentRoutes,
    ...checkoutRoutes,
    ...ledgerRoutes,
    ...rulesRoutes,
    ...messageRoutes,
    ...securityRoutes,
    ...screeningRoutes,
    ...retentionRoutes,
    ...denylistRoutes,
    ...secretRoutes,
    ...sandboxRoutes({ clock, keys: () => sandboxKeys(config, shops.keys), magic: [...magicValues], isTestCard }),
  ];
  const server = buildServer(house, routes, (door) => {
    serveHealth(door, house, worker.isRunning);
    serveOpenApi(door);
    if (config.mode === 'sandbox') {
      clockHeader(door, house, clock);
      simulateHeader(door);
    }
    agreementPages(door, house);
    checkoutPages(door, house, dist);
    servePages(door, config, () => shops.keys[0]);
  });
  const closeOthers = await listen(server, config.hosts, config.port);
  stopOnSignal(async () => {
    await Promise.all([closeOthers(), server.close()]);
    await house.underWay.settled();
    await worker.stop();
    await db.close();
    await database.stop();
  });
  if (config.mode === 'sandbox') shops.keys = await openTown(house, config, keys);
  announceReady(config, shops.keys[0]);
}

async function configured(): Promise<Config> {
  const config = readConfig(process.env, process.cwd());
  if ('problems' in config) throw new CannotStart(config.problems.join('\n'));
  if (config.port !== 0) return config;
  const port = await freePort();
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
}

async function openDatabase(
  config: Config,
  log: (line: string) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl === null) return startEmbedded({ dataDir: path.join(config.dataDir, 'database'), log });
  await databaseAnswers(config.databaseUrl);
  return { url: config.databaseUrl, stop: async () => undefined };
}

type Ports = Pick<
  House,
  | 'decisions'
  | 'knowledge'
  | 'documentCheck'
  | 'lenders'
  | 'reports'
  | 'accountReports'
  | 'screening'
  | 'carrier'
  | 'processor'
  | 'taxRates'
  | 'bankData'
  | 'addresses'
  | 'notifier'
>;

async function buildHouse(
  config: Config,
  given: Pick<House, 'rules' | 'goods' | 'taxRates'> & { lists: House['screening'] | null },
  keys: KeyFile,
  db: Db,
  log: House['log'],
): Promise<{ house: House; clock: MovableClock }> {
  const sandboxTime = config.mode === 'sandbox' ? await sandboxClock(keptOffset(db)) : null;
  const clock = sandboxTime ?? systemClock();
  const settings: Settings = {
    mode: config.mode,
    brand: config.brand,
    company: config.company,
    support: config.support,
    lessor: config.companyAddress,
    reportAgency: config.reportAgency,
    regulator: config.regulator,
    publicUrl: config.publicUrl,
    servicingZone,
    leaseExpiresHours: 72,
    customerTokenMinutes: 60,
    passcodeMinutes: 5,
    merchantReturnDays: 30,
    dateChange: dateChangeLimits,
    settlementHoldBankDays: 2,
    scorecard: config.scorecard,
    taxPaidOnPurchase: config.taxPaidOnPurchase,
    limits: config.limits,
    velocity: config.velocity,
    keptMonths: config.keptMonths,
    capacity: config.capacity,
    trustedProxies: config.trustedProxies,
  };
  const builtIn: Ports = {
    decisions: sandboxDecisions(scorecardDecisions(decisionConfigOf(config.scorecard)!), sandboxOutcome),
    knowledge: sandboxKnowledge(knowledgeEffect),
    documentCheck: config.mode === 'production' ? noDocumentCheck : sandboxDocumentCheck(documentEffect),
    carrier: config.mode === 'production' ? noCarrier : sandboxCarrier(isLostOnTheWay, lateShipment),
    lenders: simulatedLenders(config.simulatedLenders),
    reports: config.mode === 'production' ? noReports : sandboxReports(alertOnFile),
    accountReports: config.mode === 'production' ? noAccountReports : sandboxAccountReports(accountReportEffect),
    screening:
      config.mode === 'production' && given.lists !== null ? given.lists : sandboxScreening(given.lists, isListed),
    processor: sandboxProcessor({
      shelf: databaseShelf(db, 'processor'),
      clock,
      zone: servicingZone,
      markKey: keys.secrets.passcodeKey,
      effectOf: accountEffect,
      effectOfCard: cardEffect,
    }),
    taxRates: given.taxRates,
    bankData: builtInBankData,
    addresses: builtInAddresses,
    notifier: sandboxNotifier,
  };
  const own = await ownProviders(config);
  if (config.taxRates !== null && own.taxRates !== undefined) {
    throw new CannotStart(
      'FLEXPAY_TAX_RATES and the taxRates of FLEXPAY_PROVIDERS are two answers to one question: keep one.',
    );
  }
  if (given.lists !== null && own.screening !== undefined) {
    throw new CannotStart(
      'FLEXPAY_SCREENING_LISTS and the screening of FLEXPAY_PROVIDERS are two answers to one question: keep one.',
    );
  }
  const ports = { ...builtIn, ...own };
  const silent = ports.lenders.list.find(({ consent }) => !saysEnough(consent));
  if (silent !== undefined) {
    throw new CannotStart(
      `The lender ${silent.place} of FLEXPAY_PROVIDERS does not say what a customer reads before they agree. Give its consent a version, and a name, a purpose and noticeAt (https) in en and es.`,
    );
  }
  refuseUnnamed(ports);
  if (config.mode === 'production') refuseSimulators(ports);
  const house: House = {
    requestId: null,
    db,
    clock,
    chance: systemChance,
    log,
    underWay: underWay(log),
    secrets: keys.secrets,
    settings,
    rules: given.rules,
    goods: given.goods,
    isPublished: config.mode === 'sandbox' ? isPublished : () => false,
    ...ports,
  };
  return {
    house,
    clock: sandboxTime ?? {
      advance: async () => Promise.reject(new Error('the clock of production stands for nobody')),
    },
  };
}

/** The operator's own providers (rulings 16): a module that exports some of the ports by name. */
async function ownProviders({ providers }: Config): Promise<Partial<Ports>> {
  if (providers === null) return {};
  try {
    return { ...((await import(pathToFileURL(providers).href)) as Partial<Ports>) };
  } catch (error) {
    throw new CannotStart(`FLEXPAY_PROVIDERS ${providers} cannot be loaded: ${(error as Error).message}`);
  }
}

/** An agency whose report was used has to be named (domain 4.7): whoever has none says so, and does not forget it. */
function refuseUnnamed({ accountReports: { agency } }: Ports): void {
  if (agency === null || isParty(agency)) return;
  throw new CannotStart(
    'The accountReports of FLEXPAY_PROVIDERS do not say whose reports they are. Give them an agency with name, address and phone, which a notice names, or null where the customer’s own bank answers.',
  );
}

function refuseSimulators(ports: Ports): void {
  const simulators = Object.entries(ports).filter(([, provider]) => provider.sandbox);
  if (simulators.length === 0) return;
  const names = simulators.map(([port]) => port).join(', ');
  const lists = simulators.some(([port]) => port === 'screening')
    ? ' For screening, FLEXPAY_SCREENING_LISTS will do.'
    : '';
  throw new CannotStart(`Production needs real providers; FLEXPAY_PROVIDERS has none for: ${names}.${lists}`);
}

/** The operator's table; without one no payment is taxed, which production takes for a simulator. */
function taxRatesOf({ taxRates }: Config): House['taxRates'] {
  if (taxRates === null) return zeroTaxRates;
  try {
    return tableTaxRates(taxRates);
  } catch (error) {
    throw new CannotStart(`FLEXPAY_TAX_RATES ${taxRates} cannot be used: ${(error as Error).message}`);
  }
}

/** What is not leased: what can't be, and what the operator's own list names. */
function goodsOf({ goods }: Config): House['goods'] {
  try {
    return readGoods(goods);
  } catch (error) {
    throw new CannotStart(`FLEXPAY_GOODS ${goods} cannot be used: ${(error as Error).message}`);
  }
}

/** The operator's screening lists; without them a production needs a provider of its own (domain 4.6). */
async function listsOf({ screeningLists }: Config): Promise<House['screening'] | null> {
  if (screeningLists === null) return null;
  try {
    return await listScreening(screeningLists);
  } catch (error) {
    throw new CannotStart(`FLEXPAY_SCREENING_LISTS ${screeningLists} cannot be used: ${(error as Error).message}`);
  }
}

function rulesOf({ mode, signOffs, taxPaidOnPurchase }: Config): House['rules'] {
  const rules = readShippedRules({ production: mode === 'production', signOffs });
  // An election counts only where the law leaves the choice to the lessor (domain 1.5).
  const open = rules.all().filter(({ rules: { tax } }) => tax.mode === 'lessor_election');
  const vain = taxPaidOnPurchase.filter((state) => open.every(({ rules: law }) => law.state !== state));
  if (vain.length === 0) return rules;
  throw new CannotStart(`FLEXPAY_TAX_PAID_ON_PURCHASE names ${vain.join(' ')}, where the law leaves no such choice.`);
}

function readShippedRules(how: Parameters<typeof readRules>[1]): House['rules'] {
  try {
    return readRules(shippedRules, how);
  } catch (error) {
    throw new CannotStart((error as Error).message);
  }
}

function servePages(
  door: FastifyInstance,
  config: Config,
  shop: () => KeyFile['sandboxMerchants'][number] | undefined,
): void {
  const csp = pagePolicy({ 'img-src': 'data:' });
  serveStatic(door, { prefix: '/static/docs', folder: path.join(dist, 'docs') });
  const texts: Texts = JSON.parse(readFileSync(path.join(dist, 'docs', 'texts.json'), 'utf8'));
  servePage(door, {
    urls: ['/docs', '/docs/*'],
    file: path.join(dist, 'docs', 'index.html'),
    csp,
    has: (at) => tabsOf(texts).some(({ href }) => href === at),
  });
  // Pages name their icon; this is for what has no page of ours around it, as a PDF or a JSON answer in a browser's tab.
  servePage(door, { urls: ['/favicon.ico'], file: path.join(here, 'web', 'ui', 'icon.svg'), csp });
  if (config.mode !== 'sandbox') return;
  serveStatic(door, { prefix: '/static/home', folder: path.join(dist, 'home') });
  servePage(door, { urls: ['/'], file: path.join(dist, 'home', 'index.html'), csp });
  servePage(door, { urls: ['/sandbox/inbox'], file: path.join(dist, 'home', 'inbox.html'), csp, besideJson: true });
  servePage(door, { urls: ['/ui'], file: path.join(dist, 'home', 'ui.html'), csp });
  serveStore(door, config, shop);
}

/** The demo store: its pages, and its own small server, which reaches this house by HTTP with its own keys like any merchant. */
function serveStore(
  door: FastifyInstance,
  config: Config,
  shop: () => KeyFile['sandboxMerchants'][number] | undefined,
): void {
  // The button's script and frame come from the other loopback name, as they would from another host in the field.
  const elsewhere = `http://127.0.0.1:${config.port} http://localhost:${config.port} ${config.publicUrl}`;
  const csp = pagePolicy({
    'img-src': 'data:',
    'script-src': elsewhere,
    'frame-src': elsewhere,
    'connect-src': elsewhere,
  });
  serveStatic(door, { prefix: '/static/store', folder: path.join(dist, 'store') });
  servePage(door, {
    urls: ['/store', '/store/*'],
    file: path.join(dist, 'store', 'index.html'),
    csp,
    has: (at) => placeAt(at) !== null,
  });
  let store: ReturnType<typeof storeServer> | undefined;
  const ordersFile = path.join(config.dataDir, 'store', 'orders.json');
  mkdirSync(path.dirname(ordersFile), { recursive: true });
  void door.register(async (scope) => {
    // The store reads its own bodies.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/store/api/*', async (request, reply) => {
      const keys = shop();
      if (keys === undefined) return sendRefusal(reply, refuse('ServiceUnavailable', 'The shop opens in a moment.'));
      store ??= storeServer({ flexpayUrl: `http://127.0.0.1:${config.port}`, ordersFile, ...keys });
      return (await store(request.raw, reply.raw)) ? reply.hijack() : reply.callNotFound();
    });
  });
}

/** The sandbox's merchants: those of the key file while this database knows them, else a town is built anew. */
async function openTown(house: House, config: Config, keys: KeyFile): Promise<KeyFile['sandboxMerchants']> {
  const [first] = keys.sandboxMerchants;
  if (first !== undefined && (await findMerchantByPublicKey(house, first.authKey)) !== null)
    return keys.sandboxMerchants;
  const town = JSON.parse(readFileSync(path.join(here, 'sandbox', 'town.json'), 'utf8'));
  const world = {
    baseUrl: `http://127.0.0.1:${config.port}`,
    operatorKey: house.secrets.operatorKey,
    run: newId(house),
  };
  const { merchants } = await seedTown(world, town);
  keys.keepSandboxMerchants(merchants);
  return merchants;
}

function sandboxKeys(config: Config, merchants: KeyFile['sandboxMerchants']) {
  const [first] = merchants;
  return {
    baseUrl: config.publicUrl,
    apiKey: first?.apiKey ?? '',
    authKey: first?.authKey ?? '',
    merchants: [...merchants],
    operatorKeyFile: config.keyFile,
  };
}

function announceReady(config: Config, merchant: KeyFile['sandboxMerchants'][number] | undefined): void {
  const baseUrl = config.publicUrl;
  const ready = {
    baseUrl,
    store: merchant === undefined ? null : `${baseUrl}/store`,
    apiKey: merchant?.apiKey ?? null,
    authKey: merchant?.authKey ?? null,
    operatorKeyFile: config.keyFile,
  };
  if (asJson) {
    process.stdout.write(`${JSON.stringify(ready)}\n`);
    return;
  }
  const lines = [
    `${config.brand} is ready (${config.mode})`,
    `  start here     ${baseUrl}/`,
    ...(merchant === undefined
      ? []
      : [
          `  demo store     ${baseUrl}/store`,
          `  inbox          ${baseUrl}/sandbox/inbox`,
          `  API key        ${merchant.apiKey}`,
          `  auth key       ${merchant.authKey}`,
        ]),
    `  operator key   in ${config.keyFile}`,
    '  Ctrl-C stops; the data stays.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** One signal stops in order: no new requests, those under way finish and what they left going on, then the worker, then the database. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${(error as Error).stack}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  process.on('disconnect', once);
}
