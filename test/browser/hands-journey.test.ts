/** Day labour from end to end on three phones, wanted by a private person; a public-welfare post, from looking to leaving. */
import path from 'node:path';
import { seedHands } from '@/cloud/demo/hands';
import type { SignedIn } from '@/contract/session';
import { unknownNumber } from '../api/resident';
import { book } from '../book';
import { TODAY } from './clock';
import { YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
const page = (at: string, query = '') => `/#/packages/${at}/index${query}`;

beforeEach(async () => {
  const { store } = portal.floor.services;
  await store.pool.query(
    `truncate rate_limit, hands_gathering, hands_member, hands_record, public_post, post_holder;
     delete from job_posting where source = 'hands'`,
  );
  await seedHands(portal.floor.services, book, new Date(`${TODAY}T09:00:00+08:00`));
});

let at = 0;
/** PICTURES names a folder: every screen of the journey, to be looked at. */
async function looked(visit: Visit, name: string): Promise<void> {
  await visit.looksRight();
  const folder = process.env.PICTURES;
  if (!folder) return;
  const { width, height } = visit.page.viewportSize() ?? { width: 0, height: 0 };
  const scale = await visit.page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--k'),
  );
  const file = `${width}x${height}@${scale.trim() || 1}-${String(++at).padStart(3, '0')}-${name}.png`;
  await visit.page.screenshot({ path: path.join(folder, file), fullPage: true });
}

let phones = 0;
async function somebody(): Promise<SignedIn> {
  const phone = `1390011${String(++phones).padStart(4, '0')}`;
  const { demo_code: code } = await portal.call('session.send_code', { phone });
  return portal.call('session.phone', { phone, code: code ?? '' });
}

onEveryPhone('a private person wants hands; joined, full, here, agreed, genuine', async (phone) => {
  const boss = await portal.open(phone, {
    place: YOUYANG,
    session: await somebody(),
    address: page('hands/organise'),
    // what may not be written is refused by the server
    expected: /status of 400/,
  });
  await boss.sees(/要用手机号登录过/, /个人同时最多3个活/);
  await looked(boss, 'organise');
  for (const [label, value] of [
    ['干什么活', '样例搬砖'],
    ['哪个乡镇', '样例板溪镇'],
    ['在哪里集合', '样例村口'],
    ['几点开工', '09:50'],
    ['几点收工', '17:30'],
    ['要几个人', '1'],
    ['工钱给多少（元）', '200'],
    ['什么时候给钱', '当天干完给现金'],
    ['怎么去（可以不写）', '先交押金100元'],
    ['您的名字', '样例大山'],
  ] as const)
    await boss.fills(label, value);
  await boss.page.getByLabel('哪一天').first().fill(TODAY);
  await boss.tap('发布');
  await boss.sees(/写了“先交押金100元”/);
  await looked(boss, 'organise-held');
  await boss.fills('怎么去（可以不写）', '村口下车');
  await boss.tap('发布');
  await boss.sees('发布了');
  await looked(boss, 'organise-done');
  await boss.tap('看名单');
  await boss.sees('样例搬砖，每天200元', '还没有人报名', '个人发布，未经核实');
  await looked(boss, 'boss-empty');
  const id = new URL(boss.page.url().replace('#/', '')).searchParams.get('id') ?? '';
  const address = page('hands/gathering', `?id=${id}`);

  const worker = await portal.open(phone, { place: YOUYANG, session: await somebody(), address });
  await worker.sees('个人发布，未经核实', /不要先交钱/);
  await looked(worker, 'worker-first');
  await worker.tap('我要报名');
  await worker.fills('姓名', '样例来人');
  await looked(worker, 'worker-name');
  await worker.tap('就这样报名');
  await worker.sees('报上了');
  await looked(worker, 'worker-joined');

  const late = await portal.open(phone, { place: YOUYANG, session: await somebody(), address });
  await late.sees('满了，可以排队', '排队等位子');
  await late.tap('排队等位子');
  await late.fills('姓名', '样例排队');
  await late.tap('就这样报名');
  await late.sees('您排在第一个，有人退出就自动补上，会通知您。');
  await looked(late, 'late-waiting');

  await boss.page.reload();
  await boss.tap('显示签到的数字');
  await boss.sees(/^\d{6}$/, '排第1');
  await looked(boss, 'boss-code');
  const code = (
    await boss
      .text(/^\d{6}$/)
      .first()
      .innerText()
  ).trim();
  await worker.page.reload();
  await worker.fills('六位数字', code);
  await worker.tap(/^签到$/);
  await worker.sees(/签到时间/);
  await looked(worker, 'worker-came');
  await worker.tap('看工钱记录');
  await worker.sees('每天200元');
  await worker.tap('就是这样');
  await worker.sees('您点过了，等对方点');
  await looked(worker, 'record-mine');
  await boss.page.reload();
  await boss.tap(/，记工钱$/);
  await boss.tap('就是这样');
  await boss.sees('两边都点过了，记好了', /GQ\d{8}-\d{6}/);
  await looked(boss, 'record-agreed');
  await worker.page.goto(`${portal.url}${page('hands/mine')}`);
  await worker.sees('样例搬砖', /工钱记好了/);
  await looked(worker, 'worker-mine');
  await worker.page.goto(`${portal.url}${page('hands/record')}`);
  await worker.sees('核对工钱记录');
  await looked(worker, 'record-check');
  await worker.page.goto(`${portal.url}${page('jobs/posting', `?id=${id}`)}`);
  await worker.sees('个人发布，未经核实');
  await looked(worker, 'posting');
});

onEveryPhone('posts by village, applying, held, its end, leaving', async (phone) => {
  const session = await portal.signIn('cross-region');
  const me = await portal.open(phone, { place: YOUYANG, session, address: page('posts/village') });
  await me.sees('样例护路员', '谁在岗');
  await looked(me, 'posts');
  const clerk = await portal.open(phone, {
    session: await portal.signIn('village-youyang'),
    address: page('desk/posts'),
  });
  await clerk.tap('写一个岗位');
  await clerk.fills('岗位叫什么', '样例保洁员');
  await looked(clerk, 'desk-new');
  await clerk.tap('写好了');
  await clerk.sees('样例保洁员');
  await looked(clerk, 'desk');
  await clerk.tap('样例保洁员，从台账带出在岗的人');
  await clerk.sees('台账上写着在公益性岗位上、这里还没有的人');
  await looked(clerk, 'desk-register');
  await clerk.page.keyboard.press('Escape');
  await clerk.tap('样例保洁员，写一个人');
  await clerk.fills('姓名', '样例在岗人');
  // a village enters nobody without a number
  await clerk.page.getByLabel(/^身份证号/).fill(unknownNumber());
  await clerk.page.getByLabel('合同到哪天').fill('2027-11-20');
  await looked(clerk, 'desk-hold');
  await clerk.tap('写好了');
  await clerk.sees('样例在岗人', '没有和台账对上，请核对证件号。');
  await looked(clerk, 'desk-held');
  await clerk.tap('样例在岗人，记退岗');
  await clerk.fills('为什么退岗', '样例外出务工');
  await looked(clerk, 'desk-end');
  await clerk.tap('写好了');
  await clerk.sees(/样例村村民委员会，.*记的。原因：样例外出务工/);
  await looked(clerk, 'desk-ended');
  await me.tap('我要退岗、转岗');
  await me.sees(/退岗/);
  await looked(me, 'leave');
});
