/** One server and one Chromium for a test file; every visit starts with a clean phone and ends without complaints. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { createHttpServer } from '@/cloud/entry/http';
import type { InputOf, OutputOf, Path } from '@/contract/api';
import type { Envelope } from '@/contract/errors';
import type { SignedIn } from '@/contract/session';
import { book, POLICY_ROOT } from '../book';
import { type TestServices, testServices } from '../services';
import { CHROMIUM_ARGS, chromiumPath } from './chromium';
import { TODAY } from './clock';
import { PHONES, type Phone, phoneName } from './phone';
import { Visit, type VisitOptions } from './visit';

/** WEB_ROOT names another build, as it does for the server (cloud/entry/serve.ts). */
const WEB_ROOT = process.env.WEB_ROOT ?? path.join(__dirname, '../../dist/h5');

/** A walk of several screens, each looked at with axe, on a busy machine. */
const TEST_MS = 90_000;

export interface PortalOptions {
  /** with a database of its own and the sample residents of the demonstration */
  readonly people?: boolean;
  /** another folder of policies: what a county may supply */
  readonly policyRoot?: string;
  /** the network is cut and comes back: that takes a whole Chromium */
  readonly whole?: boolean;
}

export interface Portal {
  readonly url: string;
  /** what stands behind the portal, with `people` only */
  readonly floor: TestServices;
  /** what somebody else does on another phone. @throws with the name of the error */
  call<P extends Path>(path: P, input: InputOf<P>, session?: SignedIn): Promise<OutputOf<P>>;
  /** signed in as a sample resident, on another phone or to be put on this one */
  signIn(sample: string): Promise<SignedIn>;
  /** the app's first page, as if just opened at `address` (default: the bare address) */
  open(phone: Phone, options?: VisitOptions): Promise<Visit>;
}

/** Registers the hooks of a test file. What a visit complained of fails the test that made it. */
export function openPortal({
  people = false,
  whole = false,
  policyRoot = POLICY_ROOT,
}: PortalOptions = {}): Portal {
  jest.setTimeout(TEST_MS);
  const started = Date.now();
  // the server lives on the day of the tests too
  const clock = () => new Date(Date.parse(`${TODAY}T09:00:00+08:00`) + Date.now() - started);
  let floor: TestServices | undefined;
  let server: Server | undefined;
  const visits: Visit[] = [];
  let url = '';
  let browser: Browser | undefined;

  beforeAll(async () => {
    if (!existsSync(path.join(WEB_ROOT, 'sw.js'))) throw new Error('dist/h5 is not built: npm run build');
    if (people) floor = await testServices();
    const services = floor?.services ?? null;
    const read = policyRoot === POLICY_ROOT ? book : undefined;
    const made = createHttpServer({ policyRoot, book: read, webRoot: WEB_ROOT, services, clock });
    server = made;
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: chromiumPath(whole), args: CHROMIUM_ARGS });
  });

  afterEach(async () => {
    const complaints = visits.map(({ complaints }) => complaints);
    await Promise.all(visits.splice(0).map((visit) => visit.close()));
    expect(complaints.flat()).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    // Chromium keeps its connections open
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    await floor?.drop();
  });

  const call = async <P extends Path>(
    path: P,
    input: InputOf<P>,
    session?: SignedIn,
  ): Promise<OutputOf<P>> => {
    const response = await fetch(`${url}/api/call`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session && { authorization: `Bearer ${session.token}` }),
      },
      body: JSON.stringify({ path, input }),
    });
    const envelope = (await response.json()) as Envelope<OutputOf<P>>;
    if (!envelope.ok) throw new Error(`${path}: ${envelope.error.name}`);
    return envelope.data;
  };

  return {
    call,
    signIn: (id) => call('session.sample', { id }),
    get floor() {
      if (!floor) throw new Error('openPortal({ people: true })');
      return floor;
    },
    get url() {
      return url;
    },
    async open(phone, options = {}) {
      if (!browser) throw new Error('the browser has not started');
      const visit = await Visit.start(browser, url, phone, { now: clock().toISOString(), ...options });
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
