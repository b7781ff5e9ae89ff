import { createHash } from 'node:crypto';
import { verifyChain } from '@/domain/wages/chain';
import { Phone } from '../../../test/client-phone';
import { wav } from '../../../test/sample-sound';

const load = () => ({
  ...(require('./diary') as typeof import('./diary')),
  ...(require('./diary-store') as typeof import('./diary-store')),
  ...(require('./kept-files') as typeof import('./kept-files')),
  ...(require('./session') as typeof import('./session')),
  ...(require('./owner') as typeof import('./owner')),
});
/** The app without a page of the diary. */
const loadWithout = () => ({
  ...(require('./session') as typeof import('./session')),
  ...(require('./owner') as typeof import('./owner')),
});
type Client = ReturnType<typeof load>;

let phone: Phone;
let app: Client;
const open = () => {
  app = phone.open(load);
};

const FIELDS = {
  ...{ title: '样例工地', county: '500242', work_kind: 'site', site_name: '', employer_name: '样例公司' },
  ...{ boss: '', boss_phone: '', pay_kind: 'day' as const, pay_rate: 30_000 },
  ...{ started_on: '2026-05-01', ended_on: null },
};
const me = (account: string) => app.heardOfMe({ account, acting: null } as never);
function signIn(account: string): void {
  app.signedIn(`t-${account}`, `2027-01-01T00:00:00Z ${account}`);
  me(account);
}
function begin(): string {
  const job = app.addJob(FIELDS);
  if (!job) throw new Error('not kept');
  return job.id;
}
const day = (id: string, on: string, halves = 2) => app.writeEntry(id, { day: on, kind: 'work', halves });
const mine = () => app.jobsOf(app.currentOwner());
const theJob = () => {
  const [job] = mine();
  if (!job) throw new Error('no job');
  return job;
};

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-06-01T10:00:00Z') });
  phone = new Phone();
  open();
});
afterEach(() => jest.useRealTimers());

test('写下的每一条马上在：关掉再打开还在，账也在，链对得上', () => {
  const id = begin();
  day(id, '2026-05-04');
  day(id, '2026-05-30', 1);
  day(id, '2026-06-01');
  app.writeEntry(id, { day: '2026-06-01', kind: 'paid', paid: 10_000 });
  open();
  const job = theJob();
  expect(app.wholeLog(job).map(({ entry }) => entry.day)).toEqual([
    '2026-05-04',
    '2026-05-30',
    '2026-06-01',
    '2026-06-01',
  ]);
  expect(verifyChain(app.wholeLog(job), job.head)).toMatchObject({ ok: true, count: 4 });
  expect(app.owedOf(job).owed.fen).toBe(75_000 - 10_000);
  expect(app.jobAnswers(job)).toMatchObject({
    ...{ county: '500242', work_kind: 'site', pay_kind: 'day', pay_rate: 30_000, started_on: '2026-05-01' },
    ...{ employer_name: '样例公司', owed_from: '2026-05', owed_to: '2026-06', owed_total: 65_000 },
  });
  expect(app.jobAnswers(job)).not.toHaveProperty('site_name');
  expect(phone.sent).toEqual([]);
});

test('改是新的一条，只能改同一天最后写的那一条', () => {
  const id = begin();
  const first = day(id, '2026-05-04');
  if (!first.ok) throw new Error(first.problem);
  const again = { day: '2026-05-04', kind: 'work' as const, halves: 1, replaces: first.entry.id };
  expect(app.writeEntry(id, again)).toMatchObject({ ok: true });
  expect(app.writeEntry(id, again)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('已经改过'),
  });
  expect(app.writeEntry(id, { ...again, day: '2026-05-05' }).ok).toBe(false);
  expect(app.owedOf(theJob()).owed.fen).toBe(15_000);
  expect(app.wholeLog(theJob())).toHaveLength(2);
});

test('手机存满了：说没有记上，什么都不丢；腾出地方以后照记', () => {
  const id = begin();
  day(id, '2026-05-04');
  phone.full = true;
  expect(day(id, '2026-05-05')).toMatchObject({ ok: false, problem: expect.stringContaining('存满') });
  expect(app.addJob(FIELDS)).toBeNull();
  phone.full = false;
  expect(day(id, '2026-05-06').ok).toBe(true);
  open();
  expect(verifyChain(app.wholeLog(theJob()), theJob().head)).toMatchObject({ ok: true, count: 2 });
});

test.each([1, 2])('写到一半关机（第 %i 步以后）：再打开是写完的，或者没写的', (step) => {
  const id = begin();
  day(id, '2026-05-04');
  let left = step;
  const set = phone.storage.set.bind(phone.storage);
  phone.storage.set = (key, value) => {
    if (left-- <= 0) throw new Error('off');
    return set(key, value);
  };
  day(id, '2026-05-05');
  phone.storage.set = set;
  open();
  const job = theJob();
  const count = step === 1 ? 1 : 2;
  expect(verifyChain(app.wholeLog(job), job.head)).toMatchObject({ ok: true, count });
  expect(app.owedOf(job).earned.fen).toBe(count * 30_000);
  expect(day(id, '2026-05-07').ok).toBe(true);
  expect(verifyChain(app.wholeLog(theJob()), theJob().head)).toMatchObject({ ok: true, count: count + 1 });
});

test('别人登录看不到；没登录时记的归第一个登录的人，哪怕他没打开过记工本', () => {
  const id = begin();
  day(id, '2026-05-04');
  // the first to sign in opens no page of the diary
  const other = phone.open(loadWithout);
  other.signedIn('t-a', '2027-01-01T00:00:00Z a');
  other.heardOfMe({ account: 'a', acting: null } as never);
  other.signedOut();
  open();
  signIn('b');
  expect(mine()).toEqual([]);
  app.signedOut();
  expect(mine()).toEqual([]);
  signIn('a');
  expect(mine()).toHaveLength(1);
  expect(app.wholeLog(theJob())).toHaveLength(1);
  // somebody they act for is somebody else
  app.actFor('mandate');
  expect(mine()).toEqual([]);
});

test('注销以后什么都不留，照片也不留', async () => {
  signIn('a');
  const id = begin();
  phone.files.set('wxfile://tmp/1', wav());
  const kept = await app.keepFile({
    path: 'wxfile://tmp/1',
    name: '录音.wav',
    type: '',
    bytes: wav().length,
  });
  if (!kept.ok) throw new Error(kept.problem);
  app.writeEntry(id, { day: '2026-05-04', kind: 'note', files: [kept.file] });
  expect([...phone.files.keys()]).toContain(`wxfile://usr/bangfu-${kept.file.file}`);
  app.forgetAccount();
  expect([...phone.storage.keys()].filter((key) => /diary|proof/.test(key))).toEqual([]);
  expect([...phone.files.keys()]).toEqual(['wxfile://tmp/1']);
});

test('加进来的文件原样留着，校验码是原样的；后来变了看得出来', async () => {
  const bytes = wav();
  phone.files.set('wxfile://tmp/1', bytes);
  const kept = await app.keepFile({
    path: 'wxfile://tmp/1',
    name: '录音.wav',
    type: '',
    bytes: bytes.length,
  });
  if (!kept.ok) throw new Error(kept.problem);
  const { file } = kept;
  expect(file).toMatchObject({
    type: 'audio/wav',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    added_at: '2026-06-01T10:00:00.000Z',
  });
  expect(await app.isSame(file)).toBe(true);
  const changed = Buffer.from(bytes);
  changed[60] = 1;
  phone.files.set(`wxfile://usr/bangfu-${file.file}`, changed);
  expect(await app.isSame(file)).toBe(false);
  phone.files.delete(`wxfile://usr/bangfu-${file.file}`);
  expect(await app.isSame(file)).toBeNull();
  const text = Buffer.from('plain words, long enough to be told apart');
  phone.files.set('wxfile://tmp/2', text);
  expect(
    await app.keepFile({ path: 'wxfile://tmp/2', name: '信.txt', type: '', bytes: text.length }),
  ).toMatchObject({ ok: false, problem: expect.stringContaining('这种文件收不了') });
  phone.full = true;
  expect(
    await app.keepFile({ path: 'wxfile://tmp/1', name: '录音.wav', type: '', bytes: bytes.length }),
  ).toMatchObject({ ok: false, problem: expect.stringContaining('存满') });
});

test('另存的月份各是各的，超不过一个键能放的', () => {
  const id = begin();
  for (let at = 0; at < 200; at++) {
    const month = `${2024 + Math.floor(at / 120)}-${String((Math.floor(at / 10) % 12) + 1).padStart(2, '0')}`;
    expect(day(id, `${month}-${String((at % 10) + 1).padStart(2, '0')}`).ok).toBe(true);
  }
  const logs = [...phone.storage].filter(([key]) => key.includes('diary-log'));
  expect(logs).toHaveLength(20);
  for (const [, value] of logs) expect(value.length).toBeLessThan(50_000);
  app.removeJob(id);
  expect([...phone.storage.keys()].filter((key) => key.includes('diary-log'))).toEqual([]);
});
