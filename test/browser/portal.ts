/** One server and one Chromium for a test file; every visit starts with a clean phone and ends without complaints. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { createHttpServer } from '@/cloud/entry/http';
import { POLICY_ROOT } from '../book';
import { CHROMIUM_ARGS, chromiumPath } from './chromium';
import { PHONES, type Phone, phoneName } from './phone';
import { Visit, type VisitOptions } from './visit';

/** WEB_ROOT names another build, as it does for the server (cloud/entry/serve.ts). */
const WEB_ROOT = process.env.WEB_ROOT ?? path.join(__dirname, '../../dist/h5');

/** A walk of several screens, each looked at with axe, on a busy machine. */
const TEST_MS = 90_000;

export interface Portal {
  readonly url: string;
  /** the app's first page, as if just opened at `address` (default: the bare address) */
  open(phone: Phone, options?: VisitOptions): Promise<Visit>;
}

/** Registers the hooks of a test file. What a visit complained of fails the test that made it. */
export function openPortal(): Portal {
  jest.setTimeout(TEST_MS);
  const server = createHttpServer({ policyRoot: POLICY_ROOT, webRoot: WEB_ROOT });
  const visits: Visit[] = [];
  let url = '';
  let browser: Browser | undefined;

  beforeAll(async () => {
    if (!existsSync(path.join(WEB_ROOT, 'sw.js'))) throw new Error('dist/h5 is not built: npm run build');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  });

  afterEach(async () => {
    const complaints = visits.map(({ complaints }) => complaints);
    await Promise.all(visits.splice(0).map((visit) => visit.close()));
    expect(complaints.flat()).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    // Chromium keeps its connections open
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  return {
    get url() {
      return url;
    },
    async open(phone, options = {}) {
      if (!browser) throw new Error('the browser has not started');
      const visit = await Visit.start(browser, url, phone, options);
      visits.push(visit);
      return visit;
    },
  };
}

/** The same walk on every phone. */
export function onEveryPhone(name: string, walk: (phone: Phone) => Promise<void>): void {
  test.each(PHONES.map((phone) => [phoneName(phone), phone] as const))(`${name} (%s)`, (_, phone) =>
    walk(phone),
  );
}
