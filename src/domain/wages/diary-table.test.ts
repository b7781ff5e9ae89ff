import { type Logged, logged } from './chain';
import type { Entry, Job } from './diary';
import { diaryCsv, diaryPaper } from './diary-table';
import { entryText, momentInChina } from './diary-words';
import { owedByMonth } from './owed';
import { monthWork } from './sums';

const JOB: Job = {
  ...{ id: 'j', title: '样例工地', county: '500242', work_kind: 'site', site_name: '', employer_name: '' },
  ...{ boss: '样例工头', boss_phone: '', pay_kind: 'day', pay_rate: 30_000 },
  ...{ started_on: '2026-05-01', ended_on: null },
};
const base = { job: 'j', written_at: '2026-05-04T16:30:00.000Z' };
const FILE = {
  ...{ file: 'f', name: '欠条.jpg', type: 'image/jpeg', bytes: 3, sha256: 'a'.repeat(64) },
  added_at: '2026-05-04T10:00:00Z',
};
const ENTRIES: readonly Entry[] = [
  { ...base, id: '2', day: '2026-05-05', kind: 'paid', paid: 10_050, note: '=1+1', files: [FILE] },
  { ...base, id: '1', day: '2026-05-04', kind: 'work', halves: 2 },
  { ...base, id: '3', day: '2026-05-04', kind: 'work', halves: 1, overtime_minutes: 90, replaces: '1' },
  {
    ...base,
    id: '4',
    day: '2026-05-06',
    kind: 'promise',
    promised_day: '2026-06-01',
    promise: '说"下月"给,\n一定',
  },
  { ...base, id: '5', day: '2026-05-07', kind: 'note', note: '=HYPERLINK("x")' },
  { ...base, id: '6', day: '2026-05-07', kind: 'correction', replaces: '5' },
];
const LOG: Logged[] = [];
for (const entry of ENTRIES) LOG.push(logged(entry, LOG[LOG.length - 1] ?? null));

test('一条记的是什么，说成一句话', () => {
  expect(ENTRIES.map(entryText)).toEqual([
    '拿到100.50元，=1+1，附1份照片或文件',
    '干了1天',
    '干了半天，加班1.5小时',
    '答应2026-06-01给：说"下月"给,\n一定',
    '=HYPERLINK("x")',
    '划掉了',
  ]);
  expect(momentInChina('2026-05-04T16:30:00.000Z')).toBe('2026-05-05 00:30');
});

test('表格：按日子排，改过的也在，像公式的当文字', () => {
  const csv = diaryCsv(LOG);
  expect(csv.startsWith('\ufeff日期,记了什么')).toBe(true);
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[1]).toMatch(/^2026-05-04,干了1天,1,/);
  expect(lines[1]).toContain('改过，不算');
  expect(lines[2]).toMatch(/^2026-05-04,"?干了半天，加班1.5小时"?,0.5,,1.5,/);
  expect(lines[3]).toContain('100.50');
  expect(csv).toContain('"答应2026-06-01给：说""下月""给,\n一定"');
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).toContain('划掉了，不算');
  expect(lines[1]).toContain(LOG[1]?.hash);
});

test('打印的：每月的账、每一天、附件的校验码、页脚有最后的校验码', () => {
  const works = [monthWork('2026-05', ENTRIES)];
  const last = LOG[5]?.hash ?? '';
  const paper = diaryPaper({
    ...{ job: JOB, county: '酉阳', log: LOG, works, last, today: '2026-11-22' },
    owed: owedByMonth(JOB, works),
  });
  expect(paper.foot).toContain(last);
  expect(paper.foot.length).toBeLessThanOrEqual(120);
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  expect(tables[0]?.rows).toEqual([['2026年5月', '0.5', '0', '1.5', '0', '150', '100.50', '49.50']]);
  expect(tables[1]?.rows).toHaveLength(6);
  expect(tables[2]?.rows[0]?.[3]).toBe('a'.repeat(64));
  for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
});
