/** @jest-environment jsdom */

import type { Service } from '@/domain/cases/service';
import { Phone, pass, Refusal, type Who } from '../../../test/client-phone';
import { type Mounted, mountHook } from '../../../test/hook';
import type { UseForm } from './form';

type Client = ReturnType<typeof load>;

const load = () => ({
  ...(require('./form') as typeof import('./form')),
  ...(require('./form-store') as typeof import('./form-store')),
  ...(require('./outbox') as typeof import('./outbox')),
  ...(require('./upload-store') as typeof import('./upload-store')),
  ...(require('./session') as typeof import('./session')),
});

const question = (id: string) => ({ id, title: id, label: id, kind: 'text' }) as const;
const SERVICE = {
  id: 'transport',
  version: 1,
  applicant: 'bound',
  questions: [question('name'), question('where')],
} as unknown as Service;

interface Draft {
  id: string;
  service: string;
  service_version: number;
  rev: number;
  device: string;
  saved_at: string;
  answers: Record<string, unknown>;
  files: { file: string; evidence: string }[];
  /** for whom it was saved */
  acting: string | null;
}

/** The server as both phones see it. */
class Server {
  readonly drafts = new Map<string, Draft>();
  readonly filed = new Set<string>();

  on(phone: Phone): void {
    Object.assign(phone.server, {
      'cases.save_draft': (input: Draft, { acting }: Who) => {
        if (this.filed.has(input.id)) throw new Refusal('AlreadyFiled');
        const known = this.drafts.get(input.id);
        if (known && known.rev !== input.rev) throw new Refusal('DraftConflict');
        const rev = input.rev + 1;
        const saved_at = new Date(Date.now()).toISOString();
        this.drafts.set(input.id, { ...input, rev, saved_at, acting });
        return { rev };
      },
      'cases.drafts': (_: unknown, { acting }: Who) =>
        [...this.drafts.values()].filter((one) => one.acting === acting),
      'cases.drop_draft': ({ id }: { id: string }) => {
        this.drafts.delete(id);
        return { done: true };
      },
      'cases.file': ({ id }: { id: string }) => {
        const again = this.filed.has(id);
        this.filed.add(id);
        this.drafts.delete(id);
        return { id, number: '2026-1122-000001', again };
      },
      'files.begin': ({ bytes }: { bytes: number }) => ({ received: bytes }),
      'files.finish': () => ({}),
      'files.drop': () => ({ done: true }),
    });
  }

  /** What another device saved. */
  saves(id: string, answers: Record<string, unknown>): void {
    const known = this.drafts.get(id) as Draft;
    const saved_at = new Date(Date.now()).toISOString();
    this.drafts.set(id, { ...known, rev: known.rev + 1, answers, saved_at, device: '另一部手机' });
  }
}

let phone: Phone;
let server: Server;
let app: Client;
let page: Mounted<UseForm>;

const me = (account: string, acting: object | null = null) => ({ account, acting }) as never;

function signIn(token = 't1', account = 'a'): void {
  app.signedIn(token, `${token} 2027-01-01T00:00:00Z`);
  app.heardOfMe(me(account));
}

function open(service = SERVICE): void {
  app = phone.open(load);
  page = mountHook(() => app.useForm(service));
}

/** As the form's page sends it off. */
function file() {
  const { id, answers, files } = page.now().form;
  const handedIn = files.map((one) => ({ file: one.file, evidence: one.evidence }));
  const common = { id, service: 'transport', service_version: 1, agreed: true } as const;
  const input = { ...common, answers: answers as { name: string }, files: handedIn };
  return app.send({ id, kind: 'file', path: 'cases.file', title: '样例', input });
}

function addPhoto(): void {
  phone.files.set('tmp', Buffer.from([0xff, 0xd8, 0xff, 0]));
  page.does((form) => form.addFiles('proof', [{ path: 'tmp', name: '照片.jpg', type: '', bytes: 4 }]));
}

const saved = () => page.now().saved;
const answers = () => page.now().form.answers;
const PAUSE = 1300;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-22T09:00:00+08:00') });
  phone = new Phone();
  server = new Server();
  server.on(phone);
  open();
});

afterEach(() => {
  page.close();
  jest.useRealTimers();
});

test('没登录：每答一题都留在手机上，关了再开还在，什么都不发', async () => {
  const { id } = page.now().form;
  page.does((form) => form.answer('name', '样例'));
  page.does((form) => form.answer('where', '广东'));
  expect(saved()).toBe('phone');
  await pass(60_000);
  open();
  expect(page.now().form).toMatchObject({ id, answers: { name: '样例', where: '广东' }, owner: null });
  page.does((form) => form.answer('where', undefined));
  expect(answers()).toEqual({ name: '样例' });
  expect(phone.sent).toEqual([]);
});

test('一下子答两题，两题都在', () => {
  page.does((form) => {
    form.answer('name', '样例');
    form.answer('where', '广东');
  });
  expect(answers()).toEqual({ name: '样例', where: '广东' });
});

test('谁先登录就是谁的，也存到服务器；停一停才存，一次一份', async () => {
  page.does((form) => form.answer('name', '样'));
  signIn();
  for (const typed of ['样', '样例', '样例甲']) page.does((form) => form.answer('name', typed));
  await pass(PAUSE);
  expect(saved()).toBe('server');
  expect(page.now().form.owner).toBe('a');
  expect(phone.sentTo('cases.save_draft').at(-1)?.input).toMatchObject({
    ...{ service: 'transport', service_version: 1, device: '安卓手机 · 微信', answers: { name: '样例甲' } },
  });
  expect(phone.sentTo('cases.save_draft').length).toBeLessThanOrEqual(2);
});

test('离开这一页，马上存', async () => {
  signIn();
  await pass(PAUSE);
  page.does((form) => form.answer('name', '样例'));
  phone.hide();
  await pass(0);
  expect(saved()).toBe('server');
});

test('断了网：写明服务器上还没有；来了网自己存', async () => {
  signIn();
  phone.online = false;
  page.does((form) => form.answer('name', '样例'));
  await pass(PAUSE);
  expect(saved()).toBe('late');
  expect(page.now().error?.name).toBe('NetworkError');
  phone.networkIsBack();
  await pass(0);
  expect(saved()).toBe('server');
  expect(page.now().error).toBeNull();
});

test('手机存满了：说明没存住，答的还在屏幕上；服务器存住了就是存住了', async () => {
  phone.full = true;
  page.does((form) => form.answer('name', '样例'));
  expect(saved()).toBe('not_kept');
  expect(answers()).toEqual({ name: '样例' });
  signIn();
  await pass(PAUSE);
  expect(saved()).toBe('server');
});

describe('两部手机', () => {
  let id: string;

  beforeEach(async () => {
    signIn();
    page.does((form) => form.answer('name', '样例'));
    await pass(PAUSE);
    ({ id } = page.now().form);
  });

  test('正在填的，不会被那边的另一张换掉', async () => {
    const other = { ...(server.drafts.get(id) as Draft), id: 'other', answers: { name: '另一张' } };
    server.drafts.set('other', { ...other, saved_at: '2026-12-24T00:00:00.000Z' });
    await pass(60_000);
    app.heardOfMe(me('a'));
    const list = mountHook(() => app.useForms());
    await pass(0);
    expect(list.now().map((form) => form.id)).toEqual(['other', id]);
    expect(page.now().form.id).toBe(id);
    page.does((form) => form.answer('where', '广东'));
    expect(page.now().form).toMatchObject({ id, answers: { where: '广东' } });
    list.close();
  });

  test('另一部手机接着填', async () => {
    const other = new Phone();
    server.on(other);
    phone = other;
    open();
    signIn();
    await pass(0);
    expect(page.now().form).toMatchObject({ id, answers: { name: '样例' }, rev: 1 });
    expect(saved()).toBe('server');
  });

  test('在另一部手机上只看看，连照片也看了：不算改过', async () => {
    addPhoto();
    await pass(PAUSE);
    const { rev, files } = server.drafts.get(id) as Draft;
    const other = new Phone();
    server.on(other);
    other.server['files.read'] = () => ({ name: '照片.jpg', type: 'image/jpeg', base64: 'AAAA' });
    phone = other;
    open();
    signIn();
    await pass(0);
    // the page draws what has come
    page.now();
    await pass(60_000);
    expect(page.now().form.files).toMatchObject([{ name: '照片.jpg', thumb: 'data:image/jpeg;base64,AAAA' }]);
    expect(server.drafts.get(id)).toMatchObject({ rev, files });
  });

  test('那边改了、这边没改：拿那边的；还没传的照片不丢', async () => {
    phone.online = false;
    addPhoto();
    phone.online = true;
    phone.server['files.begin'] = () => {
      throw new Refusal('NotReady');
    };
    await pass(PAUSE);
    expect(saved()).toBe('server');
    server.saves(id, { name: '改过' });
    open();
    app.heardOfMe(me('a'));
    await pass(0);
    expect(answers()).toEqual({ name: '改过' });
    expect(page.now().form.files).toMatchObject([{ evidence: 'proof', name: '照片.jpg', state: 'waiting' }]);
  });

  test('两边都改了：谁也不覆盖谁，等本人选；选那一份', async () => {
    server.saves(id, { name: '那边' });
    page.does((form) => form.answer('name', '这边'));
    await pass(PAUSE);
    expect(page.now().conflict).toMatchObject({ device: '另一部手机', answers: { name: '那边' } });
    expect(answers()).toEqual({ name: '这边' });
    // going on here overwrites nothing there
    page.does((form) => form.answer('where', '广东'));
    await pass(60_000);
    expect(server.drafts.get(id)?.answers).toEqual({ name: '那边' });
    page.does((form) => form.useTheirs());
    expect(page.now()).toMatchObject({
      conflict: null,
      saved: 'server',
      form: { answers: { name: '那边' } },
    });
    await pass(60_000);
    expect(server.drafts.get(id)).toMatchObject({ rev: 2, answers: { name: '那边' } });
  });

  test('两边都改了，选这一份：存上去，那边的这才换掉；没选以前关了再开，还会再问', async () => {
    server.saves(id, { name: '那边' });
    page.does((form) => form.answer('name', '这边'));
    await pass(PAUSE);
    open();
    app.heardOfMe(me('a'));
    await pass(PAUSE);
    expect(page.now().conflict?.answers).toEqual({ name: '那边' });
    page.does((form) => form.useMine());
    await pass(0);
    expect(page.now()).toMatchObject({
      conflict: null,
      saved: 'server',
      form: { answers: { name: '这边' } },
    });
    expect(server.drafts.get(id)).toMatchObject({ rev: 3, answers: { name: '这边' } });
  });

  test('存上了而答复丢了：是自己存的，不当成别人改的', async () => {
    phone.loseAnswers = 1;
    page.does((form) => form.answer('where', '广东'));
    await pass(PAUSE);
    expect(saved()).toBe('late');
    page.does((form) => form.answer('where', '福建'));
    await pass(PAUSE * 3);
    expect(page.now()).toMatchObject({ conflict: null, saved: 'server', error: null });
    expect(server.drafts.get(id)?.answers).toEqual({ name: '样例', where: '福建' });
  });

  test('那边交了或者删了：这边不再是没填完的表', async () => {
    server.filed.add(id);
    server.drafts.delete(id);
    open();
    app.heardOfMe(me('a'));
    await pass(0);
    expect(app.forms.get().all).toEqual([]);
    expect(page.now().form.id).not.toBe(id);
  });

  test('那边交了、这边又改了：存的时候知道', async () => {
    server.filed.add(id);
    page.does((form) => form.answer('where', '广东'));
    await pass(PAUSE);
    expect(app.forms.get().all).toEqual([]);
  });

  test('断网时删掉：以后告诉服务器，不会又冒出来', async () => {
    phone.online = false;
    void app.dropForm(id);
    await pass(0);
    open();
    app.heardOfMe(me('a'));
    phone.networkIsBack();
    await pass(PAUSE);
    expect(server.drafts.size).toBe(0);
    expect(app.forms.get().all).toEqual([]);
  });
});

test('换了人看不到、也不会存到别人名下；本人回来还在', async () => {
  signIn();
  page.does((form) => form.answer('name', '样例甲'));
  const { id } = page.now().form;
  app.signedOut();
  expect(answers()).toEqual({});
  signIn('t2', 'b');
  await pass(PAUSE);
  expect(page.now().form).toMatchObject({ answers: {} });
  expect(phone.sent.some(({ token, path }) => token === 't2' && path === 'cases.save_draft')).toBe(false);
  app.signedOut();
  signIn('t3');
  await pass(PAUSE);
  expect(page.now().form).toMatchObject({ id, answers: { name: '样例甲' } });
});

test('替别人填的另是一张：换回自己就看不到，代办结束就删掉', async () => {
  signIn();
  page.does((form) => form.answer('name', '自己'));
  await pass(PAUSE);
  app.actFor('m1');
  app.heardOfMe(me('a', { id: 'm1' }));
  expect(answers()).toEqual({});
  page.does((form) => form.answer('name', '对方'));
  expect(page.now().form.owner).toBe('m1');
  await pass(PAUSE);
  expect(phone.sentTo('cases.save_draft').at(-1)).toMatchObject({ acting: 'm1' });
  app.actFor(null);
  app.heardOfMe(me('a'));
  expect(answers()).toEqual({ name: '自己' });
  app.actFor('m1');
  app.heardOfMe(me('a', { id: 'm1' }));
  expect(answers()).toEqual({ name: '对方' });
  phone.server['cases.save_draft'] = () => {
    throw new Refusal('MandateEnded');
  };
  page.does((form) => form.answer('name', '对方的名字'));
  await pass(PAUSE);
  expect(answers()).toEqual({ name: '自己' });
  expect(JSON.stringify([...phone.storage])).not.toContain('对方');
});

test('可以不留姓名的，交以前什么都不上服务器', async () => {
  open({ ...SERVICE, applicant: 'anyone' });
  signIn();
  page.does((form) => form.answer('name', '样例'));
  await pass(60_000);
  expect(saved()).toBe('phone');
  expect(phone.sentTo('cases.save_draft')).toEqual([]);
});

test('交了：服务器收下以前表还在，收下以后没有了，文件也不留在手机上', async () => {
  signIn();
  page.does((form) => form.answer('name', '样例'));
  await pass(PAUSE);
  phone.online = false;
  addPhoto();
  const item = await file();
  expect(item.state).toBe('waiting');
  expect(page.now().form.id).toBe(item.id);
  // thrown away on the form's page: the photo goes all the same
  page.does((form) => form.reset());
  const before = phone.sent.length;
  phone.networkIsBack();
  await pass(0);
  expect(server.filed.has(item.id)).toBe(true);
  const steps = phone.sent.slice(before).map(({ path }) => path);
  expect(steps.filter((path) => path !== 'cases.drop_draft')).toEqual([
    'files.begin',
    'files.finish',
    'cases.file',
  ]);
  expect(app.forms.get().all).toEqual([]);
  expect(app.uploads.get()).toEqual([]);
  expect([...phone.files.keys()]).toEqual(['tmp']);
});

test('等着送的表，不再当草稿存', async () => {
  signIn();
  phone.online = false;
  page.does((form) => form.answer('name', '样例'));
  await file();
  phone.networkIsBack();
  await pass(60_000);
  expect(phone.sentTo('cases.save_draft')).toEqual([]);
});

test('文件传好了，服务器上的草稿跟着知道', async () => {
  signIn();
  page.does((form) => form.answer('name', '样例'));
  await pass(PAUSE);
  phone.online = false;
  addPhoto();
  await pass(PAUSE);
  phone.networkIsBack();
  await pass(PAUSE);
  const { id, files } = page.now().form;
  expect(server.drafts.get(id)?.files).toEqual([{ evidence: 'proof', file: files[0]?.file }]);
});

test('交了、收下了：表马上没有了', async () => {
  signIn();
  page.does((form) => form.answer('name', '样例'));
  await file();
  expect(app.forms.get().all).toEqual([]);
});

test('文件先传，再交表；传不上的，表不交出去', async () => {
  signIn();
  addPhoto();
  const finish = phone.server['files.finish'];
  phone.server['files.finish'] = () => {
    throw new Refusal('WrongFileType');
  };
  const refused = await file();
  expect(refused).toMatchObject({ state: 'refused', error: { name: 'WrongFileType' } });
  expect(phone.sentTo('cases.file')).toEqual([]);
  Object.assign(phone.server, { 'files.finish': finish });
  page.does(({ form, retryFile }) => retryFile(form.files[0]?.file ?? ''));
  const item = await file();
  expect(item.state).toBe('delivered');
  const steps = phone.sent.map(({ path }) => path);
  expect(steps.lastIndexOf('files.finish')).toBeLessThan(steps.indexOf('cases.file'));
});

test('服务器只留文件一个星期：交的时候不在了，手机上的再传一次', async () => {
  signIn();
  addPhoto();
  await pass(PAUSE);
  const keep = phone.server['cases.file'] as (input: unknown) => unknown;
  const begun = phone.sentTo('files.begin').length;
  phone.server['cases.file'] = (input: unknown) => {
    if (phone.sentTo('files.begin').length === begun) throw new Refusal('InvalidInput');
    return keep(input);
  };
  const item = await file();
  expect(item.state).toBe('delivered');
});

test('旧版的表：改了名的跟过去，没有了的说出来，接着填不丢', () => {
  page.does((form) => {
    form.answer('name', '样例');
    form.answer('where', '广东');
    form.answer('old', '没有了');
  });
  open({
    ...SERVICE,
    version: 2,
    renamed: { where: 'place' },
    questions: [question('name'), question('place')],
  });
  expect(page.now()).toMatchObject({
    form: { version: 2, answers: { name: '样例', place: '广东' } },
    gone: ['old'],
  });
  page.does((form) => form.answer('place', '福建'));
  expect(page.now()).toMatchObject({ form: { answers: { name: '样例', place: '福建' } }, gone: ['old'] });
});

test('补材料：只在手机上，交了以后没有了', async () => {
  signIn();
  const papers = mountHook(() => app.usePapers('case-1'));
  papers.does((use) => use.answer('words', '补上了'));
  await pass(60_000);
  expect(papers.now().saved).toBe('phone');
  expect(phone.sentTo('cases.save_draft')).toEqual([]);
  const list = mountHook(() => app.useForms());
  expect(list.now()).toEqual([]);
  list.close();
  papers.close();
});
