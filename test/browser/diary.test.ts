/** The wage diary: a week written, corrected, taken along; proofs kept; nothing sent before it is said. */
import { readFile } from 'node:fs/promises';
import { diaryStorage, SITE, thousandDays } from '../diaries';
import { photo } from '../sample-files';
import { mp3 } from '../sample-sound';
import { PHONE, type Phone, YOUYANG } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal({ people: true });
const DIARY = '/#/packages/rights/diary/index';
const LOCKER = '/#/packages/rights/locker/index';
const HUGE = 1.9;

/** What went to the server besides public pages. */
const told = (visit: Visit) =>
  visit.requests.filter((one) => one.method() === 'POST' && /样例|300/.test(one.postData() ?? ''));

async function newJob(visit: Visit): Promise<void> {
  await visit.sees('还没有记过活');
  await visit.looksRight();
  await visit.tap('记一份活');
  await visit.isOn('记一份活');
  await visit.tap('存好');
  await visit.sees('请给这份活起个名字，自己认得就行');
  await visit.fills('这份活叫什么', '样例工地');
  await visit.tap('按月');
  await visit.fills('说好一个月多少元', '300');
  await visit.looksRight();
  await visit.tap('存好');
  await visit.sees(/写的是一个月300元。是一个月的，还是一天的？/);
  await inSheet(visit, '回去改');
  await visit.tap('按天');
  await visit.tap('存好');
  await visit.isOn('记工本');
  await visit.sees('说好的：按天，每天300元');
}

const inSheet = (visit: Visit, name: string) =>
  visit.page.getByRole('dialog').getByRole('button', { name, exact: true }).tap();

const openDay = (visit: Visit, day: string) =>
  visit.page.evaluate(
    ([job, on]) => {
      location.hash = `#/packages/rights/day/index?job=${job}&day=${on}`;
    },
    [jobOf(visit.page.url()), day] as const,
  );
let job = '';
const jobOf = (url: string) => {
  job = /job=([0-9a-f-]{36})/.exec(url)?.[1] ?? job;
  return job;
};

onEveryPhone(
  'a week: written with a tap, changed, struck out, paid, promised; printed figures',
  async (phone) => {
    const visit = await portal.open(phone, { place: YOUYANG, address: DIARY });
    await newJob(visit);
    jobOf(visit.page.url());
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-18']) {
      await openDay(visit, day);
      await visit.sees(/2026年11月1[678]日/, '这一天还没有记');
      await visit.tap('干了一天');
      await visit.sees('记上了：干了1天');
    }
    // twice the same day is asked back
    await visit.tap('干了一天');
    await visit.sees(/这一天加起来记了2天的活，是不是记重了？/);
    await visit.looksRight();
    await inSheet(visit, '回去改');
    // hours and overtime instead
    await visit.tap(/^改：干了1天/);
    await visit.fills('加班几小时', '三');
    await visit.tap('记上');
    await visit.sees('请写数字，最多两位小数');
    await visit.fills('加班几小时', '2.5');
    await visit.fills('在哪里', '二号楼');
    await visit.looksRight();
    await visit.tap('记上');
    await visit.sees('记上了：干了1天，加班2.5小时', /^改过，原来写的是：干了1天（写于/);
    await visit.looksRight();
    await openDay(visit, '2026-11-17');
    await visit.sees('2026年11月17日（周二）');
    await visit.tap(/^划掉：干了1天/);
    await visit.sees('划掉这一条？');
    await inSheet(visit, '划掉');
    await visit.sees(/^划掉了：干了1天/);
    await openDay(visit, '2026-11-20');
    await visit.sees('2026年11月20日（周五）');
    await visit.tap('拿到钱');
    await visit.fills('拿到多少元', '200');
    await visit.tap('记上');
    await visit.sees('记上了：拿到200元');
    await visit.tap('对方答应给');
    await visit.fills('对方怎么说的', '下月十五给');
    await visit.looksRight();
    // closed in the middle: what was typed is still there
    await visit.page.reload();
    await visit.sees('对方答应给');
    expect(await visit.page.getByLabel('对方怎么说的').inputValue()).toBe('下月十五给');
    await visit.tap('记上');
    await visit.sees('记上了：答应给：下月十五给');
    await visit.tap('看月历');
    await visit.sees(
      '2026年11月的账',
      '干了2天',
      '300元 × 2天 ＝ 600元',
      '该给 600元 − 已经给的 200元 ＝ 400元',
    );
    if (phone.scale < HUGE) {
      const square = (name: RegExp) => visit.page.getByRole('link', { name });
      expect(await square(/^11月18日周三，干了1天，干了2.5小时$/).count()).toBe(1);
      expect(await square(/^11月17日周二，没记$/).count()).toBe(1);
      expect(await square(/^11月20日周五，拿到200元，对方答应给钱$/).count()).toBe(1);
    }
    await visit.looksRight();
    await visit.tap('看看有没有被改过');
    await visit.sees('没有被改过：8条都和当时记的一样。');
    expect(told(visit)).toEqual([]);
  },
);

test('taken along: the table at once, the PDF after it was said where its words go', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: DIARY });
  await newJob(visit);
  jobOf(visit.page.url());
  await openDay(visit, '2026-11-16');
  await visit.sees('这一天还没有记');
  await visit.tap('干了一天');
  await visit.sees('记上了：干了1天');
  await visit.tap('看月历');
  const [table] = await Promise.all([visit.page.waitForEvent('download'), visit.tap('存成表格')]);
  expect(table.suggestedFilename()).toBe('记工本-样例工地-2026-11-21.csv');
  const csv = await readFile(await table.path(), 'utf8');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).toContain('2026-11-16,干了1天,1,');
  expect(told(visit)).toEqual([]);
  await visit.tap('做成能打印的');
  await visit.sees('生成时内容会发到服务器，生成后不留存。要有网络。');
  expect(told(visit)).toEqual([]);
  const [pdf] = await Promise.all([visit.page.waitForEvent('download'), inSheet(visit, '生成')]);
  expect(pdf.suggestedFilename()).toBe('记工本-样例工地-2026-11-21.pdf');
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await visit.sees('PDF已经做好。');
});

test('changed behind its back: it shows, and where', async () => {
  const visit = await openWith(PHONE, thousandDays('2026-11-20').slice(-40));
  await visit.sees('样例工地');
  await visit.tap('看看有没有被改过');
  await visit.sees(/^没有被改过：40条/);
  await visit.page.evaluate(() => {
    const key =
      Object.keys(localStorage).find((one) => one.includes('diary-log') && one.includes('2026-11')) ?? '';
    localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace('支模板', '看大门'));
  });
  await visit.page.reload();
  await visit.tap('看看有没有被改过');
  await visit.sees(/^2026-11-01那一条和当时记的不一样，从这条起对不上了。$/);
});

onEveryPhone('a thousand days: the newest month, and months back', async (phone) => {
  const visit = await openWith(phone, thousandDays('2026-11-20'));
  await visit.sees('样例工地', '2026年11月', '一共还欠');
  await visit.looksRight();
  await visit.tap('上个月');
  await visit.sees('2026年10月', '2026年10月的账');
  await visit.tap('一个月一个月看');
  await visit.sees('2024年3月');
  await visit.looksRight();
});

async function openWith(phone: Phone, entries: Parameters<typeof diaryStorage>[0]): Promise<Visit> {
  const visit = await portal.open(phone, { place: YOUYANG, address: '/' });
  await visit.page.evaluate((all) => {
    for (const { name, value } of all) localStorage.setItem(name, value);
  }, diaryStorage(entries));
  await visit.page.goto(`${portal.url}${DIARY}?job=${SITE.id}`);
  await visit.page.reload();
  return visit;
}

onEveryPhone(
  'the locker: a photo and a recording, what they prove, what is still worth getting',
  async (phone) => {
    const visit = await portal.open(phone, { place: YOUYANG, address: LOCKER });
    await visit.sees('柜子还是空的', '劳动合同、用工协议', '还没有');
    await visit.looksRight();
    const pick = async (way: RegExp | string, name: string, mimeType: string, buffer: Buffer) => {
      const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.tap(way)]);
      await chooser.setFiles({ name, mimeType, buffer });
    };
    await pick('先收进来，从相册选', '欠条.jpg', 'image/jpeg', photo());
    await visit.sees('还没有分类', '欠条.jpg');
    await pick('先收进来，选录音文件', '讨要.mp3', 'audio/mpeg', mp3());
    await visit.sees('讨要.mp3');
    await pick(
      '先收进来，选录音文件',
      '信.mp3',
      'audio/mpeg',
      Buffer.from('not a sound, only named like one'),
    );
    await visit.sees(/^这种文件收不了。/);
    await visit.looksRight();
    await visit.tap(/^欠条.jpg/);
    await visit.sees('内容没有变过', '校验码（SHA-256）');
    await visit.page.getByLabel('这是哪一种凭据').selectOption({ label: '欠条' });
    await visit.looksRight();
    await visit.sees('有1份');
    await visit.page.reload();
    await visit.sees('有1份', '欠条.jpg', '讨要.mp3');
    await visit.looksRight();
    expect(told(visit)).toEqual([]);
  },
);

test('no microphone: said plainly, with another way', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: LOCKER });
  await visit.sees('柜子还是空的');
  await visit.tap('先收进来，录一段话');
  await visit.sees('录一段话', /^最长60秒/);
  await visit.looksRight();
  await visit.tap('开始录');
  await visit.sees(/不要紧：可以拍照|这部手机在这里录不了音/);
  await visit.looksRight();
});

test('without a network the diary is written all the same', async () => {
  const visit = await portal.open(PHONE, { place: YOUYANG, address: DIARY });
  await newJob(visit);
  jobOf(visit.page.url());
  await openDay(visit, '2026-11-16');
  await visit.sees('这一天还没有记');
  await visit.cutNetwork();
  await visit.tap('干了一天');
  await visit.sees('记上了：干了1天');
  await visit.restoreNetwork();
});
