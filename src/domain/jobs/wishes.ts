/** Saved searches: what is looked for again and again, and what it is called. */
import { yuan } from '../money/yuan';
import { POSTING_KINDS, type PostingKind, SHIFTS, type Shift, SKILLS, type Skill } from './kinds';

export const MOST_SEARCHES = 10;
/** Days between two messages about new work, whatever is looked for. */
export const NEWS_DAYS = 7;

export interface Wanted {
  readonly scope: 'near' | 'away';
  /** a phone's location is never kept: a county, perhaps a township */
  readonly county: string;
  readonly town?: string | undefined;
  readonly filter: {
    readonly kinds?: readonly PostingKind[] | undefined;
    readonly pay_from?: number | undefined;
    readonly within?: number | undefined;
    readonly board?: boolean | undefined;
    readonly lodging?: boolean | undefined;
    readonly shifts?: readonly Shift[] | undefined;
    readonly childcare_hours?: boolean | undefined;
    readonly elders?: boolean | undefined;
    readonly light?: boolean | undefined;
    readonly skills?: readonly Skill[] | undefined;
    readonly starts_by?: string | undefined;
  };
}

const MOST_WORDS = 3;

/**
 * 样例镇附近 · 缝纫 · 每月3000元以上: where, then the first three things asked for.
 * @param place name of the county
 */
export function searchName({ scope, town, filter }: Wanted, place: string): string {
  const where = scope === 'away' ? `外出务工（${place}）` : `${town ?? place}附近`;
  const said = [
    ...(filter.skills ?? []).map((skill) => SKILLS[skill]),
    ...(filter.kinds ?? []).map((kind) => POSTING_KINDS[kind].title),
    filter.pay_from ? `每月${yuan(filter.pay_from)}元以上` : '',
    ...(filter.shifts ?? []).map((shift) => SHIFTS[shift]),
    filter.board ? '包吃' : '',
    filter.lodging ? '包住' : '',
    filter.childcare_hours ? '能接送娃' : '',
    filter.elders ? '老人能干' : '',
    filter.light ? '轻活' : '',
    filter.within ? `${Math.round(filter.within / 1000)}公里内` : '',
  ].filter((word) => word !== '');
  const shown = said.slice(0, MOST_WORDS);
  const more = said.length > MOST_WORDS ? [`等${said.length}样`] : [];
  return [where, ...(shown.length === 0 ? ['什么活都看'] : shown), ...more].join(' · ');
}
