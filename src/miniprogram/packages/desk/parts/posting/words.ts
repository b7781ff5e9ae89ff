/** A posting in the words of those who stand behind it. */
import type { EmployerRecord } from '@/contract/jobs';
import type { OwnPosting } from '@/contract/postings';
import { chinaClock } from '@/domain/calendar/china';
import { isOwnSource, OWN_SOURCES, POSTING_STATES, type PostingState } from '@/domain/jobs/states';
import { dateText, monthDayText, type StatusName } from '@/ui';

const STATUS: Readonly<Record<PostingState, StatusName>> = {
  proposed: 'warning',
  open: 'eligible',
  held: 'not_eligible',
  hidden: 'not_eligible',
  closed: 'expired',
  withdrawn: 'expired',
  expired: 'expired',
};

/** @param today `YYYY-MM-DD`: one that was not swept yet is over all the same */
export function stateOf({ state: kept, open_until }: OwnPosting, today: string) {
  const state = kept === 'open' && open_until < today ? 'expired' : kept;
  return { status: STATUS[state], word: POSTING_STATES[state] };
}

/** 酉阳 · 板溪镇样例村 */
export const placeOf = ({ county_name, town, village, destination }: OwnPosting): string =>
  destination ?? [county_name, [town, village].filter(Boolean).join('')].filter(Boolean).join(' · ');

export const sourceOf = (source: string): string =>
  isOwnSource(source) ? OWN_SOURCES[source] : `来自${source}`;

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
