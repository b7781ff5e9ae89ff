/** Training: found, enrolled in two taps, moved up, signed in without a signal; published and called off at the desk. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { seedTraining } from '@/cloud/demo/training';
import { trainingEnrolment, trainingSession } from '@/cloud/store/schema';
import { momentOf } from '@/domain/training';
import { newSession } from '../api/training';
import { TODAY } from './clock';
import { PHONE, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal({ people: true });
const page = (path: string, query = '') => `/#/packages/${path}/index${query}`;
/** refused on purpose, or away on purpose */
const REFUSED = /status of (4\d\d|503)/;

beforeEach(async () => {
  const { store } = portal.floor.services;
  await store.pool.query('truncate rate_limit, training_session, training_enrolment, training_mark');
  await seedTraining(portal.floor.services, new Date(`${TODAY}T09:00:00+08:00`));
});

const idOf = async (title: string): Promise<string> => {
  const { db } = portal.floor.services.store;
  const [row] = await db.select().from(trainingSession).where(eq(trainingSession.title, title));
  return row?.id as string;
};

onEveryPhone('list, chips, a session, two taps, mine, cancelled', async (phone) => {
  const session = await portal.signIn('continued');
  const visit = await portal.open(phone, {
    place: YOUYANG,
    session,
    address: page('training/list'),
  });
  await visit.sees('10个班可以看', '样例月嫂培训班', '样例苗绣工匠班', '文件怎么说', '技能培训优先');
  await visit.looksRight();
  await visit.tap('晚上上课');
  await visit.sees('2个班可以看');
  await visit.tap('晚上上课');
  await visit.tap('更多条件');
  await visit.sees('看这10个班');
  await visit.looksRight();
  await visit.page.getByLabel('想学什么').selectOption('housekeeping');
  await visit.sees('看这1个班');
  await visit.tap('看这1个班');
  await visit.sees('1个班可以看', '更多条件（选了1个）');
  await visit.tap(/^样例月嫂培训班/);
  await visit.sees(
    '还有40个名额',
    '能带孩子来，有人看',
    '满了以后，谁排在前面',
    /优先保障防止返贫致贫对象/,
    '渝人社规〔2026〕6号（十）',
  );
  await visit.looksRight();
  await visit.tap('我要报名');
  await visit.sees('已报上', '看我的培训');
  await visit.tap('看我的培训');
  await visit.sees('样例保洁培训班', '已结业', '下载结业凭证', /没有写培训期间发不发钱/);
  await visit.looksRight();
  await visit.tap('取消报名');
  await visit.sees('真的取消吗？');
  await visit.page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click();
  await visit.sees('已取消');
});

test('a full course: in the list, moved up, confirmed', async () => {
  const id = await idOf('样例苗绣工匠班');
  const me = await portal.signIn('continued');
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session: me,
    address: page('training/session', `?id=${id}`),
  });
  await visit.sees('满了，可以排队');
  await visit.tap('排队等名额');
  await visit.sees(/您排在第一个/, /按文件您排在前面/);
  const seated = await portal.signIn('exited');
  const [seat] = await portal.call('training.mine', {}, seated);
  await portal.call('training.cancel', { id: seat?.id as string }, seated);
  await visit.tap('看我的培训');
  await visit.sees('等您确认', /以前请确认，过了就给下一位/);
  await visit.looksRight();
  await visit.tap('我去，确认名额');
  await visit.sees('已报上');
});

test('somebody who is not in the register says a name; two at one hour are asked about; nobody chose a place', async () => {
  const strange = await portal.open(PHONE, { address: page('training/list') });
  await strange.sees('还没有选地方');
  const stranger = await portal.call('session.send_code', { phone: '13900007777' });
  const session = await portal.call('session.phone', {
    phone: '13900007777',
    code: stranger.demo_code ?? '',
    device: '样例',
  });
  const times = {
    startsOn: '2026-11-30',
    endsOn: '2026-12-02',
    startsAt: new Date(momentOf('2026-11-30', '09:00')),
  };
  const enrolUntil = new Date(momentOf('2026-11-29', '18:00'));
  const other = await newSession(portal.floor, { ...times, enrolUntil, title: '样例另一个班' });
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session,
    address: page('training/session', `?id=${await idOf('样例月嫂培训班')}`),
    expected: REFUSED,
  });
  await visit.tap('我要报名');
  await visit.sees('您叫什么名字？');
  await visit.looksRight();
  await visit.fills('姓名', '样例外来');
  await visit.tap('就这样报名');
  await visit.sees('已报上');
  const again = await portal.open(PHONE, {
    place: YOUYANG,
    session,
    address: page('training/session', `?id=${other}`),
    expected: REFUSED,
  });
  await again.tap('我要报名');
  await again.fills('姓名', '样例外来');
  await again.tap('就这样报名');
  await again.sees('时间撞上了', /您已经报了“样例月嫂培训班”/);
  await again.tap('先不报');
  await again.sees('我要报名');
});

onEveryPhone('published at the desk, called off, everybody sees others', async (phone) => {
  const officer = await portal.signIn('staff-youyang');
  const visit = await portal.open(phone, {
    place: YOUYANG,
    session: officer,
    address: page('desk/training'),
  });
  await visit.sees('样例月嫂培训班', '今年的数字');
  await visit.looksRight();
  await visit.tap('发布一个培训班');
  await visit.sees('这个班叫什么');
  await visit.tap('发布');
  await visit.sees('请写这个班的名字', '请写谁办的');
  await visit.looksRight();
  // the app is closed and opened again
  await visit.fills('这个班叫什么', '样例没写完的班');
  await visit.page.reload();
  await visit.sees('这个班叫什么');
  expect(await visit.page.getByLabel('这个班叫什么').filter({ visible: true }).inputValue()).toBe(
    '样例没写完的班',
  );
  const id = await idOf('样例月嫂培训班');
  const resident = await portal.signIn('continued');
  await portal.call('training.enrol', { id: randomUUID(), session: id, overlap: true }, resident);
  await portal.call('training.call_off', { id, reason: '老师病了' }, officer);
  const theirs = await portal.open(phone, {
    place: YOUYANG,
    session: resident,
    address: page('training/session', `?id=${id}`),
  });
  await theirs.sees('这个班取消了', '原因：老师病了', '附近同样的班');
  await theirs.looksRight();
});

test('the trainer ticks without a signal; it is sent once when there is one', async () => {
  const id = await newSession(portal.floor, {
    title: '样例今天的班',
    startsOn: TODAY,
    endsOn: TODAY,
    startsAt: new Date(momentOf(TODAY, '08:00')),
    enrolUntil: new Date(momentOf(TODAY, '08:00')),
    taken: 1,
  });
  const { db, cipher } = portal.floor.services.store;
  const enrolment = randomUUID();
  const content = JSON.stringify({ name: '样例学员甲', phone: null });
  await db.insert(trainingEnrolment).values({
    id: enrolment,
    sessionId: id,
    accountId: randomUUID(),
    whoId: randomUUID(),
    state: 'enrolled',
    rank: 1,
    enrolledAt: new Date(),
    contentEnc: cipher.seal('training_enrolment.content', enrolment, content),
  });
  const session = await portal.signIn('staff-youyang');
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session,
    address: page('training/attend', `?id=${id}`),
  });
  await visit.sees('样例学员甲', '名单：今天来了0人，一共1人', '签到');
  await visit.looksRight();
  await visit.cutNetwork();
  await visit.tap(/^样例学员甲，来了|^来了/);
  await visit.sees('1次签到还没有送到', '今天签过了');
  await visit.looksRight();
  await visit.restoreNetwork();
  await visit.until(
    async () => (await portal.call('training.roster', { id }, session)).people[0]?.days.length === 1,
    'the mark has not arrived',
  );
});
