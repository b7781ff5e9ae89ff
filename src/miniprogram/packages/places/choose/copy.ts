import type { UnitChoice } from '@/domain/eligibility/pack';
import { dateText } from '@/ui';

export const copy = {
  title: '选地方',
  question: '看哪个区县的政策？',
  why: '选您家帮扶名单（台账）所在的区县。各地政策不一样，选了才知道您能享受哪些。',
  search: '输名字或拼音',
  none: (text: string) => `还没有收录“${text}”的政策，可以问 12333。`,
  noneTitle: '没有找到',
  chosen: '现在选的',
};

/** What a row says under the name. */
export function unitLine(unit: UnitChoice, now: UnitChoice | undefined): string | undefined {
  const gone = unit.abolished_on && now ? `${dateText(unit.abolished_on)}撤销，现在是${now.name}。` : '';
  return `${gone}${unit.note ?? ''}` || undefined;
}
