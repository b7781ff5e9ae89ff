/** Unpaid wages: from the diary to a filed complaint; which way; the clock; filing together. */
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SignedIn } from '@/contract/session';
import { type Phone, phoneName, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
const page = (name: string, query = '') => `/#/packages/rights/${name}/index${query}`;

let session: SignedIn;

beforeEach(async () => {
  const { pool } = portal.floor.services.store;
  await pool.query('delete from session');
  await pool.query('truncate rate_limit, draft, case_file, case_event, service_case, attachment');
  session = await portal.signIn('exited');
});

/** Pictures for whoever looks at the pages, where they are asked for. */
const SHOTS = process.env.SHOTS;
let shot = 0;
async function look(visit: Visit, phone: Phone): Promise<void> {
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    const { width, height } = phone;
    // the whole page at once, not a screen of it
    await visit.page.setViewportSize({ width, height: 2600 });
    await visit.page.waitForTimeout(150);
    const file = `${phoneName(phone)}-${String(++shot).padStart(2, '0')}.png`;
    await visit.page.screenshot({ path: path.join(SHOTS, file) });
    await visit.page.setViewportSize({ width, height });
  }
  await visit.looksRight();
}

/** One stroke with the mouse over the field. */
async function signs(visit: Visit): Promise<void> {
  const canvas = visit.page.locator('canvas').filter({ visible: true });
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no field to sign in');
  const { mouse } = visit.page;
  await mouse.move(box.x + 30, box.y + 30);
  await mouse.down();
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await mouse.move(box.x + box.width - 40, box.y + 30, { steps: 4 });
  await mouse.up();
}

const month = (name: string, halves: number, paid: number) => ({
  ...{ month: name, halves, minutes: 0, overtime_minutes: 0, pieces: 0, full_month: false, paid },
  ...{ paid_for: {}, promises: 0, entries: halves, first_day: `${name}-01`, last_day: `${name}-28` },
});

/** What three months of writing leave on the phone. */
async function keepsDiary(visit: Visit): Promise<void> {
  const id = '0b5b7a52-0c2c-4a65-9d3f-5d1c7f0e6a11';
  const job = {
    ...{ id, title: '样例工地木工', county: '500102', work_kind: 'site', site_name: '样例花园二期' },
    ...{ employer_name: '样例建筑劳务有限公司', boss: '样例带班', boss_phone: '', pay_kind: 'day' },
    ...{ pay_rate: 30_000, started_on: '2026-08-01', ended_on: null, account: null, acting: null, madeAt: 1 },
    ...{ head: { count: 3, hash: 'x' }, writing: null },
    months: { '2026-08': month('2026-08', 52, 200_000), '2026-09': month('2026-09', 50, 0) },
  };
  await visit.page.evaluate(
    ([key, value]) => localStorage.setItem(key as string, value as string),
    [`bangfu:diary-job:${id}:1`, JSON.stringify({ data: JSON.stringify(job) })],
  );
  await visit.page.reload();
}

onEveryPhone('the diary, help me, which way, filed: screens, taps and letters are counted', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('home') });
  await visit.sees('帮我讨薪', '记工本', '证据柜');
  await keepsDiary(visit);
  await visit.sees('帮我讨薪');
  await look(visit, phone);
  let screens = 0;
  let taps = 0;
  let letters = 0;
  const types = async (label: string, text: string) => {
    letters += text.length;
    await visit.fills(label, text);
  };
  const tap = async (name: string | RegExp) => {
    taps++;
    await visit.tap(name);
  };
  const marks = async (name: string) => {
    taps++;
    await visit.text(name).first().tap();
  };
  const on = async (...words: readonly (string | RegExp)[]) => {
    screens++;
    await visit.sees(...words);
    await look(visit, phone);
  };
  await tap('帮我讨薪');
  await on('先看看人安不安全，有没有这些事？');
  await marks('都没有');
  await tap('下一题');
  await on('现在还在那里干吗？');
  await tap('不是');
  await visit.sees('哪一天走的？');
  await visit.page.locator('input[type=date]').filter({ visible: true }).fill('2026-09-28');
  await tap('下一题');
  await on('为这笔工钱找过谁？', '手里有欠条吗？');
  await marks('只找过老板，或者还没找');
  await tap('没有');
  await tap('下一题');
  await on('一共几个人被欠？');
  await tap('就我一个');
  await tap('下一题');
  await on('建议第一步', '先向劳动监察投诉', '三扇都开着', '该谁付', '样例建筑劳务有限公司');
  await tap('开始写投诉书');
  await on('单位现在是什么样？', '单位在哪里？', '不知道就空着。');
  await marks('还在正常开');
  await tap('下一题');
  await on('总包单位是哪家？', '活是怎么到你们手里的？');
  await types('总包单位', '样例建设集团');
  await marks('总包分给分包单位，分包欠我们');
  await tap('下一题');
  await on('事情是怎么个经过？');
  await tap('下一题');
  await on('您叫什么名字？', '台账里已有');
  await types('联系电话', '13900000001');
  await tap('下一题');
  await on('手里有什么证据？', '工地维权信息告示牌');
  await tap('看一遍');
  await on('交之前，再看一遍', '样例花园二期', '13300 元', '编造欠薪', '签名');
  await signs(visit);
  await tap('提交');
  await on('已送达', /^\d{4}-1121-\d{6}$/);
  console.info(`讨薪：${phoneName(phone)}，${screens} 屏，点 ${taps} 下，打 ${letters} 个字`);
  expect(screens).toBeLessThanOrEqual(12);

  const [filed] = (await portal.call('cases.mine', {}, session)).cases;
  expect(filed?.service).toBe('wage-complaint');
  const view = await portal.call('cases.show', { id: filed?.id ?? '' }, session);
  expect(view.papers.map(({ evidence }) => evidence)).toEqual(['signature']);
  expect(view.moments.map(({ kind }) => kind)).toEqual(['employment_ended']);

  await visit.page.goto(`${portal.url}${page('clock', `?case=${filed?.id ?? ''}`)}`);
  await visit.sees('每一步的期限', '离开单位', /今天/, /请务必在2027年9月28日/, '法定最后一日还算不出来');
  await look(visit, phone);
});

onEveryPhone('how much, danger first, what one notes oneself, a number for several people', async (phone) => {
  const visit = await portal.open(phone, { place: YOUYANG, session, address: page('home') });
  await visit.sees('帮我讨薪');
  await keepsDiary(visit);
  await visit.page.goto(`${portal.url}${page('amount')}`);
  await visit.sees('能要多少', '13,300 元', '300元 × 26天 ＝ 7,800元', '未核实');
  await look(visit, phone);
  await visit.fills('加班费想要多少（没有就空着）', '很多');
  await visit.sees('写数字，比如 1200');
  await visit.fills('加班费想要多少（没有就空着）', '500');
  await visit.sees('13,800 元');

  await visit.page.goto(`${portal.url}${page('clock')}`);
  await visit.sees('现在没有在走的期限');
  await visit.tap('记一件发生过的事');
  await visit.tap('提交投诉');
  await visit.page.locator('input[type=date]').filter({ visible: true }).fill('2026-09-18');
  await look(visit, phone);
  await visit.tap('记下来');
  await visit.tap('记一件发生过的事');
  await visit.tap('监察受理立案');
  await visit.page.locator('input[type=date]').filter({ visible: true }).fill('2026-09-24');
  await visit.tap('记下来');
  await visit.sees('应当在12月24日（周四）前', '请务必在2027年9月18日（周六）前', '法定最后一日还算不出来');
  await look(visit, phone);
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.tap('加到手机日历')]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/20261224[\s\S]*20270918/);

  await visit.page.goto(`${portal.url}${page('group')}`);
  await visit.fills('老板或单位叫什么', '样例建筑劳务有限公司');
  await visit.tap('拿号码');
  await visit.sees(/^\d{5} \d{5}$/, '已经有 1 个人', '别人只看得到有几个人，看不到是谁、欠多少。');
  await look(visit, phone);

  await visit.page.goto(`${portal.url}${page('home')}`);
  await visit.tap('帮我讨薪');
  await visit.text('身份证被扣了').first().tap();
  await visit.tap('下一题');
  await visit.sees('先保人，再要钱', '身份证被扣了：打12333');
  await look(visit, phone);
});
