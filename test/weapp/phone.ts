/** A phone with the built app on it, and the real API behind its network, in this process. */
import './node-globals';
import path from 'node:path';
import type { Credentials } from '@/cloud/context';
import { dispatch } from '@/cloud/dispatch';
import type { Services } from '@/cloud/services';
import { createWorld } from '@/cloud/world';
import type { Facts } from '@/domain/eligibility';
import { book } from '../book';
import { type Call, Simulator } from './simulator';
import { answer, type WxOptions } from './simulator/wx';

/** The package under test; WEAPP_DIST names another one, say one broken on purpose. */
const WEAPP = process.env.WEAPP_DIST ?? path.join(__dirname, '../../dist/weapp');
/** The day of all tests; the document of 永修 has ended by then, the one of 重庆 is in force. */
export const NOW = '2026-11-21T10:32:00';

/** Tokens of the sample notice boards. */
export const YOUYANG = 'cq9Xw4Rt';
export const YONGXIU = 'yx7Kq2mP';

jest.setTimeout(30_000);

const publicWorld = createWorld(book, null);

function credentialsIn(header: Record<string, string>): Credentials {
  const session = header.authorization?.replace(/^Bearer /, '');
  return {
    ...(session !== undefined && { session }),
    ...(header['x-acting-for'] !== undefined && { actingFor: header['x-acting-for'] }),
    caller: 'phone',
  };
}

/** The network between the phone and the API. */
export class Network {
  up = true;
  /** everything the phone sent */
  readonly sent: { path: string; input: unknown }[] = [];
  private world = publicWorld;
  private readonly under = new Set<Promise<void>>();

  /** From now on there is a database behind the API, and perhaps another day. */
  serve(services: Services, clock?: () => Date): void {
    this.world = createWorld(book, services, clock);
  }

  readonly request = (given: unknown): object => {
    const options = given as WxOptions & {
      url: string;
      method: string;
      header: Record<string, string>;
      data: { path: string; input: unknown };
    };
    const task = { abort: () => undefined };
    if (!this.up) {
      answer('request', options, false, { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' });
      return task;
    }
    if (options.method !== 'POST' || !options.url.endsWith('/api/call'))
      throw new Error(`unknown address ${options.url}`);
    const sent = JSON.parse(JSON.stringify(options.data)) as { path: string; input: unknown };
    this.sent.push(sent);
    const answered = dispatch(sent, this.world(credentialsIn(options.header))).then((envelope) => {
      const data: unknown = JSON.parse(JSON.stringify(envelope));
      answer('request', options, true, { statusCode: 200, header: {}, data });
      this.under.delete(answered);
    });
    this.under.add(answered);
    return task;
  };

  /** Everything under way has been answered. */
  readonly settled = async (): Promise<void> => {
    while (this.under.size > 0) await Promise.all(this.under);
  };
}

export interface PhoneOptions {
  /** the code that was scanned */
  readonly scene?: string;
  readonly storage?: Map<string, string>;
  readonly network?: Network;
  readonly now?: string;
  /** the page opened instead of the first */
  readonly url?: string;
  readonly handlers?: Record<string, Call>;
}

const opened: Simulator[] = [];

/** Opens the app. What was opened is closed again by `closeAll`. */
export async function openApp(options: PhoneOptions = {}): Promise<Simulator> {
  const { scene, storage, network = new Network(), now = NOW, url, handlers = {} } = options;
  const app = new Simulator({
    root: WEAPP,
    now,
    ...(storage && { storage }),
    query: scene === undefined ? {} : { scene },
    handlers: { request: network.request, ...handlers },
  });
  opened.push(app);
  return app.start(url);
}

export function closeAll(): void {
  for (const app of opened.splice(0)) app.close();
}

const KEY = (name: string) => `bangfu:${name}:1`;

/** Puts a value where the app keeps it: it writes JSON texts. */
export const keep = (storage: Map<string, string>, name: string, value: unknown): void =>
  void storage.set(KEY(name), JSON.stringify(JSON.stringify(value)));

export function keptBy(storage: Map<string, string>, name: string): unknown {
  const text = storage.get(KEY(name));
  return text === undefined ? null : JSON.parse(JSON.parse(text) as string);
}

/** A phone whose owner has answered questions before. */
export function phoneWith(facts: Facts, place?: { region: string; unit: string }): Map<string, string> {
  const storage = new Map<string, string>();
  keep(storage, 'answers', { facts, skipped: [], history: Object.keys(facts) });
  if (place) keep(storage, 'place', place);
  return storage;
}

export const IN_YONGXIU = { region: '360425', unit: '360425' };
export const IN_YOUYANG = { region: '500000', unit: '500242' };

/** Went to work in another province on 2023-01-10, of a household that was lifted out of poverty. */
export const WORKER: Facts = {
  home_county: '360425',
  poverty_alleviated: true,
  monitored_active: false,
  work_region: 'other_province',
  stable_since: '2023-01-10',
  transport_paid_this_year: false,
};
