/** Papers made on request, on both entries: what comes back, what is refused, and that nothing of it stays. */
import { randomUUID } from 'node:crypto';
import type { InputOf } from '@/contract/api';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { Resident, sampleResident } from './resident';

type Render = InputOf<'papers.render'>;
const SECRET = '样例秘密内容';
const paper: Render['paper'] = {
  name: '样例投诉书',
  foot: '样例',
  blocks: [
    { kind: 'title', text: '投诉书' },
    { kind: 'text', text: `<script>alert(1)</script>${SECRET}` },
    { kind: 'table', head: ['日期', '工钱'], rows: [['2026-03-01', '300元']] },
    { kind: 'signature', label: '投诉人', png: null, date: '2026年11月22日' },
  ],
};
const withBlock = (block: unknown) => ({ ...paper, blocks: [...paper.blocks, block] });
const row = (n: number) => [`第${n}天`, '一天', '样例工地三号楼木工'];
const table = (rows: number) => ({
  kind: 'table' as const,
  head: ['日期', '干了多久', '备注'],
  rows: Array.from({ length: rows }, (_, n) => row(n)),
});

describe.each(['HTTP', '云函数'] as const)('%s', (kind) => {
  let house: TestServices;
  let entry: Entry;
  let stranger: Resident;
  let resident: Resident;

  beforeAll(async () => {
    house = await testServices();
    entry = kind === 'HTTP' ? await httpEntry(house) : await functionEntry(house);
    stranger = new Resident(entry, {});
    resident = await sampleResident(entry, 'cross-region');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });
  beforeEach(() => house.services.store.pool.query('truncate rate_limit'));

  test.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
  ] as const)('没登录也能做成%s', async (format, type, head) => {
    const made = await stranger.do('papers.render', { paper, format });
    expect(made).toMatchObject({ name: `样例投诉书.${format}`, type });
    expect(Buffer.from(made.base64, 'base64').toString('latin1').startsWith(head)).toBe(true);
  });

  test('一千天的记工本，一份做得下', async () => {
    const diary = { name: '样例记工本', foot: '', blocks: [table(1000)] };
    const { base64 } = await resident.do('papers.render', { paper: diary, format: 'pdf' });
    expect(base64.length).toBeGreaterThan(50_000);
  });

  test.each([
    ['没有内容', { ...paper, blocks: [] }, 'paper.blocks'],
    ['没有名字', { ...paper, name: '' }, 'paper.name'],
    ['多了一个键', { ...paper, script: 'x' }, 'paper'],
    ['不认识的块', withBlock({ kind: 'html', text: 'x' }), 'paper.blocks.4.kind'],
    ['控制字符', withBlock({ kind: 'title', text: '一\u0000' }), 'paper.blocks.4.text'],
    ['表格的行对不上', withBlock({ kind: 'table', head: ['一'], rows: [['一', '二']] }), 'paper.blocks.4'],
    [
      '签名不是PNG',
      withBlock({ kind: 'signature', label: '一', png: 'AAAA', date: '' }),
      'paper.blocks.4.png',
    ],
    [
      '签名不是base64',
      withBlock({ kind: 'signature', label: '一', png: '"><', date: '' }),
      'paper.blocks.4.png',
    ],
    ['行数像要占满服务器', withBlock({ kind: 'text', text: '一\n'.repeat(1000) }), 'paper.blocks.4.text'],
  ])('%s：说出是哪里', async (_, broken, where) => {
    const { name, fields } = await resident.refused('papers.render', { paper: broken, format: 'pdf' });
    expect(name).toBe('InvalidInput');
    expect(fields?.map(({ path }) => path)).toContain(where);
  });

  test('太多行、太多字：说太大，不做', async () => {
    const many = { ...paper, blocks: [table(1501)] };
    expect((await resident.refused('papers.render', { paper: many, format: 'pdf' })).name).toBe(
      'InvalidInput',
    );
    const blocks = Array.from({ length: 80 }, () => ({ kind: 'text', text: 'a'.repeat(4900) }));
    expect(
      (await resident.refused('papers.render', { paper: { ...paper, blocks }, format: 'docx' })).name,
    ).toBe('BodyTooLarge');
    const pages = Array.from({ length: 140 }, () => ({ kind: 'text', text: '一\n'.repeat(190) }));
    expect(
      (await resident.refused('papers.render', { paper: { ...paper, blocks: pages }, format: 'pdf' })).name,
    ).toBe('BodyTooLarge');
  });

  const breaks = Array.from({ length: 120 }, () => Array.from({ length: 5 }, () => `一${'\n'.repeat(18)}一`));
  const cells = Array.from({ length: 900 }, () => Array.from({ length: 10 }, () => '一'));
  const characters = Array.from({ length: 5000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('');
  test.each([
    ['换行', { kind: 'table', head: Array(5).fill('头'), rows: breaks }],
    ['格子', { kind: 'table', head: Array(10).fill('头'), rows: cells }],
    ['生僻字', { kind: 'text', text: characters }],
  ])('一份就要占住服务器半分钟的：%s', async (_, block) => {
    const start = performance.now();
    expect((await resident.refused('papers.render', { paper: withBlock(block), format: 'docx' })).name).toBe(
      'BodyTooLarge',
    );
    // half a minute if it were made, also on a machine that is busy with other tests
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('做得太多要歇一会儿', async () => {
    const one = { paper: { ...paper, blocks: paper.blocks.slice(0, 1) }, format: 'docx' };
    for (let n = 0; n < 60; n++) await stranger.do('papers.render', one as Render);
    const refused = await stranger.refused('papers.render', one);
    expect(refused.name).toBe('TooManyTries');
    expect(refused.retryAfter).toBeGreaterThan(0);
  });

  test('什么都不留', async () => {
    const { pool } = house.services.store;
    const count = async () => {
      const { rows } = await pool.query<{ table: string }>(
        "select table_name as table from information_schema.tables where table_schema = 'public' and table_name <> 'rate_limit'",
      );
      const counts = await Promise.all(
        rows.map(async ({ table: name }) => {
          const { rows: found } = await pool.query<{ n: string }>(`select count(*) as n from "${name}"`);
          return `${name} ${found[0]?.n}`;
        }),
      );
      return counts.sort();
    };
    const before = await count();
    await resident.do('papers.render', { paper: { ...paper, name: randomUUID() }, format: 'pdf' });
    expect(await count()).toEqual(before);
  });
});
