/** My work: the card, applying in two taps, an interview, going to work and leaving it unpaid. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { unit, unitMember, workApplication } from '@/cloud/store/schema';
import type { SignedIn } from '@/contract/session';
import { newPosting } from '../api/postings';
import { PHONE, YONGXIU, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';

const portal = openPortal({ people: true });
const page = (path: string, query = '') => `/#/packages/work/${path}/index${query}`;
/** refused on purpose */
const REFUSED = /status of (4\d\d|503)/;

const POSTED = { postedAt: new Date('2026-11-20T01:00:00Z'), openUntil: '2026-12-31' };

/** Somebody who has posted work for a unit. */
async function employer(): Promise<{ session: SignedIn; posting: string }> {
  const { store } = portal.floor.services;
  const phone = `1350000${String(Math.floor(Math.random() * 9000) + 1000)}`;
  const { demo_code: code } = await portal.call('session.send_code', { phone });
  const session = await portal.call('session.phone', { phone, code: code ?? '', device: '样例' });
  const { account } = await portal.call('session.me', {}, session);
  const id = randomUUID();
  const content = JSON.stringify({ name: '样例服装厂', credit_code: id });
  await store.db.insert(unit).values({
    id,
    codeHash: store.cipher.blind('credit_code', id),
    contentEnc: store.cipher.seal('unit.content', id, content),
    county: '500242',
  });
  await store.db.insert(unitMember).values({ unitId: id, accountId: account, since: new Date() });
  const words = { phone: '023-75550000' };
  return { session, posting: await newPosting(portal.floor, { ...POSTED, unitId: id, words }) };
}

beforeEach(async () => {
  const { pool } = portal.floor.services.store;
  await pool.query('truncate rate_limit, work_card, work_search, work_notice, work_application, work_spell');
  // a number given before would be known
  await pool.query('truncate service_case, case_event');
});

onEveryPhone('the card, kept with every tap', async (phone) => {
  const session = await portal.signIn('continued');
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('card') });
  await visit.sees('您会什么，想干什么', '我会的', '我想找的', '这些只用来帮您找活，不发给单位。');
  await visit.looksRight();
  await visit.tap('缝纫');
  await visit.tap('开机器');
  await visit.fills('还会什么，用自己的话说', '会用电脑平缝机');
  await visit.fills('每月不少于多少元', '十');
  await visit.sees('请写数字，1到100万之间');
  await visit.fills('每月不少于多少元', '3000');
  await visit.tap('马上能上班');
  await visit.sees('存好了');
  await visit.looksRight();
  const { card } = await portal.call('work.card', {}, session);
  expect(card).toMatchObject({ skills: ['sewing', 'machine'], words: '会用电脑平缝机' });
  expect(card?.wishes).toMatchObject({ pay_from: 300_000, start: 'now' });
  // thrown away in two taps, here and on the phone
  await visit.tap('删掉这张名片');
  await visit.sees('删掉这张名片吗？', '先不删');
  await visit.looksRight();
  await visit.page.getByRole('dialog').getByText('删掉', { exact: true }).click();
  await visit.sees('删掉了');
  await visit.looksRight();
  expect((await portal.call('work.card', {}, session)).card).toBeNull();
  expect(await visit.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(
    '会用电脑平缝机',
  );
});

onEveryPhone('applied in two taps, invited, taken on, at work, left unpaid', async (phone) => {
  const me = await portal.signIn('cross-region');
  const boss = await employer();
  await portal.call(
    'work.save_card',
    {
      rev: 0,
      card: {
        skills: ['sewing'],
        words: '会用电脑平缝机',
        wishes: {
          kinds: [],
          pay_from: null,
          reach: null,
          shifts: [],
          board: false,
          lodging: false,
          start: 'now',
        },
      },
    },
    me,
  );
  const visit = await portal.open(phone, {
    place: YOUYANG,
    session: me,
    address: page('apply', `?posting=${boss.posting}`),
  });
  await visit.sees('样例缝纫工', '样例服装厂看得到', '会的：缝纫', '能上班：马上能上班', '单位看不到');
  await visit.looksRight();
  await visit.tap('同意发给单位，提交');
  await visit.sees('请写一个打得通的手机号');
  await visit.fills('电话', '13800001111');
  await visit.looksRight();
  await visit.tap('同意发给单位，提交');
  await visit.sees('名片发给招人的单位了');
  await visit.looksRight();
  const [row] = await portal.floor.services.store.db
    .select()
    .from(workApplication)
    .where(eq(workApplication.postingId, boss.posting));
  const id = row?.id as string;
  const answer = (version: number, body: object) =>
    portal.call('work.answer', { id, version, event: randomUUID(), ...body } as never, boss.session);
  await answer(1, { answer: 'interview', on: '2026-11-25', time: '09:30', place: '样例路1号' });

  const mine = await portal.open(phone, { place: YOUYANG, session: me, address: page('mine') });
  await mine.sees(
    '还没有记着您在哪里上班',
    '要去的面试',
    '叫您去面试',
    /11月25日（周三）09:30/,
    '地点：样例路1号',
  );
  await mine.looksRight();
  const saved = mine.page.waitForEvent('download');
  await mine.tap('记到日历里');
  expect((await saved).suggestedFilename()).toBe('面试-2026-11-25.ics');
  await mine.sees('存好了，在下载的文件里');

  await answer(3, { answer: 'taken', text: '周一来报到' });
  const hired = await portal.open(phone, {
    place: YOUYANG,
    session: me,
    address: page('job', `?case=${id}`),
  });
  await hired.sees('在哪个单位、跟谁干', '怎么干的', '哪天开始上班');
  await hired.looksRight();
  await hired.tap('记下来');
  await hired.sees('请选在哪里', '请选哪天开始的');
  await hired.tap('外省');
  await hired.page.getByLabel('哪天开始上班').fill('2026-08-01');
  await hired.tap('记下来');
  await hired.sees('一天之内说错了，回“我的活”可以撤回。', '跨区域交通补助');
  await hired.looksRight();
  await hired.tap('回我的活');
  await hired.sees('样例服装厂', /8月1日（周六）开始/);
  await hired.tap('我不干了');
  await hired.tap('没有结清');
  await hired.looksRight();
  await hired.tap('记下来');
  await hired.sees('工钱没结清，可以讨');
  await hired.looksRight();
  await hired.tap(/^工钱没结清/);
  await hired.isOn('讨薪');
  // the employer and the days are in the complaint already
  await hired.sees('接着上次的写', /已经答了 \d 项，都留在手机上/);
  const forms = await hired.page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(forms).toContain('left_on');
  expect(forms).toMatch(/employer_name[^}]*样例服装厂/);
});

onEveryPhone(
  'the desk finds the posting untrue: the applicant’s pages say so first, and no longer invite',
  async (phone) => {
    const me = await portal.signIn('cross-region');
    const staff = await portal.signIn('staff-youyang');
    const { posting, session } = await employer();
    const answers = { posting, county: '500242', name: '样例张跨区', phone: '13800001111' };
    const form = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
    const { id } = await portal.call('cases.file', { ...form, agreed: true } as never, me);
    const set = { on: '2026-11-25', time: '09:30', place: '样例宾馆305', answer: 'interview' };
    await portal.call('work.answer', { id, version: 1, event: randomUUID(), ...set } as never, session);
    const invited = await portal.open(phone, { place: YOUYANG, session: me, address: page('mine') });
    await invited.sees('地点：样例宾馆305', /面试不收钱、不押证件/);
    await invited.looksRight();
    const act = async (body: object) => {
      const { version } = (await portal.call('postings.own', { id: posting }, staff)).posting;
      await portal.call('postings.act', { id: posting, version, reason: '样例', ...body } as never, staff);
    };
    await act({ action: 'hide' });
    const mine = await portal.open(phone, { place: YOUYANG, session: me, address: page('mine') });
    await mine.sees('区县正在核实', /先不要去，不要交钱，不要交身份证/);
    await mine.seesNot('样例宾馆305');
    await mine.looksRight();
    await mine.tap(/^应聘时招工上写的/);
    await mine.sees('每月3000元');
    await mine.looksRight();
    const of = await portal.open(phone, {
      place: YOUYANG,
      session: me,
      address: `/#/packages/cases/case/index?id=${id}`,
    });
    await of.sees('区县正在核实');
    await of.looksRight();
  },
);

onEveryPhone('an application speaks of the employer, and of no office', async (phone) => {
  const me = await portal.signIn('cross-region');
  const boss = await employer();
  const answers = { posting: boss.posting, county: '500242', name: '样例张跨区', phone: '13800001111' };
  const form = { id: randomUUID(), service: 'job-apply', service_version: 1, answers, files: [] };
  const { id } = await portal.call('cases.file', { ...form, agreed: true } as never, me);
  const address = `/#/packages/cases/case/index?id=${id}`;
  const visit = await portal.open(phone, { place: YOUYANG, session: me, address });
  await visit.sees(
    '应聘：样例缝纫工',
    '发给单位了',
    '等单位看',
    '结果',
    '名片发给了谁',
    '样例服装厂',
    '023-75550000',
  );
  await visit.sees('打单位电话', '单位不答复，打12333问', '发出去的名片', '还能做的');
  for (const office of ['问经办人', '谁在办', '看材料', '您交的内容', /人力资源和社会保障局/])
    expect(await visit.text(office).count()).toBe(0);
  await visit.looksRight();
  await portal.call('work.answer', { id, version: 1, event: randomUUID(), answer: 'seen' }, boss.session);
  const seen = await portal.open(phone, { place: YOUYANG, session: me, address });
  await seen.sees('单位看过了');
  await seen.page.locator('.ui-bar').getByRole('button', { name: '撤回' }).tap();
  await seen.sees('不去应聘了？', /单位就看不到您的名片和电话了/, '再想想');
  await seen.looksRight();
  await seen.page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).tap();
  await seen.sees('已撤回', '没有等到');
  await seen.seesNot('023-75550000');
  await seen.looksRight();
  const list = await portal.open(phone, {
    place: YOUYANG,
    session: me,
    address: '/#/packages/cases/list/index',
  });
  await list.sees('应聘：样例缝纫工', '已撤回');
  await list.looksRight();
});

test('three months in another province in Yongxiu: the subsidy has ended, and that is said', async () => {
  const me = await portal.signIn('yongxiu-migrant');
  const known = {};
  const begun = { form: 'unit', where: 'other_province', on: '2026-08-01' } as const;
  await portal.call('work.start', { id: randomUUID(), employer: '样例电子厂', ...begun, known }, me);
  const visit = await portal.open(PHONE, { place: YONGXIU, session: me, address: page('mine') });
  await visit.sees('样例电子厂', '外出务工交通补助', '已到期');
  await visit.looksRight();
  await visit.tap('刚才说错了，撤回');
  await visit.sees('撤回了，和原来一样', '还没有记着您在哪里上班');
});

test('a posting that is over, applied for before, or not there: each its sentence and a way on', async () => {
  const me = await portal.signIn('continued');
  const { posting, session } = await employer();
  const gone = await newPosting(portal.floor, { ...POSTED, state: 'closed', reason: '样例招满了' });
  const ended = await portal.open(PHONE, {
    place: YOUYANG,
    session: me,
    address: page('apply', `?posting=${gone}`),
  });
  await ended.sees('这个岗位不能应聘了', '看看附近同样的活');
  await ended.looksRight();
  const none = await portal.open(PHONE, {
    place: YOUYANG,
    session: me,
    address: page('apply', `?posting=${randomUUID()}`),
    expected: REFUSED,
  });
  await none.sees('没有这个岗位');
  const visit = await portal.open(PHONE, {
    place: YOUYANG,
    session: me,
    address: page('apply', `?posting=${posting}`),
  });
  await visit.fills('电话', '13800001111');
  await visit.tap('同意发给单位，提交');
  await visit.sees('名片发给招人的单位了');
  const again = await portal.open(PHONE, {
    place: YOUYANG,
    session: me,
    address: page('apply', `?posting=${posting}`),
  });
  await again.sees('您已经应聘过这个岗位', '看这件事');
  await again.looksRight();
  const { applicants } = await portal.call('work.applicants', { posting }, session);
  expect(applicants).toHaveLength(1);
});

onEveryPhone('saved from the card, told once a week, ended with one tap', async (phone) => {
  const me = await portal.signIn('continued');
  const wishes = {
    kinds: [],
    pay_from: 300_000,
    reach: null,
    shifts: [],
    board: true,
    lodging: false,
    start: null,
  };
  await portal.call('work.save_card', { rev: 0, card: { skills: ['sewing'], words: '', wishes } }, me);
  const visit = await portal.open(phone, { place: YOUYANG, session: me, address: page('searches') });
  await visit.sees('还没有存', '一周最多一条消息，不打电话。一点就关。');
  await visit.looksRight();
  await visit.tap('按名片上想找的存一个');
  await visit.sees('存好了', /附近 · 缝纫 · 每月3000元以上 · 包吃/, '存了1个，最多10个');
  await visit.looksRight();
  await visit.page.locator('label.ui-check', { hasText: '有新的活告诉我' }).tap();
  await visit.until(
    async () => !(await portal.call('work.searches', {}, me)).told,
    'the messages are not switched off',
  );
  await visit.tap(/^不找了/);
  await visit.sees('还没有存');
});
