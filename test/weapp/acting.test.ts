/** @jest-environment-options {"customExportConditions": ["node"]} */
/** 代办: two persons on one phone, one after the other; nothing of the one is there for the other. */
import './node-globals';
import type { SignedIn } from '@/contract/session';
import { Gate } from './gate';
import { phoneOf, withPeople } from './people';
import { closeAll, keptBy, NOW, openApp } from './phone';
import type { Simulator } from './simulator';

const people = withPeople();
afterEach(async () => {
  closeAll();
  await people.call('mandate.end', { id: mandate }, holder);
});

const HELPERS = '/packages/family/helpers/index';
const FACTS = '/packages/family/facts/index';
const HOUSEHOLD = '/packages/family/household/index';
const LIST = '/packages/benefits/list/index';
const CHECK = '/packages/benefits/check/index?fact=in_training';
const ME = '/pages/me/index';

/** Only hers: her name, her birthday, her family, the answer given for her. */
const OF_THE_HOLDER = /样例周|1983|儿子|母亲|in_training/;
const OF_THE_HELPER = /样例陈|1972|7月8日|post_contract/;
const until = `${Number(NOW.slice(0, 4)) + 1}-01-20`;

let holder: SignedIn;
let helper: SignedIn;
let mandate = '';

beforeEach(async () => {
  holder = await people.signIn('parent');
  helper = await people.signIn('continued');
  const { code } = await people.call(
    'mandate.offer',
    { services: ['benefits', 'requests'], until, label: '大儿子' },
    holder,
  );
  ({ id: mandate } = await people.call('mandate.accept', { code }, helper));
});

const kept = (app: Simulator) => [...app.storage.entries()].join('\n');

async function open(gate = new Gate(people.network())): Promise<Simulator> {
  const app = await openApp({ handlers: { request: gate.request }, storage: phoneOf(helper) });
  await app.see('酉阳');
  return app;
}

/** From the list of mandates, as one does it. */
async function act(app: Simulator): Promise<void> {
  await app.visit(HELPERS);
  await app.tap('替 样例** 办理');
  await app.at('pages/home');
  await app.see('正在替 样例** 办理');
  expect(app.routes).toEqual(['pages/home/index']);
}

/** Every page that shows something of a person. */
async function expectNothingOf(trace: RegExp, app: Simulator): Promise<void> {
  for (const url of [FACTS, HOUSEHOLD, LIST, ME, '/pages/home/index', '/pages/messages/index']) {
    await app.visit(url);
    await app.until(() => app.text.length > 20 && !app.text.includes('正在读'), 'the page');
    expect(app.text).not.toMatch(trace);
  }
  expect(kept(app)).not.toMatch(trace);
}

test('替人办的时候，看到的全是对方的；自己的一点也不露', async () => {
  const app = await open();
  await app.visit(FACTS);
  await app.see('1972年7月8日');
  await act(app);
  await expectNothingOf(OF_THE_HELPER, app);
  await app.visit(FACTS);
  await app.see('1983年12月1日', '正在替 样例** 办理');
  await app.visit(HOUSEHOLD);
  await app.see('儿子', '未成年', '正在替');
});

test('回到自己：对方的名字、情况、答案，画面、内存、手机里都没有', async () => {
  const app = await open();
  await act(app);
  await app.visit(FACTS);
  await app.see('1983年12月1日');
  await app.visit(HOUSEHOLD);
  await app.see('母亲');
  await app.visit(CHECK);
  await app.see('替别人答的不保存');
  await app.tap('是');
  await app.until(() => app.isOn('是'), 'the answer chosen');
  expect(kept(app)).not.toMatch(OF_THE_HOLDER);
  await app.tap('结束代办，回到我自己');
  await app.at('pages/home');
  expect(app.routes).toEqual(['pages/home/index']);
  await app.unsee('正在替');
  expect(app.text).not.toMatch(OF_THE_HOLDER);
  await expectNothingOf(OF_THE_HOLDER, app);
  expect(kept(app)).not.toContain(mandate);
  await app.visit(CHECK);
  await app.see('你正在参加技能培训吗？');
  expect(app.isOn('是')).toBe(false);
});

test('自己答过的：替人办时看不到，回来还在', async () => {
  const app = await open();
  await app.visit(CHECK);
  await app.tap('是');
  await app.until(() => app.isOn('是'), 'the answer chosen');
  await act(app);
  await app.visit(ME);
  await app.see('还没有答过题', '替对方答的不保存');
  await app.visit(CHECK);
  expect(app.isOn('是')).toBe(false);
  await app.tap('结束代办，回到我自己');
  await app.at('pages/home');
  await app.visit(CHECK);
  await app.until(() => app.isOn('是'), 'one’s own answer');
  expect(keptBy(app.storage, 'answers')).toMatchObject({ facts: { in_training: true } });
});

describe('来晚了的回答', () => {
  test('对方的，回到自己以后才到：扔掉', async () => {
    const gate = new Gate(people.network());
    const app = await open(gate);
    await app.see('你现在符合');
    gate.hold('facts.mine', 'household.mine');
    await act(app);
    await app.until(() => gate.held >= 1, 'her facts to be asked for');
    await app.visit(HOUSEHOLD);
    await app.until(() => gate.held >= 2, 'her family to be asked for');
    await app.tap('结束代办，回到我自己');
    await app.at('pages/home');
    await app.until(() => gate.held >= 3, 'his own facts to be asked for');
    await settled(gate);
    // his own come first, hers after them
    gate.open();
    await app.visit(FACTS);
    await app.see('1972年7月8日');
    expect(app.text).not.toMatch(OF_THE_HOLDER);
    await app.visit(HOUSEHOLD);
    await app.see('样例陈继续');
    await expectNothingOf(OF_THE_HOLDER, app);
  });

  test('自己的，替人办以后才到：扔掉', async () => {
    const gate = new Gate(people.network());
    gate.hold('facts.mine');
    const app = await open(gate);
    await app.until(() => gate.held >= 1, 'his facts to be asked for');
    await act(app);
    await app.until(() => gate.held >= 2, 'her facts to be asked for');
    await settled(gate);
    gate.open();
    await app.visit(FACTS);
    await app.see('1983年12月1日');
    await expectNothingOf(OF_THE_HELPER, app);
  });
});

/** Every held answer has come as far as the gate. */
const settled = async (gate: Gate) => {
  for (let tries = 0; gate.answered < gate.held && tries < 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

test('关掉再打开，是自己', async () => {
  const app = await open();
  await act(app);
  app.close();
  const again = await openApp({ network: people.network(), storage: app.storage });
  await again.see('酉阳');
  expect(again.text).not.toContain('正在替');
  await again.visit(FACTS);
  await again.see('1972年7月8日');
});

test('只有本人能看的页说清楚，一下就回到自己', async () => {
  const app = await open();
  await act(app);
  for (const page of [
    'privacy/consents',
    'privacy/looks',
    'privacy/data',
    'account/devices',
    'family/helpers',
  ]) {
    await app.visit(`/packages/${page}/index`);
    await app.see('代办不能用这一页', '正在替 样例** 办理');
  }
  await app.visit('/packages/code/show/index');
  await app.see('对方没有让您“出示帮扶码”', '正在替');
  await app.tap('回到我自己');
  await app.at('pages/home');
  await app.unsee('正在替');
});

test('对方收回了：马上回到自己，说清楚', async () => {
  const app = await open();
  await act(app);
  await app.see('你现在符合');
  await people.call('mandate.end', { id: mandate }, holder);
  await app.visit(HOUSEHOLD);
  await app.at('pages/home');
  await app.see('代办已经结束', '对方收回了，或者到期了');
  expect(app.text).not.toMatch(/正在替|样例周/);
  await app.tap('知道了');
  await app.unsee('代办已经结束');
});
