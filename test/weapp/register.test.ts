/** @jest-environment-options {"customExportConditions": ["node"]} */
/** What the register says comes by itself; what is wrong is disputed; what is refused is not read. */
import './node-globals';
import type { SignedIn } from '@/contract/session';
import { phoneOf, withPeople } from './people';
import { closeAll, keep, keptBy, openApp } from './phone';
import type { Simulator } from './simulator';

const people = withPeople();
afterEach(closeAll);

const FACTS = '/packages/family/facts/index';
const CHECK = '/packages/benefits/check/index';
const ONE = (fact: string) => `${CHECK}?fact=${fact}`;
const DETAIL = '/packages/benefits/detail/index?id=cq-yulu-plus';
const CONSENTS = '/packages/privacy/consents/index';
const HOUSEHOLD = '/packages/family/household/index';

const open = async (session: SignedIn, url?: string, answers: object = {}): Promise<Simulator> => {
  const storage = phoneOf(session);
  if (Object.keys(answers).length > 0)
    keep(storage, 'answers', { facts: answers, skipped: [], history: Object.keys(answers) });
  const app = await openApp({ network: people.network(), storage, ...(url && { url }) });
  await app.until(() => app.text.length > 20, 'the page');
  return app;
};

/** Chooses, and waits until it is chosen. */
async function pick(app: Simulator, name: string): Promise<void> {
  await app.tap(name);
  await app.until(() => app.isOn(name), `“${name}” chosen`);
}

/** How many questions the interview says are left. */
async function questionsIn(app: Simulator): Promise<number> {
  await app.visit(CHECK);
  const found = await app.until(() => /第 1 题 \/ 约 (\d+) 题/.exec(app.text)?.[1], 'the first question');
  return Number(found);
}

test('台账答得了的不再问：题少了，第一题也不是“名单在哪里”', async () => {
  const storage = new Map<string, string>();
  keep(storage, 'place', { region: '500000', unit: '500242' });
  const stranger = await openApp({ network: people.network(), storage });
  const before = await questionsIn(stranger);
  expect(stranger.text).toContain('你家的帮扶名单在哪里？');
  stranger.close();

  const app = await open(await people.signIn('parent'));
  await app.see('你现在符合');
  // its door opens posts, not policies: none are counted on it
  expect(app.text).toContain('岗位附近有什么活');
  const after = await questionsIn(app);
  expect(after).toBeLessThan(before - 2);
  expect(app.text).not.toMatch(/你家的帮扶名单在哪里|下面哪个名单上/);
});

test('每一条都写明部门和日期；台账的东西一点也不留在手机里', async () => {
  const app = await open(await people.signIn('parent'), FACTS);
  await app.see('1983年12月1日', '样例农业农村部门 2026-10-31', '酉阳土家族苗族自治县');
  await app.visit(DETAIL);
  await app.see('家里有人在职业院校读书', '样例农业农村部门 2026-10-31', '台账写得对不对？');
  const stored = [...app.storage.entries()].filter(([key]) => !/document|pack|regions|services/.test(key));
  expect(JSON.stringify(stored)).not.toMatch(/1983|vocational_student|2026-10-31/);
});

describe('这不对', () => {
  test('本人说了算的：两个都写出来，先按本人说的；已请更正', async () => {
    const session = await people.signIn('cross-region');
    const app = await open(session, FACTS);
    await app.tap('这不对：目前在就业');
    await app.see('台账写的是', '先按您说的算');
    await app.tap('请更正');
    await app.see('请选一个，或者写清楚应该是什么');
    await pick(app, '不是');
    await app.tap('请更正');
    await app.see(
      '已经请办事部门更正',
      '您自己说的',
      '台账写的是：是（样例农业农村部门 2026-10-31）',
      '已请更正',
    );
    expect(app.controls('这不对：目前在就业')).toHaveLength(0);
    await app.visit('/packages/privacy/requests/index');
    await app.see('请更正登记', '等答复', '要更正的：目前在就业', '本人说是：否');
    const office = await people.signIn('staff-youyang');
    const [mine] = (await people.call('requests.list', {}, office)).filter(
      ({ kind }) => kind === 'correction',
    );
    await people.call('requests.answer', { id: mine?.id ?? '', outcome: 'done', answer: '已经改了' }, office);
    app.tell('onPullDownRefresh');
    await app.see('办好了', '已经改了');
  });

  test('只有台账说了算的：照台账算，本人说的写在旁边', async () => {
    const app = await open(await people.signIn('continued'), FACTS);
    await app.tap('这不对：继续帮扶对象（是或曾是）');
    await app.see('答复以前照台账算');
    await pick(app, '不是');
    await app.tap('请更正');
    await app.see('已经请办事部门更正', '您说的是：不是', '已请更正');
    await app.visit('/pages/home/index');
    await app.see('你现在符合');
  });
});

test('自己答的和台账不一样：本人能说的按本人，问那一题时也说台账怎么写', async () => {
  const app = await open(await people.signIn('parent'), FACTS, { employment_will: false, fpzp: false });
  await app.see('台账写的是：想（样例农业农村部门 2026-10-31）', '您说的是：');
  await app.visit(ONE('employment_will'));
  await app.see('台账写的是“想”', '先按您答的算');
  await app.visit(ONE('fpzp'));
  await app.see('这一条以台账为准');
});

describe('同意', () => {
  test('没有同意的不读，说缺哪一样，去看说明，同意了就有；撤回马上没有', async () => {
    const session = await people.signIn('pension');
    await people.call('consent.withdraw', { kind: 'health' }, session);
    const app = await open(session, FACTS);
    await app.see('没有读取和健康有关的登记');
    expect(app.text).not.toContain('重度残疾人');
    await app.tap('看说明：读取和健康有关的登记');
    await app.at('privacy/consents');
    await app.see('是不是重度残疾，是不是因病或照顾家人在家。', '说明第 1 版');
    await app.tap('同意');
    await app.see('同意的话，请先在上面打勾');
    await pick(app, '我看明白了，同意');
    await app.tap('同意');
    await app.see('已经同意');
    await app.back();
    await app.see('重度残疾人');
    await app.unsee('没有读取和健康有关的登记');
    await app.visit(CONSENTS);
    await app.tap('读取和健康有关的登记');
    await app.tap('撤回同意：读取和健康有关的登记');
    await app.see('撤回以后马上不再读取');
    await app.tap('撤回');
    await app.see('已经撤回，马上生效');
    await app.visit(FACTS);
    await app.see('没有读取和健康有关的登记');
    expect(app.text).not.toContain('重度残疾人');
  });

  test('撤回身份：台账的东西马上从画面上没有了', async () => {
    const session = await people.signIn('exited');
    const app = await open(session, FACTS);
    await app.see('1979年11月20日');
    await app.visit(CONSENTS);
    await app.tap('用姓名和身份证号找到我的台账');
    await app.tap('撤回同意：用姓名和身份证号找到我的台账');
    await app.tap('撤回');
    await app.see('已经撤回');
    await app.visit(FACTS);
    await app.see('还没有核对身份');
    expect(app.text).not.toContain('1979');
    await app.visit('/pages/home/index');
    await app.see('看看我能享受什么');
  });
});

test('家人：未成年的由监护人看，按台账算；不公开的说不公开', async () => {
  const parent = await open(await people.signIn('parent'), HOUSEHOLD);
  await parent.see('样例周学生', '未成年', '样例周奶奶');
  await parent.tap('样例周学生');
  await parent.at('family/member');
  await parent.see('样例周学生能享受什么', '雨露计划+', '待补信息');
  expect(parent.text).not.toContain('接着答');
  await parent.tap('雨露计划+');
  await parent.at('benefits/detail');
  await parent.see('这是样例周学生的，照台账算的', '你在范围内');
  expect(parent.controls('去回答')).toHaveLength(0);

  const hidden = await people.signIn('hidden');
  await people.call('household.hide', { hidden: true }, hidden);
  const other = await open(await people.signIn('cross-region'), HOUSEHOLD);
  await other.tap('样例郑不公开');
  await other.see('这位家人没有公开自己的情况', '看代办怎么办');
  await other.visit(HOUSEHOLD);
  await other.tap('对家人隐藏我的情况');
  await other.until(() => other.isOn('对家人隐藏我的情况'), 'hidden');
  const seen = await people.call('household.mine', {}, hidden);
  expect(seen.find(({ self }) => !self)?.details).toBe('hidden');
});

test('没有监护人的同意，说清楚要同意什么', async () => {
  const session = await people.signIn('parent');
  await people.call('consent.withdraw', { kind: 'minors' }, session);
  const app = await open(session, HOUSEHOLD);
  await app.tap('样例周学生');
  await app.see('要您先同意');
  await app.tap('去看说明');
  await app.see('台账里由您监护的未成年孩子的登记。');
  await pick(app, '我看明白了，同意');
  await app.tap('同意');
  await app.see('已经同意');
  await app.back();
  await app.back();
  await app.tap('样例周学生');
  await app.see('样例周学生能享受什么');
});

describe('自己的回答', () => {
  const SIGN_IN = '/packages/account/signin/index';
  const answers = { in_training: true };
  const phone = () => {
    const storage = new Map<string, string>();
    keep(storage, 'place', { region: '500000', unit: '500242' });
    keep(storage, 'answers', { facts: answers, skipped: [], history: ['in_training'] });
    return storage;
  };
  const signInAs = async (app: Simulator, name: string) => {
    await app.visit(SIGN_IN);
    await app.tap(name);
    await app.until(() => !app.page.route.includes('signin'), 'signed in');
    await app.visit('/pages/me/index');
    await app.see('已实名');
  };
  const signOut = async (app: Simulator) => {
    await app.tap('退出登录');
    await app.see('退出登录？');
    await app.tap('退出登录', '.ui-sheet');
    await app.see('登录后有您的帮扶码');
  };

  test('没登录时答的，跟着第一个登录的；换一个人登录，看不到，也不留', async () => {
    const app = await openApp({ network: people.network(), storage: phone() });
    await app.see('酉阳');
    await signInAs(app, '样例吴空白');
    await app.see('你正在参加技能培训吗？');
    await signOut(app);
    await signInAs(app, '样例吴空白');
    await app.see('你正在参加技能培训吗？');
    await signOut(app);
    await signInAs(app, '样例王脱贫');
    await app.see('还没有答过题');
    expect(JSON.stringify([...app.storage])).not.toContain('in_training');
    await signOut(app);
    await signInAs(app, '样例吴空白');
    await app.see('还没有答过题');
  });

  test('登录以后没连上就关掉：下次打开，先弄清是谁', async () => {
    const network = people.network();
    const app = await openApp({ network, storage: phone() });
    await app.see('酉阳');
    await signInAs(app, '样例吴空白');
    await signOut(app);
    await app.visit(SIGN_IN);
    await app.see('样例王脱贫');
    const other = await people.signIn('lifted-only');
    app.close();
    // the token came, the answer who it is did not
    const kept = keptBy(app.storage, 'answers') as object;
    keep(app.storage, 'answers', { ...kept, doubted: true });
    keep(app.storage, 'session', { token: other.token, expiresAt: other.expires_at, acting: null });
    network.up = false;
    const offline = await openApp({ network, storage: app.storage, url: '/pages/me/index' });
    await offline.see('还没有答过题');
    offline.close();
    network.up = true;
    const again = await openApp({ network, storage: app.storage, url: '/pages/me/index' });
    await again.see('已实名', '还没有答过题');
    expect(JSON.stringify([...again.storage])).not.toContain('in_training');
  });

  test('存到服务器：同意了才存，换一部手机也在，关掉就删', async () => {
    const session = await people.signIn('yongxiu-post');
    const app = await open(session, '/pages/me/index', answers);
    await app.see('没有开，只存在这台手机上');
    expect((await people.call('facts.saved', {}, session)).saved_at).toBeNull();
    await app.tap('存到服务器（换手机也在）');
    await app.see('换手机以后不用再答一遍。');
    await app.tap('同意，存上');
    await app.see('同意的话，请先打勾');
    await pick(app, '我看明白了，同意');
    await app.tap('同意，存上');
    await app.see('已经存好', '也按您的同意加密存到服务器');
    expect((await people.call('facts.saved', {}, session)).facts).toEqual(answers);
    await app.visit(ONE('returning'));
    await pick(app, '是');
    for (let tries = 0; tries < 100; tries++) {
      if ('returning' in (await people.call('facts.saved', {}, session)).facts) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await people.call('facts.saved', {}, session)).facts).toEqual({ ...answers, returning: true });
    app.close();

    const fresh = await open(session, '/pages/me/index');
    await fresh.see('你正在参加技能培训吗？', '已经存好');
    await fresh.tap('存到服务器（换手机也在）');
    await fresh.see('不再存到服务器？');
    await fresh.tap('删掉');
    await fresh.see('没有开，只存在这台手机上', '你正在参加技能培训吗？');
    expect((await people.call('facts.saved', {}, session)).saved_at).toBeNull();
  });
});
