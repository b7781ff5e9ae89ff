/** 信息不实: what people say of a posting, and what an office has published of an employer. */
import { hasPrivateNumber } from '../identity/private-number';

export const REPORT_REASONS = {
  gone: '打电话去，说不招了',
  pay: '给的钱和写的不一样',
  fee: '要先交钱、交押金',
  nobody: '没有这个单位，电话、地址不对',
  work: '干的活和写的不一样',
  unsafe: '叫人干违法、危险的事',
  other: '别的',
} as const;
export type ReportReason = keyof typeof REPORT_REASONS;

/** So many different people, and nobody sees it until staff have looked. */
export const HIDES_AT = 3;

/** What an office publishes of an employer that owes wages; nothing else is ever shown of it. */
export const RECORD_KINDS = {
  dishonest: {
    title: '拖欠农民工工资失信联合惩戒对象名单',
    plain: '被列入拖欠农民工工资的失信名单',
  },
  violation: { title: '重大劳动保障违法行为社会公布', plain: '因为重大劳动保障违法被公布' },
  decision: { title: '行政处理、处罚决定公示', plain: '有公示的欠薪处理、处罚决定' },
} as const;
export type RecordKind = keyof typeof RECORD_KINDS;

export interface RecordDraft {
  readonly office: string;
  readonly published_on: string;
  readonly until: string | null;
  /** 文号 */
  readonly number: string | null;
  readonly link: string | null;
  readonly about: string | null;
}
export interface RecordProblem {
  readonly at: keyof RecordDraft;
  readonly message: string;
}

/** the rules on inspection are of that month: no office has published before */
export const FIRST_PUBLISHED = '2004-12-01';

/** A record that nobody can look up is nobody's to read. */
export const hasSource = ({ number, link }: Pick<RecordDraft, 'number' | 'link'>): boolean =>
  number !== null || link !== null;

/** What cannot be, in words. @param today `YYYY-MM-DD` */
export function recordProblems(draft: RecordDraft, today: string): RecordProblem[] {
  const { office, published_on, until, number, link, about } = draft;
  const problems: RecordProblem[] = [];
  if (office.trim() === '') problems.push({ at: 'office', message: '请写哪个部门公布的' });
  if (!hasSource(draft))
    problems.push({ at: 'number', message: '请写公布的文号；没有文号的，写公布那一页的网址，大家查得到' });
  if (number !== null && !/[\w\u4e00-\u9fa5]/.test(number))
    problems.push({ at: 'number', message: '请照公布的写文号；没有文号的空着，写网址' });
  if (about !== null && hasPrivateNumber(about))
    problems.push({ at: 'about', message: '里面好像有身份证号或银行卡号。谁都看得到，请删掉' });
  if (published_on > today)
    problems.push({ at: 'published_on', message: '公布的日期还没有到，请看清楚再填' });
  if (published_on < FIRST_PUBLISHED)
    problems.push({ at: 'published_on', message: '日期太早了，请看清楚再填' });
  if (until !== null && until < published_on)
    problems.push({ at: 'until', message: '到期的日子在公布以前，请看清楚再填' });
  if (link !== null && !/^https?:\/\/[\w.-]+\.[a-z]{2,}(:\d+)?(\/\S*)?$/i.test(link))
    problems.push({ at: 'link', message: '请把公布那一页的网址整个粘贴进来，以 http 开头' });
  return problems;
}
