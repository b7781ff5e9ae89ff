/** Day labour on two phones: joined, the wage agreed on both, kept as a proof; posts of the villages, and their desk. */
import { randomUUID } from 'node:crypto';
import { seedHands } from '@/cloud/demo/hands';
import { newGathering } from '../api/hands';
import { book } from '../book';
import { TODAY } from './clock';
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal({ people: true });
const page = (path: string, query = '') => `/#/packages/${path}/index${query}`;

beforeEach(async () => {
  const { store } = portal.floor.services;
  await store.pool.query(
    `truncate rate_limit, hands_gathering, hands_member, hands_record, public_post, post_holder;
     delete from job_posting where source = 'hands'`,
  );
  await seedHands(portal.floor.services, book, new Date(`${TODAY}T09:00:00+08:00`));
});

const dayOf = (days: number) =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

onEveryPhone('one gathering, joined, the wage on both phones', async (phone) => {
  const { id } = await newGathering(portal.floor, {
    day: dayOf(3),
    people: 2,
  });
  const session = await portal.signIn('continued');
  const visit = await portal.open(phone, {
    place: YOUYANG,
    session,
    address: page('hands/gathering', `?id=${id}`),
  });
  await visit.sees('样例摘辣椒，每天150元', '还要2人', '当天干完给现金');
  await visit.looksRight();
  await visit.tap('我要报名');
  await visit.sees('报上了', '看工钱记录', '我不去了');
  await visit.looksRight();
  await visit.tap('看工钱记录');
  await visit.sees('每天150元', '谁请人干活', '还没有点');
  await visit.looksRight();
  await visit.tap('不对，改一改');
  await visit.page.getByLabel('给多少（元）').fill('160');
  await visit.looksRight();
  await visit.tap('改成这样');
  await visit.sees('每天160元', '干活的改过，请再看一遍。');
  await visit.tap('就是这样');
  await visit.sees('您点过了，等对方点');
  const staff = await portal.signIn('staff-youyang');
  const desk = await portal.open(phone, {
    place: YOUYANG,
    session: staff,
    address: page('hands/gathering', `?id=${id}`),
  });
  await desk.sees('来了0人，一共1人', '等您点“就是这样”', '取消这个活');
  await desk.looksRight();
  await desk.tap(/，记工钱$/);
  await desk.sees('每天160元', '对方点过了，等您点');
  await desk.tap('就是这样');
  await desk.sees('两边都点过了，约好了', /不证明去干了活/, /GQ\d{8}-\d{6}/);
  await desk.looksRight();
});

test('kept as a proof and as a job; unpaid: the complaint knows employer and pay', async () => {
  const { id } = await newGathering(portal.floor, { day: TODAY, from: '09:50', to: '17:30' });
  const session = await portal.signIn('continued');
  const { mine } = await portal.call(
    'hands.join',
    { id: randomUUID(), gathering: id, name: '样例来人' },
    session,
  );
  const record = mine?.id as string;
  const staff = await portal.signIn('staff-youyang');
  for (const who of [session, staff])
    await portal.call('hands.tap', { id: randomUUID(), record, about: 0 }, who);
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session,
    address: page('hands/agreement', `?id=${record}`),
  });
  // nobody has come yet: it is what was agreed, and no more
  await visit.sees('两边都点过了，约好了', '还没有开工，没有签到', /不证明去干了活/);
  await visit.tap('存进证据柜');
  await visit.sees(/签到了、干了活，再来存一次/);
  const tick = {
    id: randomUUID(),
    gathering: id,
    member: record,
    at: new Date(`${TODAY}T09:00:00+08:00`).toISOString(),
  };
  await portal.call('hands.mark', tick, staff);
  await visit.page.reload();
  await visit.sees('两边都点过了，记好了', /签到，请人的点了名/);
  await visit.tap('存进证据柜和记工本');
  await visit.sees(/存好了/);
  await visit.tap('没给钱？帮我讨薪');
  await visit.sees(/题/);
  await visit.page.goto(`${portal.url}${page('rights/locker')}`);
  await visit.sees(/工钱记录-GQ/);
  await visit.page.goto(`${portal.url}${page('rights/diary')}`);
  await visit.sees(/样例摘辣椒/);
});

onEveryPhone('hands are wanted; the form says what is missing', async (phone) => {
  const session = await portal.signIn('staff-youyang');
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('hands/organise') });
  await visit.sees('说清楚：干什么、在哪里、哪天、多少工钱');
  await visit.looksRight();
  await visit.tap('发布');
  await visit.sees('请写给多少工钱，要比0大', '请选哪一天');
  await visit.looksRight();
});

onEveryPhone('mine, and the posts of the villages', async (phone) => {
  const session = await portal.signIn('continued');
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('hands/mine') });
  await visit.sees('样例摘辣椒', '我要找人干活');
  await visit.looksRight();
  await visit.page.goto(`${portal.url}${page('posts/village')}`);
  await visit.sees('样例护路员', '样例敬老协管员', '谁在岗', '我要退岗、转岗');
  await visit.looksRight();
});

onEveryPhone('the desk of the posts: entered, held, flagged', async (phone) => {
  const session = await portal.signIn('staff-yongxiu');
  const visit = await portal.open(phone, { session, address: page('desk/posts') });
  await visit.sees('样例保洁员', /合同超过12个月/, /每次签订期限不超过1年/);
  await visit.looksRight();
  await visit.tap('写一个岗位');
  await visit.sees('岗位叫什么');
  await visit.looksRight();
});
