/** The personal code on one phone, whoever verifies it on another, with and without a network. */
import { dispatch } from '@/cloud/dispatch';
import { createWorld } from '@/cloud/world';
import type { CodeView } from '@/contract/resident';
import type { SignedIn } from '@/contract/session';
import { book } from '../book';
import { ELDER, PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import { readQr } from './qr';
import type { Visit } from './visit';

const portal = openPortal({ people: true });

const CODE = '/#/packages/code/show/index';
const VERIFY = '/#/packages/code/verify/index';
const QR = '就业帮扶码，给对方扫';
const REFUSALS = { expected: /status of 4\d\d|ERR_/ };

beforeEach(() => portal.floor.services.store.pool.query('delete from rate_limit'));

/** A code as it was made at another time. */
async function madeAt(iso: string, session: SignedIn): Promise<CodeView> {
  const world = createWorld(book, portal.floor.services, () => new Date(iso));
  const asker = { session: session.token, caller: 'test' };
  const answer = await dispatch({ path: 'code.issue', input: {} }, world(asker));
  if (!answer.ok) throw new Error(answer.error.name);
  return answer.data as CodeView;
}

const tokenIn = (text: string) => /(?:^|[?&]t=)([\w.-]+)$/.exec(text)?.[1] ?? '';

onEveryPhone('from the home page: the code, who and where, a clock; it is genuine', async (phone) => {
  const session = await portal.signIn('parent');
  const visit = await portal.open(phone, { place: YOUYANG, session });
  await visit.sees('样例**');
  await visit.looksRight();
  await visit.tap(/^样例\*\*/);
  await visit.isOn('帮扶码');
  await visit.sees('样例**', '重庆 · 酉阳', '帮扶对象', /^\d+ 秒后换新码$/, /^09:\d\d:\d\d$/);
  await visit.looksRight();
  const text = await readQr(visit, QR);
  // nothing of the person is in it
  const said = Buffer.from(tokenIn(text).split('.')[1] ?? '', 'base64url').toString();
  expect(Object.keys(JSON.parse(said)).sort()).toEqual(['c', 'e', 'i', 'r', 't']);
  expect(await portal.call('code.verify', { token: tokenIn(text) })).toMatchObject({
    result: 'genuine',
    fresh: true,
    target: true,
    county: '500242',
    name: null,
  });
});

test('who is not known to be of the target group is never called one, nor the opposite', async () => {
  const session = await portal.signIn('blank');
  const visit = await portal.open(PHONE, { place: YOUYANG, address: CODE, session });
  await visit.sees('台账里没写是帮扶对象');
  expect(await visit.text(/^(不是)?帮扶对象$/).count()).toBe(0);
  const code = await portal.call('code.issue', {}, session);
  const other = await portal.open(PHONE, { address: `${VERIFY}?t=${code.token}` });
  await other.sees('码是真的', '这个码不证明是帮扶对象');
  await other.looksRight();
});

onEveryPhone('stopped: the old one is worth nothing, a new one is there at once', async (phone) => {
  const session = await portal.signIn('continued');
  const visit = await portal.open(phone, { place: YOUYANG, address: CODE, session });
  const old = tokenIn(await readQr(visit, QR));
  await visit.tap('停用这个码');
  await visit.sees('停用这个码？', '手机丢了');
  await visit.looksRight();
  await visit.tap('停用，换新的');
  await visit.sees('旧码已经作废，这是新的。');
  await visit.looksRight();
  expect(await portal.call('code.verify', { token: old })).toMatchObject({ result: 'revoked' });
  const fresh = tokenIn(await readQr(visit, QR));
  expect(fresh).not.toBe(old);
  expect(await portal.call('code.verify', { token: fresh })).toMatchObject({ result: 'genuine' });
});

test('a lost phone: from another one its codes and its session end', async () => {
  const lost = await portal.signIn('pension');
  const old = await portal.call('code.issue', {}, lost);
  const visit = await portal.open(ELDER, {
    place: YOUYANG,
    address: CODE,
    session: await portal.signIn('pension'),
  });
  await visit.tap('停用这个码');
  await visit.tap('手机丢了');
  await visit.sees('丢的是别的手机？');
  await visit.looksRight();
  await visit.tap('停用，并让别的设备退出');
  await visit.sees('旧码已经作废，别的设备都退出了。');
  expect(await portal.call('code.verify', { token: old.token })).toMatchObject({ result: 'revoked' });
  await expect(portal.call('session.me', {}, lost)).rejects.toThrow('SessionEnded');
});

test('the code of a child one is guardian of', async () => {
  const session = await portal.signIn('parent');
  const visit = await portal.open(PHONE, { place: YOUYANG, address: CODE, session });
  const own = tokenIn(await readQr(visit, QR));
  await visit.tap('看家人的码');
  await visit.sees('看谁的码？', /样例周学生/);
  await visit.looksRight();
  await visit.page.getByText(/样例周学生/).tap();
  await visit.seesNot('看谁的码？');
  await visit.until(
    async () => tokenIn(await readQr(visit, QR)) !== own,
    'the code is still that of the guardian',
  );
  const child = tokenIn(await readQr(visit, QR));
  expect(await portal.call('code.verify', { token: child })).toMatchObject({ result: 'genuine' });
  expect(await visit.text('让核验的人看到我的姓').count()).toBe(0);
});

test('the name is seen by whoever verifies only when the holder turns it on', async () => {
  const session = await portal.signIn('cross-region');
  const visit = await portal.open(PHONE, { place: YOUYANG, address: CODE, session });
  const { token } = await portal.call('code.issue', {}, session);
  expect(await portal.call('code.verify', { token })).toMatchObject({ name: null });
  const shown = visit.page.getByRole('switch', { name: /^让核验的人看到我的姓/ });
  expect(await shown.isChecked()).toBe(false);
  await visit.page.getByText('让核验的人看到我的姓').tap();
  await visit.until(
    async () => (await portal.call('code.verify', { token })).name !== null,
    'the name is not given',
  );
  const other = await portal.open(PHONE, { address: `${VERIFY}?t=${token}` });
  await other.sees('码是真的，是帮扶对象', '样例**', '重庆 · 酉阳');
  await other.looksRight();
});

test('signed out, or not matched: what it is for and the way there', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: CODE });
  await visit.sees('要先登录', /手机丢了，在别的手机上登录/);
  await visit.looksRight();
  await visit.tap('去登录');
  await visit.tap(/^样例干部/);
  await visit.isOn('帮扶码');
  await visit.sees('还没有核对身份');
  await visit.looksRight();
});

describe('verifying, signed out', () => {
  onEveryPhone('every answer has its word, its sign and what to do', async (phone) => {
    const session = await portal.signIn('exited');
    const { token, issued_at } = await portal.call('code.issue', {}, session);
    const [head = '', body = '', tail = ''] = token.split('.');
    const forged = [head, body, `${tail[0] === 'A' ? 'B' : 'A'}${tail.slice(1)}`].join('.');
    const now = Date.parse(issued_at);
    const at = (minutes: number) => madeAt(new Date(now + minutes * 60_000).toISOString(), session);
    const visit = await portal.open(phone, { address: VERIFY, ...REFUSALS });
    const check = async (text: string, ...words: (string | RegExp)[]) => {
      await visit.fills('码里的文字', text);
      await visit.tap('核验');
      await visit.sees(...words);
      await visit.looksRight();
      await visit.tap('再核一个');
      await visit.sees('看看对方的帮扶码是不是真的');
    };
    await visit.sees('不用登录。只告诉您真假和是不是帮扶对象，不会告诉您对方是谁。');
    await visit.tap('核验');
    await visit.sees('还没有贴上文字');
    await visit.looksRight();
    await check(token, '码是真的', '刚刚生成的。');
    await check((await at(-30)).token, '码是真的', '不是刚生成的', /看时间走不走/);
    await check((await at(-24 * 60)).token, '这个码已经过期', /请对方连上网打开帮扶码/);
    await check((await at(60)).token, '两边的时间对不上');
    await check(forged, '这个码被改动过，是假的', /不要按帮扶对象办/);
    await check(token.slice(0, -9), '这个码不完整');
    await check('https://example.org/weather', '这不是就业帮扶码');
    await portal.call('code.revoke', { lost_phone: false }, session);
    await check(token, '这个码已经停用', /请对方打开新的码/);
  });

  test('staff of the county see the masked name, and the holder sees that they did', async () => {
    const session = await portal.signIn('lifted-only');
    const { token } = await portal.call('code.issue', {}, session);
    const worker = await portal.signIn('staff-youyang');
    const visit = await portal.open(PHONE, { address: `${VERIFY}?t=${token}`, session: worker });
    await visit.sees('码是真的', '样例**');
    const looks = await portal.call('privacy.looks', {}, session);
    expect(looks.map(({ purpose }) => purpose)).toContain('扫了您的帮扶码');
  });

  test('without a network: the signature is checked here, and that revocation was not is said', async () => {
    const session = await portal.signIn('continued');
    const { token } = await portal.call('code.issue', {}, session);
    const visit = await portal.open(PHONE, { address: VERIFY, ...REFUSALS });
    await keysKept(visit);
    await visit.cutNetwork();
    await visit.fills('码里的文字', token);
    await visit.tap('核验');
    await visit.sees('签名是真的，是帮扶对象', '没有连上网：只验了签名，未查吊销');
    await visit.looksRight();
  });

  test('a phone whose clock is wrong is told so', async () => {
    const session = await portal.signIn('continued');
    const { token, issued_at } = await portal.call('code.issue', {}, session);
    const behind = new Date(Date.parse(issued_at) - 90 * 60_000).toISOString();
    const visit = await portal.open(PHONE, { address: VERIFY, now: behind, ...REFUSALS });
    await keysKept(visit);
    await visit.fills('码里的文字', token);
    await visit.tap('核验');
    await visit.sees('码是真的，是帮扶对象', /这部手机的时间慢了约 9\d 分钟/);
    await visit.looksRight();
    await visit.tap('再核一个');
    await visit.cutNetwork();
    await visit.fills('码里的文字', token);
    await visit.tap('核验');
    await visit.sees('两边的时间对不上', /这部手机的时间慢了约/);
    await visit.looksRight();
  });
});

const keysKept = (visit: Visit) =>
  visit.until(
    () => visit.page.evaluate(() => localStorage.getItem('bangfu:code-keys:1') !== null),
    'no keys are kept',
  );

describe('without a network', () => {
  /** The code was shown some minutes ago and the app opened again. */
  async function later(visit: Visit, change: { at?: number; expires_at?: string }): Promise<void> {
    await visit.page.evaluate(({ at, expires_at }) => {
      const key = 'bangfu:codes:1';
      const codes = JSON.parse(JSON.parse(localStorage.getItem(key) ?? '{}').data);
      if (at) codes.self.at += at;
      if (expires_at) codes.self.code.expires_at = expires_at;
      localStorage.setItem(key, JSON.stringify({ data: JSON.stringify(codes) }));
    }, change);
    await visit.page.reload();
  }

  test('the last code of the day stays, marked with its time; one of yesterday is not shown', async () => {
    const session = await portal.signIn('cross-region');
    const visit = await portal.open(PHONE, { place: YOUYANG, address: CODE, session, worker: true });
    const token = tokenIn(await readQr(visit, QR));
    await visit.until(
      () => visit.page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active)),
      'the offline worker is not ready',
    );
    await visit.page.reload();
    await visit.sees(/秒后换新码/);
    await visit.cutNetwork();
    await later(visit, { at: -5 * 60_000 });
    await visit.sees(/^09:\d\d 生成，离线$/, /这是今天最后一个码/, '样例**');
    await visit.looksRight();
    const kept = tokenIn(await readQr(visit, QR));
    expect((await portal.call('code.verify', { token: kept })).result).toBe('genuine');
    expect(token.split('.')[0]).toBe(kept.split('.')[0]);

    await later(visit, { expires_at: '2026-11-20T16:00:00.000Z' });
    await visit.sees('连不上网');
    expect(await visit.page.getByRole('img', { name: QR }).count()).toBe(0);
    await visit.looksRight();
  });
});
