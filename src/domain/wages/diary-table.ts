/** The diary as a table to keep and as a paper to print: everything that was ever written, also what was changed. */
import { groupedYuan } from '../money/yuan';
import type { Logged } from './chain';
import { daysText, type Entry, hoursText, type Job, payText, piecesText } from './diary';
import { entryText, momentInChina, monthText } from './diary-words';
import type { Owed } from './owed';
import type { Paper } from './paper';
import { type MonthWork, standing } from './sums';

/** By day, within a day in the order of writing. */
function inOrder(log: readonly Logged[]): readonly Logged[] {
  return [...log].sort((a, b) =>
    a.entry.day === b.entry.day ? a.seq - b.seq : a.entry.day < b.entry.day ? -1 : 1,
  );
}

/** Whether it counts: 算 · 改过，不算 · 划掉了，不算 */
function stateOf(entries: readonly Entry[]): (entry: Entry) => string {
  const counted = new Set(standing(entries).map(({ id }) => id));
  const struck = new Set(
    entries.flatMap(({ kind, replaces }) => (kind === 'correction' ? (replaces ?? []) : [])),
  );
  return ({ id, kind }) => {
    if (counted.has(id)) return '算';
    if (kind === 'correction') return '划掉的记号';
    return struck.has(id) ? '划掉了，不算' : '改过，不算';
  };
}

const CSV_HEAD = [
  ...['日期', '记了什么', '天', '小时', '加班小时', '件', '收到（元）', '答应哪天给', '在哪', '谁管', '附件'],
  ...['算不算', '什么时候记的', '顺序', '校验码'],
];

/** A table with a byte order mark, so that a spreadsheet reads it as UTF-8. */
export function diaryCsv(log: readonly Logged[]): string {
  const state = stateOf(log.map(({ entry }) => entry));
  const rows = inOrder(log).map(({ entry, seq, hash }) => [
    ...[entry.day, entryText(entry), entry.halves ? daysText(entry.halves) : ''],
    entry.minutes ? hoursText(entry.minutes) : '',
    entry.overtime_minutes ? hoursText(entry.overtime_minutes) : '',
    entry.pieces ? piecesText(entry.pieces) : '',
    entry.paid ? (entry.paid / 100).toFixed(2) : '',
    ...[entry.promised_day ?? '', entry.place ?? '', entry.in_charge ?? ''],
    entry.files?.map(({ name, sha256 }) => `${name} ${sha256}`).join('；') ?? '',
    ...[state(entry), momentInChina(entry.written_at), `${seq + 1}`, hash],
  ]);
  return `\ufeff${[CSV_HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What begins like a formula is written as text: a spreadsheet would reckon it. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}

/** A cell of the paper holds 500 characters. */
const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}……` : text);

export interface PaperInput {
  readonly job: Job;
  readonly county: string;
  readonly log: readonly Logged[];
  readonly works: readonly MonthWork[];
  readonly owed: Owed;
  /** hash of the last entry */
  readonly last: string;
  readonly today: string;
}

export function diaryPaper({ job, county, log, works, owed, last, today }: PaperInput): Paper {
  const entries = log.map(({ entry }) => entry);
  const state = stateOf(entries);
  const boss = [job.boss, job.boss_phone].filter(Boolean).join('，');
  const span = `${job.started_on ?? '＿＿＿＿'} 到 ${job.ended_on ?? '现在'}`;
  const field = (label: string, text: string) => ({ kind: 'field' as const, label, text });
  const byMonth = new Map(works.map((work) => [work.month, work]));
  const money = (fen: number | null) => (fen === null ? '算不出' : groupedYuan(fen));
  const files = entries.flatMap(({ files: all, day }) => (all ?? []).map((file) => ({ day, ...file })));
  return {
    name: '记工本',
    blocks: [
      { kind: 'title', text: '记工本' },
      field('活', job.title),
      field('在哪里', [county, job.site_name].filter(Boolean).join('，') || '＿＿＿＿'),
      field('单位或老板', job.employer_name || '＿＿＿＿'),
      field('管事的', boss || '＿＿＿＿'),
      field('说好的工钱', payText(job)),
      field('起止', span),
      { kind: 'heading', text: '每个月' },
      {
        kind: 'table',
        head: ['月份', '天', '小时', '加班小时', '件', '该得（元）', '算到这月（元）', '还欠（元）'],
        rows: owed.months.map(({ month, earned, paid, owed: due }) => {
          const work = byMonth.get(month);
          return [
            monthText(month),
            work ? daysText(work.halves) : '',
            work ? hoursText(work.minutes) : '',
            work ? hoursText(work.overtime_minutes) : '',
            work ? piecesText(work.pieces) : '',
            ...[money(earned.fen), money(paid), money(due.fen)],
          ];
        }),
      },
      { kind: 'text', text: `一共：${owed.owed.how}。没有说是哪个月的钱，先算最早欠的月。` },
      {
        kind: 'list',
        items: owed.months.slice(-100).map(({ month, earned }) => `${monthText(month)}：${earned.how}`),
      },
      { kind: 'heading', text: '每一天' },
      {
        kind: 'table',
        head: ['日期', '记了什么', '在哪、谁管', '算不算', '什么时候记的'],
        rows: inOrder(log).map(({ entry }) => [
          entry.day,
          short(entryText(entry)),
          short([entry.place, entry.in_charge].filter(Boolean).join('，')),
          state(entry),
          momentInChina(entry.written_at),
        ]),
        widths: [16, 40, 18, 12, 14],
      },
      ...(files.length > 0
        ? [
            { kind: 'heading' as const, text: '附件' },
            {
              kind: 'table' as const,
              head: ['日期', '文件', '加进来的时间', '校验码（SHA-256）'],
              rows: files
                .slice(0, 300)
                .map(({ day, name, added_at, sha256 }) => [
                  day,
                  short(name),
                  momentInChina(added_at),
                  sha256,
                ]),
              widths: [14, 24, 20, 42],
            },
          ]
        : []),
      {
        kind: 'text',
        text: `每记一条，手机都按内容和前一条算一个校验码；后来改了哪一条，从那一条起就对不上。时间是手机上的时间。共${log.length}条，打印于${today}，最后一条的校验码在页脚。`,
      },
      { kind: 'signature', label: '记的人', png: null, date: '' },
    ],
    foot: `记工本 共${log.length}条 最后一条的校验码 ${last}`,
  };
}
