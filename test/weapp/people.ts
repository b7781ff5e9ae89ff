/** The database behind the phones' network, with the sample residents; and what other people do meanwhile. */
import './node-globals';
import type { WechatClient } from '@/cloud/adapters/wechat';
import { dispatch } from '@/cloud/dispatch';
import { createWorld } from '@/cloud/world';
import type { InputOf, OutputOf, Path } from '@/contract/api';
import type { SignedIn } from '@/contract/session';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { IN_YOUYANG, keep, Network, NOW } from './phone';

export interface People {
  /** what stands behind the network */
  readonly floor: TestServices;
  /** a network with the database behind it */
  network(): Network;
  /**
   * What somebody does on another phone.
   * @param mandate for whom a helper does it
   * @throws with the name of the error
   */
  call<P extends Path>(
    path: P,
    input: InputOf<P>,
    session?: SignedIn,
    mandate?: string,
  ): Promise<OutputOf<P>>;
  /** signed in as a sample resident */
  signIn(sample: string): Promise<SignedIn>;
  /** signed in with WeChat, matched with nobody */
  signInWithWechat(code: string): Promise<SignedIn>;
}

/** Registers the hooks of a test file. */
export function withPeople(
  wechat?: Pick<WechatClient, 'code2session'> & Partial<Pick<WechatClient, 'templates'>>,
): People {
  let floor: TestServices;
  const started = Date.now();
  const clock = () => new Date(Date.parse(NOW) + Date.now() - started);
  beforeAll(async () => {
    floor = await testServices({ wechat: wechat ? ({ templates: {}, ...wechat } as WechatClient) : null });
  });
  const networks: Network[] = [];
  afterAll(async () => {
    for (const network of networks) await network.settled();
    await floor.drop();
  });
  beforeEach(() => floor.services.store.pool.query('delete from rate_limit'));

  const call: People['call'] = async (path, input, session, mandate) => {
    const world = createWorld(book, floor.services, clock);
    const asker = {
      ...(session && { session: session.token }),
      ...(mandate && { actingFor: mandate }),
      caller: 'another phone',
    };
    const answer = await dispatch({ path, input }, world(asker));
    if (!answer.ok) throw new Error(`${path}: ${answer.error.name}`);
    return JSON.parse(JSON.stringify(answer.data));
  };
  return {
    get floor() {
      return floor;
    },
    call,
    signIn: (id) => call('session.sample', { id }),
    signInWithWechat: (code) => call('session.wechat', { code }),
    network() {
      const network = new Network();
      network.serve(floor.services, clock);
      networks.push(network);
      return network;
    },
  };
}

/** A phone that is signed in and has chosen its place. */
export function phoneOf({ token, expires_at }: SignedIn): Map<string, string> {
  const storage = new Map<string, string>();
  keep(storage, 'place', IN_YOUYANG);
  keep(storage, 'session', { token, expiresAt: expires_at, acting: null });
  return storage;
}
