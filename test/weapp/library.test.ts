/** @jest-environment-options {"customExportConditions": ["node"]} */
import { book } from '../book';
import { closeAll, openApp, YONGXIU, YOUYANG } from './phone';
import type { Simulator } from './simulator';

afterEach(closeAll);

async function library(scene: string): Promise<Simulator> {
  const app = await openApp({ scene });
  await app.see('换地方');
  await app.visit('/pages/services/index');
  await app.tap('政策宣传');
  await app.at('policy/library');
  return app;
}

const documentOf = (id: string) => {
  const found = book.documents.find((document) => document.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const marks = (app: Simulator) => app.all('.ui-mark').map(({ textContent }) => textContent);

test('每一条都列出来，点开是一字不差的原文', async () => {
  const app = await library(YOUYANG);
  const { number, title, items } = documentOf('chongqing-2026-6');
  await app.see(title, number);
  for (const { label, key, title: name } of items) expect(app.text).toContain(`${label ?? key}${name ?? ''}`);
  await app.tap('（五）加强稳岗服务保障');
  await app.at('policy/document');
  await app.see('（五）加强稳岗服务保障', '按这一条算的');
  const text = items.find(({ key }) => key === '（五）')?.text ?? '?';
  expect(app.text).toContain(text.replace(/\s+/g, ' ').split('\n')[0]);
  expect(app.text).not.toContain('到期');
});

test('上一条、下一条、全部条目', async () => {
  const app = await library(YOUYANG);
  await app.tap('（五）加强稳岗服务保障');
  await app.tap('下一条，（六）拓展县域就业容量');
  await app.see('36316');
  await app.tap('上一条，（五）加强稳岗服务保障');
  await app.see('落实跨区域交通补助');
  await app.tap('全部条目');
  await app.see('（十六）加强人才智力支持', '重庆市人力资源和社会保障局');
});

test('从一条到它的政策', async () => {
  const app = await library(YOUYANG);
  await app.tap('（五）加强稳岗服务保障');
  await app.see('按这一条算的');
  await app.tap('跨区域交通补助');
  await app.at('benefits/detail');
  await app.see('原文怎么写', '跨区域交通补助');
});

test('搜一个词：找到几条，点开就标出来；没有的词说没有', async () => {
  const app = await library(YONGXIU);
  await app.see('关于加强就业帮扶巩固拓展脱贫攻坚成果助力乡村振兴的实施意见');
  await app.type('在文件里搜', '交通补助');
  await app.see('一次性交通补助金');
  expect(app.text).toMatch(/找到 [12] 条/);
  await app.tap('（三）推进劳务输出');
  await app.at('policy/document');
  await app.see('一次性交通补助金');
  expect(marks(app).join('')).toContain('交通补助');
  await app.back();
  await app.type('在文件里搜', '宇宙飞船');
  await app.see('文件里没有写“宇宙飞船”', '12333');
});

test('到期的文件：还能读，先说已到期，不能再申领，没有新文件', async () => {
  const app = await library(YONGXIU);
  await app.see('永人社字〔2021〕75号', '已到期', '2021年7月27日起实行，到2025年12月31日');
  await app.tap('（三）推进劳务输出');
  await app.see('已于2025年12月31日到期', '可以看，不能再申领', '补助标准为500元/人');
});

test('到期前一天和当天：没有这条横幅', async () => {
  for (const now of ['2025-12-31T23:50:00', '2026-01-01T00:10:00']) {
    const app = await openApp({ scene: YONGXIU, now });
    await app.see('永修');
    await app.visit('/packages/policy/document/index?id=yongxiu-2021-75&item=%EF%BC%88%E4%B8%89%EF%BC%89');
    await app.see('（三）推进劳务输出');
    expect(app.text.includes('已于2025年12月31日到期')).toBe(now.startsWith('2026'));
  }
});

test('没有的文件、没有的条：说清楚', async () => {
  const app = await openApp({ scene: YONGXIU });
  await app.see('永修');
  await app.visit('/packages/policy/document/index?id=no-such-document');
  await app.see('没有找到这份文件');
  await app.visit('/packages/policy/document/index?id=yongxiu-2021-75&item=none');
  await app.see('这份文件里没有这一条');
});
