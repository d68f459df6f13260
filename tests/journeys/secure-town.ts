import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Two sites behind TLS with names of their own, as on the internet: ours in front of a house, and a store's. */
export type SecureTown = {
  readonly houseUrl: string;
  readonly storeUrl: string;
  /** Where the house has to listen, without TLS. */
  readonly portBehind: string;
  close(): void;
};

export async function openSecureTown(store: RequestListener): Promise<SecureTown> {
  const certificate = selfSigned();
  const behind = http.createServer();
  const portBehind = await portOf(behind);
  await new Promise((closed) => behind.close(closed));
  const proxy = https.createServer(certificate, (asked, answer) => {
    const { method, url, headers } = asked;
    const onward = http.request({ host: '127.0.0.1', port: portBehind, method, path: url, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  const shop = https.createServer(certificate, store);
  const [housePort, storePort] = [await portOf(proxy), await portOf(shop)];
  return {
    houseUrl: `https://pay.flexpay.example:${housePort}`,
    storeUrl: `https://www.marlow.test:${storePort}`,
    portBehind: String(portBehind),
    close: () => {
      for (const server of [proxy, shop]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function portOf(server: http.Server): Promise<number> {
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port));
  });
}

/** A browser that finds the town, takes its certificate, and keeps no cookie of a third party. */
export function startCautiousChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      '--host-resolver-rules=MAP *.example 127.0.0.1, MAP *.test 127.0.0.1',
      '--ignore-certificate-errors',
      '--test-third-party-cookie-phaseout',
    ],
  });
}

function selfSigned(): { key: string; cert: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-tls-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', '-days', '2', '-subj', '/CN=town', ...made], { stdio: 'pipe' });
  const read = { key: fs.readFileSync(key, 'utf8'), cert: fs.readFileSync(cert, 'utf8') };
  fs.rmSync(folder, { recursive: true });
  return read;
}
