/** The inbox in the browser, on every phone, each screen looked at with axe: badge, days, cases, settings, no network. */
import { randomUUID } from 'node:crypto';
import { SAMPLES } from '@/cloud/demo/samples';
import { message } from '@/cloud/store/schema';
import type { SignedIn } from '@/contract/session';
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal({ people: true });
const LIST = '/#/packages/inbox/list/index';

let session: SignedIn;
beforeEach(async () => {
  const { pool } = portal.floor.services.store;
  await pool.query('truncate rate_limit, message, delivery, reach, case_file, case_event, service_case');
  session = await portal.signIn('exited');
});

async function step(id: string, action: Record<string, unknown>): Promise<void> {
  const officer = await portal.signIn('staff-youyang');
  const { case: seen } = await portal.call('desk.show', { id }, officer);
  await portal.call(
    'desk.act',
    { id, version: seen.version, event: randomUUID(), ...action } as never,
    officer,
  );
}

/** Two of a case, and a policy that fits anew. */
async function told(): Promise<string> {
  const id = randomUUID();
  const answers = { work_county: '500102', since: '2026-03', account: '6217000010001234567' };
  const filing = {
    id,
    service: 'cq-transport-claim',
    service_version: 1,
    answers,
    files: [],
    agreed: true as const,
  };
  await portal.call('cases.file', filing, session);
  await step(id, { action: 'accept' });
  await step(id, { action: 'ask_supplement', text: '请补样例证明', evidence: [], until: '2026-12-09' });
  const { db, cipher } = portal.floor.services.store;
  const policy = randomUUID();
  const content = {
    title: '您新符合一项政策：跨区域交通补助',
    text: '系统：样例说明。这是按台账算的参考结果，以经办机构核定为准。',
    said: '原文：“样例原文”',
    cite: { document: '渝人社发〔2026〕6号', item: '（十二）' },
    document: 'chongqing-2026-6',
  };
  await db.insert(message).values({
    id: policy,
    accountId: SAMPLES.find(({ id: sample }) => sample === 'exited')?.account as string,
    kind: 'benefit',
    ref: 'cq-cross-region-transport',
    contentEnc: cipher.seal('message.content', policy, JSON.stringify(content)),
    createdAt: new Date('2026-11-20T02:00:00Z'),
  });
  return id;
}

onEveryPhone('badge, the newest on the tab, all by day and by case, read, settings', async (phone) => {
  await told();
  const visit = await portal.open(phone, { place: YOUYANG, session, address: '/#/pages/messages/index' });
  const look = () => visit.looksRight();
  await visit.sees('给您的消息（3 条没看）', '跨区域交通补助', '消息设置', '文件通知');
  expect(await visit.page.locator('.ui-tabbar__badge').innerText()).toContain('3');
  await look();
  await visit.tap(/^全部消息/);
  await visit.isOn('全部消息');
  await visit.sees(
    '今天',
    '请在2026年12月9日前补材料',
    '说明：请补样例证明',
    '依据：渝人社发〔2026〕6号（十二）',
  );
  await look();
  await visit.tap('按事项');
  await visit.sees('2 条 · 2 条没看', '别的消息');
  await look();
  await visit.tap(/^跨区域交通补助/);
  await visit.sees('看全部消息');
  await visit.tap(/^打开这件事/);
  await visit.isOn('跨区域交通补助');
  await visit.back();
  await visit.tap(/^看全部消息/);
  await visit.tap('全部看过');
  await visit.seesNot('没看·要办');
  // the phone shows it at once, the server hears of it a moment later
  const read = async () => (await portal.call('messages.count', {}, session)).unread === 0;
  await visit.until(read, 'the server still counts unread ones');
  await visit.tap(/^消息设置/);
  await visit.sees('不管怎么选', '每周汇总', '不打扰的时间');
  await look();
  await visit.page.locator('label', { hasText: '每周汇总' }).click();
  await visit.sees('存好了');
  expect((await portal.call('messages.settings', {}, session)).digest).toBe(false);
});

test('没有信号：看得到上一次的，写明是什么时候的；读取出错：再试一次', async () => {
  await told();
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session,
    address: '/#/pages/messages/index',
    worker: true,
  });
  await visit.sees('给您的消息（3 条没看）');
  await visit.tap(/^全部消息/);
  await visit.sees('说明：请补样例证明');
  await visit.until(
    () =>
      visit.page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
      ),
    'the worker is not there',
  );
  await visit.cutNetwork();
  await visit.page.reload();
  await visit.sees(/^没有连上网，这是/, '说明：请补样例证明');
  await visit.looksRight();
});

test('没登录、没有消息：说清楚以后这里有什么', async () => {
  const stranger = await portal.open(PHONE, { place: YOUYANG, address: '/#/pages/messages/index' });
  await stranger.sees('还没有给您的消息', '文件通知');
  await stranger.looksRight();
  const nobody = await portal.open(PHONE, { place: YOUYANG, address: LIST });
  await nobody.sees('要先登录');
  const empty = await portal.open(PHONE, { place: YOUYANG, session, address: LIST });
  await empty.sees('还没有给您的消息', '去看能办什么');
  await empty.looksRight();
});
