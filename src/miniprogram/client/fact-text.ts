import { type FactId, type FactValue, factSpec } from '@/domain/eligibility/facts';
import type { Region } from '@/domain/eligibility/pack';
import { dateText } from '@/ui';

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  labour_grade: { general: '普通劳动力', skilled: '技能劳动力', half: '半劳动力', weak: '弱劳动力' },
  employment_form: {
    unit: '在单位上班',
    flexible: '灵活就业',
    self: '自己干',
    public_post: '公益性岗位',
    workshop: '帮扶车间',
    student: '在读书',
    none: '没有就业',
  },
  work_region: {
    same_county: '本区县',
    other_county_same_province: '同一个省（市）的别的区县',
    other_province: '外省（市）',
  },
};

/** A fact's value in words: 是, 4 个月, 2023年5月20日, 2023年春季学期. */
export function factText(id: FactId, value: FactValue, region?: Region): string {
  const { type, unit } = factSpec(id);
  if (typeof value === 'boolean') return value ? '是' : '不是';
  switch (type) {
    case 'int':
      return `${value} ${unit ?? ''}`.trim();
    case 'date':
      return dateText(String(value));
    case 'semester':
      return semesterText(String(value));
    case 'county':
      return region?.units.find(({ code }) => code === value)?.name ?? String(value);
    default:
      return VALUES[id]?.[String(value)] ?? String(value);
  }
}

/** `2023S` → 2023年春季学期 */
export function semesterText(semester: string): string {
  if (semester === 'none') return '还没有消除';
  return `${semester.slice(0, 4)}年${semester.endsWith('S') ? '春季' : '秋季'}学期`;
}
