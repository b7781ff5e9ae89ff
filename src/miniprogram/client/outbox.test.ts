import fc from 'fast-check';
import { Phone, pass, Refusal } from '../../../test/client-phone';

type Client = ReturnType<typeof load>;

const load = () => ({
  ...(require('./outbox') as typeof import('./outbox')),
  ...(require('./outbox-store') as typeof import('./outbox-store')),
  ...(require('./upload-store') as typeof import('./upload-store')),
  ...(require('./session') as typeof import('./session')),
  ...(require('./acting') as typeof import('./acting')),
  ...(require('./owner') as typeof import('./owner')),
});

const ME = { account: 'a', acting: null } as never;
const HER = { account: 'b', acting: null } as never;

let phone: Phone;
let app: Client;
/** every visit the server keeps, in the order it came */
let visits: string[];

const visit = (id: string) =>
  app.send({
    id,
    kind: 'visit',
    path: 'visits.record',
    title: `走访 ${id}`,
    input: { id, kind: 'workshop', name: '样例车间', visited_on: '2026-11-22' },
  });
const stateOf = (id: string) => app.itemOf(id)?.state;

function signIn(token: string, me = ME): void {
  app.signedIn(token, `${token} 2027-01-01T00:00:00Z`);
  app.heardOfMe(me);
}

function reopen(): void {
  app = phone.open(load);
}

beforeEach(async () => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00+08:00') });
  phone = new Phone();
  visits = [];
  phone.server['visits.record'] = ({ id }: { id: string }) => {
    const again = visits.includes(id);
    if (!again) visits.push(id);
    return { id, again };
  };
  reopen();
  signIn('t1');
  await pass();
});

afterEach(() => jest.useRealTimers());

test('有信号：马上送到，答复也在', async () => {
  const item = await visit('v1');
  expect(item).toMatchObject({ state: 'delivered', error: null, result: { id: 'v1', again: false } });
  app.forget('v1');
  expect(app.itemOf('v1')).toBeNull();
  expect([...phone.storage.keys()].some((key) => key.includes('outbox'))).toBe(false);
});

test('没信号：等着，关了再开还在，来了网按先后送，各一次', async () => {
  phone.online = false;
  for (const id of ['v1', 'v2', 'v3']) {
    expect(await visit(id)).toMatchObject({ state: 'waiting', error: { name: 'NetworkError' }, kept: true });
    await pass(10);
  }
  reopen();
  await pass();
  expect(app.outbox.get().map(({ id, state }) => [id, state])).toEqual([
    ['v1', 'waiting'],
    ['v2', 'waiting'],
    ['v3', 'waiting'],
  ]);
  // one is not taken off the list while it waits
  app.forget('v1');
  phone.networkIsBack();
  await pass();
  expect(visits).toEqual(['v1', 'v2', 'v3']);
  expect(phone.sentTo('visits.record')).toHaveLength(3);
  reopen();
  await pass(60_000);
  expect(phone.sentTo('visits.record')).toHaveLength(3);
});

test('答复在路上丢了：半分钟后再问一次，服务器说是同一件', async () => {
  phone.loseAnswers = 1;
  expect(await visit('v1')).toMatchObject({ state: 'waiting', error: { name: 'Timeout' } });
  await pass(31_000);
  expect(app.itemOf('v1')).toMatchObject({ state: 'delivered', result: { again: true } });
  expect(visits).toEqual(['v1']);
});

test('正在送的时候关掉：再开时接着送，还是一次', async () => {
  void visit('v1');
  expect(stateOf('v1')).toBe('sending');
  reopen();
  await pass();
  expect(stateOf('v1')).toBe('delivered');
  expect(visits).toEqual(['v1']);
});

test('一件没有通过，不耽误后面的；填的和原因都在，改好再交能送到', async () => {
  phone.online = false;
  for (const id of ['bad', 'v2']) {
    await visit(id);
    await pass(10);
  }
  const keep = phone.server['visits.record'] as (input: { id: string }) => object;
  phone.server['visits.record'] = (input: { id: string }) => {
    if (input.id === 'bad')
      throw new Refusal('InvalidInput', { fields: [{ path: 'name', message: '没有这个车间' }] });
    return keep(input);
  };
  phone.networkIsBack();
  await pass();
  expect(visits).toEqual(['v2']);
  reopen();
  await pass(120_000);
  expect(app.itemOf('bad')).toMatchObject({
    state: 'refused',
    input: { id: 'bad', name: '样例车间' },
    error: { name: 'InvalidInput', fields: [{ message: '没有这个车间' }] },
  });
  expect(phone.sentTo('visits.record')).toHaveLength(2);
  phone.server['visits.record'] = keep;
  expect(await visit('bad')).toMatchObject({ state: 'delivered' });
});

test('手机存满了：说明没存住，照样送到', async () => {
  phone.full = true;
  phone.online = false;
  expect(await visit('v1')).toMatchObject({ state: 'waiting', kept: false });
  phone.networkIsBack();
  await pass();
  expect(visits).toEqual(['v1']);
});

test('换了人：别人的看不到也不送；本人回来再送', async () => {
  phone.online = false;
  await visit('v1');
  phone.online = true;
  app.signedOut();
  signIn('t2', HER);
  await pass(120_000);
  const mine = app.outbox.get().filter((item) => app.isOf(item, app.currentOwner()));
  expect(mine).toEqual([]);
  expect(visits).toEqual([]);
  app.signedOut();
  signIn('t3');
  await pass();
  expect(phone.sentTo('visits.record')).toMatchObject([{ token: 't3' }]);
});

test('登录失效：等本人重新登录', async () => {
  const keep = phone.server['visits.record'] as never;
  phone.server['visits.record'] = () => {
    throw new Refusal('SessionEnded');
  };
  await visit('v1');
  expect(app.currentSession().signed).toBeNull();
  expect(stateOf('v1')).toBe('waiting');
  phone.server['visits.record'] = keep;
  await pass(120_000);
  expect(phone.sent).toHaveLength(1);
  signIn('t2');
  await pass();
  expect(stateOf('v1')).toBe('delivered');
});

test('没登录时交的：谁先登录就是谁的', async () => {
  app.signedOut();
  const item = await visit('v1');
  expect(item).toMatchObject({ state: 'waiting', error: null });
  expect(phone.sent).toEqual([]);
  signIn('t2');
  await pass();
  expect(stateOf('v1')).toBe('delivered');
});

test('服务器要等：到时间才再试，同样的事都等，别的事不等', async () => {
  phone.server['visits.record'] = () => {
    throw new Refusal('TooManyTries', { retryAfter: 100 });
  };
  phone.server['cases.act'] = () => ({});
  await visit('v1');
  await pass(10);
  expect(await visit('v2')).toMatchObject({ state: 'waiting', error: { name: 'TooManyTries' } });
  const acting = { id: 'c', version: 1, event: 'e1', action: 'withdraw' } as const;
  const act = await app.send({ id: 'e1', kind: 'act', path: 'cases.act', title: '撤回', input: acting });
  expect(act.state).toBe('delivered');
  expect(phone.sentTo('visits.record')).toHaveLength(1);
  await pass(65_000);
  expect(phone.sentTo('visits.record')).toHaveLength(1);
  await pass(60_000);
  expect(phone.sentTo('visits.record').length).toBeGreaterThan(1);
});

test('同一件事的前后两步不颠倒：前一步等着，后一步也等', async () => {
  const done: string[] = [];
  phone.server['cases.act'] = ({ action }: { action: string }) => {
    if (done.length === 0 && phone.sentTo('cases.act').length === 1) throw new Refusal('Internal');
    done.push(action);
    return {};
  };
  const act = (id: string, action: 'withdraw' | 'reopen') =>
    app.send({
      ...{ id, kind: 'act', path: 'cases.act', title: action },
      input: { id: 'c', version: 1, event: id, action, text: '样例' },
    });
  await act('e1', 'withdraw');
  await pass(10);
  void act('e2', 'reopen');
  await pass(100);
  expect(done).toEqual([]);
  await pass(31_000);
  expect(done).toEqual(['withdraw', 'reopen']);
});

test('同一件事的两步都等着：来了网，一步接一步都送到', async () => {
  phone.server['cases.act'] = () => ({});
  phone.online = false;
  for (const event of ['e1', 'e2']) {
    const input = { id: 'c', version: 1, event, action: 'withdraw' } as const;
    void app.send({ id: event, kind: 'act', path: 'cases.act', title: '样例', input });
    await pass(10);
  }
  phone.networkIsBack();
  await pass();
  expect(phone.sentTo('cases.act').map(({ input }) => input.event)).toEqual(['e1', 'e2']);
});

test('不留姓名的举报：登录着也不带身份；没登录照样送', async () => {
  phone.server['cases.report'] = () => ({ key: 'ABCD' });
  const report = (id: string) =>
    app.send({
      ...{ id, kind: 'report', path: 'cases.report', title: '举报' },
      input: {
        ...{ id, service: 'favouritism', service_version: 1, answers: {}, files: [] },
        ...{ county: '360425', agreed: true },
      },
    });
  expect(await report('r1')).toMatchObject({ state: 'delivered', result: { key: 'ABCD' } });
  app.signedOut();
  phone.online = false;
  await report('r2');
  phone.networkIsBack();
  await pass();
  expect(phone.sent).toMatchObject([
    { token: null, acting: null },
    { token: null, acting: null },
  ]);
  // the key is said once: it stays until it was read
  await pass(30 * 24 * 3600_000);
  reopen();
  expect(app.itemOf('r2')).toMatchObject({ state: 'delivered', result: { key: 'ABCD' } });
});

describe('替别人办', () => {
  const acting = { account: 'a', acting: { id: 'm1' } } as never;

  test('用那份代办的身份送，自己的不带；换回自己以后接着送', async () => {
    app.actFor('m1');
    app.heardOfMe(acting);
    phone.online = false;
    await visit('v1');
    app.actFor(null);
    app.heardOfMe(ME);
    await visit('v2');
    phone.networkIsBack();
    await pass();
    expect(phone.sent).toMatchObject([
      { input: { id: 'v1' }, acting: 'm1' },
      { input: { id: 'v2' }, acting: null },
    ]);
  });

  test('代办结束了：没送到的写明，内容不留', async () => {
    app.actFor('m1');
    app.heardOfMe(acting);
    phone.online = false;
    await visit('v1');
    phone.server['visits.record'] = () => {
      throw new Refusal('MandateEnded');
    };
    phone.networkIsBack();
    await pass();
    expect(app.currentSession().signed?.acting).toBeNull();
    expect(app.itemOf('v1')).toMatchObject({
      ...{ state: 'refused', error: { name: 'MandateEnded' }, input: null, acting: null, account: 'a' },
    });
    expect(JSON.stringify([...phone.storage])).not.toContain('样例车间');
  });
});

test('账号删了，什么都不留', async () => {
  phone.server['visits.record'] = () => {
    throw new Refusal('Internal');
  };
  await visit('v1');
  app.forgetAccount();
  expect(app.outbox.get()).toEqual([]);
  expect([...phone.storage.keys()].some((key) => key.includes('outbox'))).toBe(false);
});

test('怎么断网、丢答复、关了再开，都送到，各一次；同一件事的按先后', async () => {
  const acts: string[] = [];
  phone.server['cases.act'] = ({ event }: { event: string }) => {
    if (!acts.includes(event)) acts.push(event);
    return { version: 2 };
  };
  const act = (event: string) =>
    app.send({
      ...{ id: event, kind: 'act', path: 'cases.act', title: '补充' },
      input: { id: 'c', version: 1, event, action: 'note', text: '样例' } as never,
    });
  const arbitrary = fc.oneof(
    ...(['visit', 'act'] as const).map((name) => ({ weight: 2, arbitrary: fc.constant(name) })),
    ...(['cut', 'back', 'lose', 'reopen', 'wait'] as const).map((name) => fc.constant(name)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(arbitrary, { maxLength: 25 }), async (events) => {
      phone.storage.clear();
      visits = [];
      acts.length = 0;
      Object.assign(phone, { online: true, loseAnswers: 0 });
      reopen();
      signIn('t1');
      const sent = { visit: [] as string[], act: [] as string[] };
      const all: string[] = [];
      for (const [at, one] of events.entries()) {
        if (one === 'visit' || one === 'act') {
          const id = `${one}${at}`;
          sent[one].push(id);
          all.push(id);
          void { visit, act }[one](id);
        } else if (one === 'cut') phone.online = false;
        else if (one === 'back') phone.networkIsBack();
        else if (one === 'lose') phone.loseAnswers++;
        else if (one === 'reopen') reopen();
        await pass(one === 'wait' ? 31_000 : 1);
      }
      phone.loseAnswers = 0;
      phone.networkIsBack();
      await pass(31_000);
      // a visit just made does not wait for others that did not get through yet
      expect([...visits].sort()).toEqual([...sent.visit].sort());
      expect(acts).toEqual(sent.act);
      expect(app.outbox.get().map(({ id, state }) => `${id} ${state}`)).toEqual(
        all.map((id) => `${id} delivered`),
      );
    }),
    { numRuns: 60 },
  );
});
