/** A posting in the words of those who stand behind it. */
import type { EmployerRecord } from '@/contract/jobs';
import type { OwnPosting } from '@/contract/postings';
import { chinaClock } from '@/domain/calendar/china';
import type { PostingState } from '@/domain/jobs';
import { dateText, monthDayText, type StatusName } from '@/ui';

const STATES: Record<PostingState, { readonly status: StatusName; readonly word: string }> = {
  proposed: { status: 'warning', word: '等区县核实' },
  open: { status: 'eligible', word: '在招' },
  held: { status: 'not_eligible', word: '扣下了' },
  hidden: { status: 'not_eligible', word: '隐藏了' },
  closed: { status: 'expired', word: '停招了' },
  withdrawn: { status: 'expired', word: '来源撤下了' },
  expired: { status: 'expired', word: '到期了' },
};

/** @param today `YYYY-MM-DD`: one that was not swept yet is over all the same */
export const stateOf = ({ state, open_until }: OwnPosting, today: string) =>
  STATES[state === 'open' && open_until < today ? 'expired' : state];

/** 酉阳 · 板溪镇样例村 */
export const placeOf = ({ county_name, town, village, destination }: OwnPosting): string =>
  destination ?? [county_name, [town, village].filter(Boolean).join('')].filter(Boolean).join(' · ');

const SOURCES: Readonly<Record<string, string>> = {
  desk: '本地发布',
  employer: '单位自己发布',
  hands: '零工发布',
};
export const sourceOf = (source: string): string => SOURCES[source] ?? `来自${source}`;

/** 5人应聘，2人等答复，1人上班，1人自己说上班了 */
export function countsOf({ people, applied, waiting, started, said }: OwnPosting): string {
  return [
    people === null ? null : `招${people}人`,
    applied === 0 ? '还没有人应聘' : `${applied}人应聘`,
    waiting > 0 ? `${waiting}人等答复` : null,
    started > 0 ? `${started}人上班` : null,
    said > 0 ? `${said}人自己说上班了` : null,
  ]
    .filter(Boolean)
    .join('，');
}

/** Who published it, when, under which number, until when: as whoever reads it looks it up. */
export const recordLine = ({
  office,
  published_on,
  number,
  until,
  about,
  link,
}: Omit<EmployerRecord, 'kind'>): string =>
  [
    `${office}，${dateText(published_on)}公布`,
    number,
    until ? `公布到${dateText(until)}` : '公布时未写期限',
    about,
    link,
  ]
    .filter(Boolean)
    .join('。');

/** 11月22日 09:30 */
export function chinaTime(moment: string): string {
  const at = chinaClock(Date.parse(moment));
  return `${monthDayText(at.slice(0, 10))} ${at.slice(11, 16)}`;
}
