/** What leaves the house: WeChat with each of its errors, SMS in its place, quiet hours, the weekly digest, and two who work at once. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { eq } from 'drizzle-orm';
import { createTencentSms, SmsError, type SmsSender } from '@/cloud/adapters/sms';
import { createWechat } from '@/cloud/adapters/wechat';
import { deliverDue } from '@/cloud/background/deliver';
import { digestsDue } from '@/cloud/background/digest';
import { sweep } from '@/cloud/background/sweep';
import { doWork } from '@/cloud/background/work';
import type { Context } from '@/cloud/context';
import { tellAccounts } from '@/cloud/messages/tell-account';
import type { Services } from '@/cloud/services';
import { account, delivery, message, permit, reach } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { book } from '../book';
import { type Asked, type Loopback, loopback, sendJson } from '../loopback';
import { type TestServices, testServices } from '../services';

const SEND = '/cgi-bin/message/subscribe/send';
const TEMPLATES = {
  task: { id: 'T-TASK', places: ['thing1', 'thing4', 'time3'] },
  progress: { id: 'T-PROGRESS', places: ['thing1', 'phrase2', 'time3'] },
  digest: { id: 'T-DIGEST', places: ['thing1', 'thing2', 'date3'] },
} as const;
/** half past ten in the morning in China, and eleven at night */
const MORNING = '2026-11-22T02:30:00Z';
const NIGHT = '2026-11-22T15:00:00Z';
const PHONE = '13812345678';

let house: TestServices;
let platform: Loopback;
/** what WeChat answers to the nth message */
let answers: (asked: Asked, response: ServerResponse, before: number) => void;
const ok = (_: Asked, response: ServerResponse) => sendJson(response, { errcode: 0, errmsg: 'ok', msgid: 7 });
const code = (errcode: number) => (_: Asked, response: ServerResponse) =>
  sendJson(response, { errcode, errmsg: 'said so' });
let sms: {
  sent: { phone: string; number: string | null; id: string }[];
  fails: SmsError | null;
  sender: SmsSender;
};

beforeAll(async () => {
  house = await testServices();
}, 60_000);
afterAll(() => house.drop());

beforeEach(async () => {
  await house.services.store.pool.query('truncate message, delivery, permit, reach, account');
  answers = ok;
  platform = await loopback((asked, response, before) => {
    if (asked.path === '/cgi-bin/stable_token')
      return sendJson(response, { access_token: `T${before + 1}`, expires_in: 7200 });
    answers(asked, response, before);
  });
  const sent: typeof sms.sent = [];
  sms = {
    sent,
    fails: null,
    sender: {
      send: async () => undefined,
      notices: {
        plain: true,
        send: async (phone, number, id) => {
          if (sms.fails) throw sms.fails;
          sent.push({ phone, number, id });
          return `s-${sent.length}`;
        },
        outcome: async (_phone, id) => (sent.some((one) => one.id === id) ? 'arrived' : 'unknown'),
      },
    },
  };
});
afterEach(() => platform.close());

const wechatWith = (timeoutMs: number) =>
  createWechat({
    appId: 'wx0123456789abcdef',
    secret: 'a-secret-nobody-may-see',
    baseUrl: platform.url,
    pausesMs: [1, 1],
    timeoutMs,
    templates: TEMPLATES,
  });

function at(moment: string, over: Partial<Services> = {}): Context {
  const services = { ...house.services, wechat: wechatWith(300), sms: sms.sender, ...over };
  return createWorld(book, services, () => new Date(moment))({ caller: 'test' });
}
const minutesAfter = (moment: string, minutes: number) =>
  new Date(new Date(moment).getTime() + minutes * 60_000).toISOString();

interface Person {
  readonly permits?: Partial<Record<keyof typeof TEMPLATES, number>>;
  readonly phone?: string | null;
  readonly sms?: boolean;
}

async function person({ permits = {}, phone = PHONE, sms: bySms = true }: Person = {}): Promise<string> {
  const { db, cipher } = house.services.store;
  const id = randomUUID();
  const phoneEnc = phone === null ? null : cipher.seal('account.phone', id, phone);
  await db.insert(account).values({ id, phoneEnc, createdAt: new Date(MORNING) });
  await db
    .insert(reach)
    .values({ id, sms: bySms, openidEnc: cipher.seal('reach.openid', id, `openid-${id}`) });
  for (const [template, remaining] of Object.entries(permits))
    await db.insert(permit).values({
      accountId: id,
      template,
      remaining,
      answer: 'accept',
      askedId: randomUUID(),
      answeredAt: new Date(MORNING),
    });
  return id;
}

const tell = (
  accountId: string,
  more: { dueOn?: string; urgent?: boolean; caseId?: string; moment?: string } = {},
) =>
  tellAccounts(at(more.moment ?? MORNING), house.services.store.db, [
    {
      accountId,
      source: randomUUID(),
      kind: 'case',
      urgent: more.urgent ?? true,
      ...(more.dueOn !== undefined && { dueOn: more.dueOn }),
      ...(more.caseId !== undefined && { caseId: more.caseId }),
      content: {
        title: '跨区域交通补助（名字写得很长很长的一个事项）',
        text: '样例县人社局：请在2026-12-09前补材料，材料要清楚，要看得见公章',
        number: '2026-1122-048151',
      },
    },
  ]);

const messages = () => platform.asked.filter(({ path }) => path === SEND);
const out = async () => {
  const rows = await house.services.store.db.select().from(delivery).orderBy(delivery.channel);
  return rows.map(({ channel, state, tries, lastError }) => ({ channel, state, tries, lastError }));
};
const left = async (template: string) =>
  (await house.services.store.db.select().from(permit).where(eq(permit.template, template)))[0]?.remaining;

test('照微信文档的样子发：模板、三处文字不超长、打开哪一页；用掉一次', async () => {
  const id = await person({ permits: { task: 2 } });
  const caseId = randomUUID();
  await tell(id, { dueOn: '2026-12-09', caseId });
  expect(await deliverDue(at(MORNING))).toBe(1);
  expect(messages()[0]?.query.get('access_token')).toBe('T1');
  expect(messages()[0]?.body).toEqual({
    touser: `openid-${id}`,
    template_id: 'T-TASK',
    page: `packages/cases/case/index?id=${caseId}`,
    lang: 'zh_CN',
    data: {
      thing1: { value: '跨区域交通补助（名字写得很长很长的一个…' },
      thing4: { value: '请在2026-12-09前补材料，材料…' },
      time3: { value: '2026年12月9日' },
    },
  });
  expect(await out()).toEqual([{ channel: 'wechat', state: 'sent', tries: 1, lastError: null }]);
  expect(await left('task')).toBe(1);
  expect(await deliverDue(at(MORNING))).toBe(0);
  expect(messages()).toHaveLength(1);
});

test('没有同意过，不去问微信：发短信；短信里只有编号的尾巴', async () => {
  const id = await person();
  await tell(id, { dueOn: '2026-12-09' });
  expect(await deliverDue(at(MORNING))).toBe(1);
  expect(messages()).toHaveLength(0);
  expect(sms.sent).toMatchObject([{ phone: PHONE, number: '2026-1122-048151' }]);
  expect(await out()).toEqual([
    { channel: 'sms', state: 'sent', tries: 1, lastError: null },
    { channel: 'wechat', state: 'skipped', tries: 1, lastError: 'NoPermission' },
  ]);
});

test('43101：微信说没有同意，次数清零，改发短信；不要短信的，只在消息里', async () => {
  answers = code(43101);
  await tell(await person({ permits: { task: 3 } }), { dueOn: '2026-12-09' });
  await tell(await person({ permits: { task: 3 }, sms: false }), { dueOn: '2026-12-09' });
  await deliverDue(at(MORNING));
  expect(await left('task')).toBe(0);
  expect(sms.sent).toHaveLength(1);
  expect(
    (await out()).map(({ channel, state, lastError }) => `${channel} ${state} ${lastError}`).sort(),
  ).toEqual([
    'sms sent null',
    'sms skipped NotWanted',
    'wechat skipped NoPermission 43101',
    'wechat skipped NoPermission 43101',
  ]);
});

test.each([
  [-1, 'waiting', 'Busy -1'],
  [45009, 'waiting', 'RateLimited 45009'],
  [47003, 'dead', 'WrongTemplate 47003'],
  [40037, 'dead', 'WrongTemplate 40037'],
  [40001, 'dead', 'WrongCredentials 40001'],
  [40003, 'skipped', 'WrongPerson 40003'],
])('%i：%s', async (errcode, state, lastError) => {
  answers = code(errcode);
  await tell(await person({ permits: { progress: 1 }, phone: null }));
  await deliverDue(at(MORNING));
  expect((await out()).find(({ channel }) => channel === 'wechat')).toEqual({
    channel: 'wechat',
    state,
    tries: 1,
    lastError,
  });
  expect(await left('progress')).toBe(1);
});

test.each([40001, 42001])('%i：凭据过期，换一个再发，只发到一次', async (errcode) => {
  answers = (asked, response, before) => (before === 0 ? code(errcode) : ok)(asked, response);
  await tell(await person({ permits: { progress: 1 } }));
  expect(await deliverDue(at(MORNING))).toBe(1);
  expect(messages().map(({ query }) => query.get('access_token'))).toEqual(['T1', 'T2']);
});

test('一直忙：隔一分钟、五分钟、半小时、两小时、半天再试，最后交给管理员，急的改发短信', async () => {
  answers = code(-1);
  await tell(await person({ permits: { progress: 1 } }));
  let moment = MORNING;
  const tried: number[] = [];
  for (const pause of [0, 1, 5, 30, 120, 720]) {
    if (pause > 0) {
      const early = minutesAfter(moment, pause - 1);
      await deliverDue(at(early));
      expect((await out())[0]?.tries).toBe(tried.length);
    }
    moment = minutesAfter(moment, pause);
    // half a day later is night
    await deliverDue(at(moment));
    if (pause === 720) {
      moment = '2026-11-23T01:00:00Z';
      await deliverDue(at(moment));
    }
    tried.push(pause);
  }
  const rows = await out();
  expect(rows.find(({ channel }) => channel === 'wechat')).toMatchObject({ state: 'dead', tries: 6 });
  expect(rows.find(({ channel }) => channel === 'sms')?.state).toBe('sent');
});

test('答复丢了：只同意过一次的，再发一遍，微信自己不收第二次，算发到了', async () => {
  const got = new Set<string>();
  answers = (asked, response, before) => {
    const who = String(asked.body?.touser);
    if (got.has(who)) return code(43101)(asked, response);
    got.add(who);
    // it has the message, and the line is cut
    if (before === 0) response.destroy();
    else ok(asked, response);
  };
  await tell(await person({ permits: { progress: 1 } }));
  await deliverDue(at(MORNING));
  expect(await out()).toEqual([{ channel: 'wechat', state: 'waiting', tries: 1, lastError: 'Unreachable' }]);
  expect(await deliverDue(at(minutesAfter(MORNING, 1)))).toBe(1);
  expect(await out()).toEqual([{ channel: 'wechat', state: 'sent', tries: 2, lastError: null }]);
  expect(got.size).toBe(1);
  expect(sms.sent).toEqual([]);
  expect(await left('progress')).toBe(0);
});

test('短信的答复丢了：先问有没有发出去，发出去了就不再发', async () => {
  const id = await person();
  await tell(id);
  const { notices } = sms.sender;
  const lost = {
    ...sms.sender,
    notices: {
      plain: true,
      send: async (phone: string, number: string | null, delivered: string) => {
        await notices?.send(phone, number, delivered);
        throw new SmsError('ProviderDown', 'no answer');
      },
      outcome: notices?.outcome as never,
    },
  };
  await deliverDue(at(MORNING, { sms: lost }));
  expect(sms.sent).toHaveLength(1);
  expect(await deliverDue(at(minutesAfter(MORNING, 1), { sms: lost }))).toBe(1);
  expect(sms.sent).toHaveLength(1);
});

test('没有编号的事：用没有空格的那条短信；没有申请那条的，不拿空的编号去发', async () => {
  const training = async (accountId: string) =>
    tellAccounts(at(MORNING), house.services.store.db, [
      {
        ...{ accountId, source: randomUUID(), kind: 'training', urgent: true },
        content: { title: '样例电工班', text: '轮到您了' },
      },
    ]);
  await training(await person());
  await deliverDue(at(MORNING));
  expect(sms.sent).toMatchObject([{ number: null }]);
  const { notices } = sms.sender;
  const bare = { ...sms.sender, notices: notices && { ...notices, plain: false } };
  await training(await person());
  await deliverDue(at(MORNING, { sms: bare }));
  expect(sms.sent).toHaveLength(1);
  expect((await out()).filter(({ channel }) => channel === 'sms')).toMatchObject([
    { state: 'sent' },
    { state: 'skipped', lastError: 'NotSetUp' },
  ]);
});

test('停机的号码：记下来，以后不发，在消息里说怎么换', async () => {
  sms.fails = new SmsError('WrongNumber', 'r-1');
  const id = await person();
  await tell(id);
  await deliverDue(at(MORNING));
  const { db } = house.services.store;
  const [set] = await db.select().from(reach);
  expect(set?.phoneBadAt).not.toBeNull();
  expect(await db.select().from(message).where(eq(message.kind, 'notice'))).toHaveLength(1);
  sms.fails = null;
  await tell(id);
  await deliverDue(at(minutesAfter(MORNING, 5)));
  expect(sms.sent).toEqual([]);
  expect((await out()).filter(({ lastError }) => lastError === 'NumberIsBad')).toHaveLength(1);
});

test('停机的号码又通了，再停机：再说一次；两条短信一起碰上，只说一次', async () => {
  sms.fails = new SmsError('WrongNumber', 'r-1');
  const id = await person();
  const { db } = house.services.store;
  const notices = () => db.select().from(message).where(eq(message.kind, 'notice'));
  for (const [round, moment] of [MORNING, minutesAfter(MORNING, 600)].entries()) {
    await db.update(reach).set({ phoneBadAt: null });
    await tell(id, { moment });
    await tell(id, { moment });
    await deliverDue(at(moment));
    expect(await notices()).toHaveLength(round + 1);
  }
});

test('夜里不打扰，早上八点再发；当天就到期的，夜里也发；已经看过的不发', async () => {
  const id = await person({ permits: { task: 5 } });
  await tell(id, { dueOn: '2026-12-09', moment: NIGHT });
  await deliverDue(at(NIGHT));
  expect(messages()).toHaveLength(0);
  expect(await out()).toMatchObject([{ state: 'waiting', tries: 0 }]);
  await deliverDue(at('2026-11-22T23:59:00Z'));
  expect(messages()).toHaveLength(0);
  await tell(id, { dueOn: '2026-11-22', moment: NIGHT });
  await deliverDue(at(NIGHT));
  expect(messages()).toHaveLength(1);
  await deliverDue(at('2026-11-23T00:00:00Z'));
  expect(messages()).toHaveLength(2);
  await tell(id, { dueOn: '2026-12-09', moment: NIGHT });
  await house.services.store.db.update(message).set({ readAt: new Date(NIGHT) });
  await deliverDue(at('2026-11-23T00:30:00Z'));
  expect(messages()).toHaveLength(2);
});

test('不急的：一周最多一次，只说有几条没看；看过了就不说；没同意过的、不要汇总的，不说', async () => {
  const id = await person({ permits: { digest: 3 } });
  const silent = await person();
  for (const who of [id, id, silent]) await tell(who, { urgent: false });
  expect(await digestsDue(at(NIGHT))).toBe(0);
  expect(await digestsDue(at(MORNING))).toBe(1);
  expect(await digestsDue(at(MORNING))).toBe(0);
  await deliverDue(at(MORNING));
  expect(messages()).toHaveLength(1);
  expect(messages()[0]?.body).toMatchObject({
    template_id: 'T-DIGEST',
    page: 'pages/messages/index',
    data: { thing1: { value: '2条消息还没有看' }, date3: { value: '2026年11月22日' } },
  });
  expect(sms.sent).toEqual([]);
  await tell(id, { urgent: false, moment: '2026-11-24T02:00:00Z' });
  expect(await digestsDue(at('2026-11-28T02:30:00Z'))).toBe(0);
  expect(await digestsDue(at('2026-11-29T02:30:00Z'))).toBe(1);
  await house.services.store.db.update(message).set({ readAt: new Date(MORNING) });
  await deliverDue(at('2026-11-29T02:30:00Z'));
  expect(messages()).toHaveLength(1);
});

test('四个一起做，一条只发一次', async () => {
  const people = await Promise.all(Array.from({ length: 120 }, () => person({ permits: { progress: 1 } })));
  for (const id of people) await tell(id);
  // a machine with its hands full answers late, and that is not what is tested here
  const wechat = wechatWith(20_000);
  const shares = await Promise.all(
    Array.from({ length: 4 }, () => deliverDue(at(MORNING, { wechat }), { batch: 10 })),
  );
  expect(shares.reduce((all, one) => all + one, 0)).toBe(120);
  expect(new Set(messages().map(({ body }) => body?.touser)).size).toBe(120);
  expect(messages()).toHaveLength(120);
});

test('别的活出了错，消息照样发出去；出的错照样说', async () => {
  await tell(await person({ permits: { progress: 1 } }));
  const { pool } = house.services.store;
  await pool.query('alter table training_session rename to broken');
  try {
    await expect(doWork(at(MORNING))).rejects.toThrow('training_session');
    expect(messages()).toHaveLength(1);
  } finally {
    await pool.query('alter table broken rename to training_session');
  }
});

test('日志和出错的记录里，没有号码、没有内容', async () => {
  const written: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  answers = code(47003);
  await tell(await person({ permits: { progress: 1 } }));
  await deliverDue(at(MORNING));
  answers = (_, response) => void response.end('<html>');
  await tell(await person({ permits: { progress: 1 } }));
  await deliverDue(at(MORNING));
  write.mockRestore();
  const { rows } = await house.services.store.pool.query('select * from delivery');
  for (const text of [...written, JSON.stringify(rows)])
    for (const secret of [PHONE, '跨区域', 'openid-', 'a-secret']) expect(text).not.toContain(secret);
});

test('两年前的消息、三个月前的投递，扫掉', async () => {
  await tell(await person({ permits: { progress: 1 } }));
  await deliverDue(at(MORNING));
  const { pool } = house.services.store;
  const count = async () => [
    (await pool.query('select 1 from message')).rowCount,
    (await pool.query('select 1 from delivery')).rowCount,
  ];
  await sweep(house.services, new Date('2027-01-22T00:00:00Z'));
  expect(await count()).toEqual([1, 1]);
  await sweep(house.services, new Date('2027-03-22T00:00:00Z'));
  expect(await count()).toEqual([1, 0]);
  await sweep(house.services, new Date('2028-12-22T00:00:00Z'));
  expect(await count()).toEqual([0, 0]);
});

test('腾讯云的通知短信：带上自己的编号，丢了答复时凭它问', async () => {
  const provider = await loopback((asked, response) => {
    const pull = asked.headers['x-tc-action'] === 'PullSmsSendStatusByPhoneNumber';
    sendJson(response, {
      Response: pull
        ? {
            PullSmsSendStatusSet: [
              { SessionContext: 'd-1', ReportStatus: 'SUCCESS' },
              { SessionContext: 'd-2', ReportStatus: 'FAIL' },
            ],
            RequestId: 'r-2',
          }
        : { SendStatusSet: [{ SerialNo: 'serial-1', Code: 'Ok' }], RequestId: 'r-1' },
    });
  });
  const { notices } = createTencentSms({
    secretId: 'AKIDexample',
    secretKey: 'a-key-nobody-may-see',
    region: 'ap-guangzhou',
    baseUrl: provider.url,
    appId: '1400006666',
    sign: '样例县人社局',
    templates: { sign_in: '1110', mandate: '1111' },
    notice: '1112',
    plainNotice: '1113',
  });
  expect(await notices?.send(PHONE, '2026-1122-048151', 'd-1')).toBe('serial-1');
  expect(provider.asked[0]?.body).toMatchObject({
    TemplateId: '1112',
    TemplateParamSet: ['048151'],
    SessionContext: 'd-1',
  });
  await notices?.send(PHONE, null, 'd-4');
  expect(provider.asked[1]?.body).toMatchObject({ TemplateId: '1113', TemplateParamSet: [] });
  const outcome = (id: string) => notices?.outcome(PHONE, id, new Date(MORNING));
  expect([await outcome('d-1'), await outcome('d-2'), await outcome('d-3')]).toEqual([
    'arrived',
    'failed',
    'unknown',
  ]);
  await provider.close();
});
