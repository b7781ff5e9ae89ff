/** What can be done with a posting as it stands, by whom. The page draws it, the handler insists on it. */
import type { StaffAction } from '@/contract/postings';
import type { PostingState } from '@/domain/jobs';
import { OVER } from '@/domain/jobs/states';
import type { PostingRow } from '../jobs/view';
import type { Poster } from './poster';

const LIVE: readonly PostingState[] = ['proposed', 'open', 'held', 'hidden'];
export const isOver = (state: PostingState): boolean => OVER.includes(state);

/** @param reports people who said it is not true and were not answered yet */
export function mayOf(poster: Poster, row: PostingRow, reports: number, today: string): StaffAction[] {
  const { state } = row;
  const live = LIVE.includes(state);
  if (poster.as === 'unit')
    // day labour is called off where it was asked for
    return row.source !== 'employer'
      ? []
      : [
          // what staff have hidden or held back is for them to release: closed, it could be begun anew
          ...(state === 'open' || state === 'proposed' ? (['close'] as const) : []),
          // held back, it is mended and goes to the county once more
          ...(state === 'hidden' || state === 'withdrawn' ? [] : (['change'] as const)),
        ];
  if (!poster.writes) return [];
  const inTime = row.openUntil >= today;
  const fresh = state === 'proposed' ? poster.decides : state === 'open' && row.verifiedOn === null;
  return [
    ...(fresh && inTime ? (['verify'] as const) : []),
    ...(reports > 0 ? (['judge'] as const) : []),
    ...(state === 'open' ? (['hide'] as const) : []),
    ...(state === 'open' || state === 'proposed' ? (['hold'] as const) : []),
    ...((state === 'held' || state === 'hidden') && reports === 0 && inTime && poster.decides
      ? (['release'] as const)
      : []),
    ...(live ? (['close'] as const) : []),
    // a unit's is the unit's to change, what an import brings its source's
    ...(row.source === 'desk' && state !== 'hidden' ? (['change'] as const) : []),
  ];
}

/** Why not, in words. */
export function whyNot(
  { as }: Poster,
  action: StaffAction,
  row: PostingRow,
  reports: number,
  today: string,
): string {
  if (as === 'unit') return whyNotUnit(row);
  if (action === 'judge') return '没有等着核实的“信息不实”';
  if (action === 'release' && reports > 0) return '有人说信息不实，请先核实，再说属实不属实';
  if (action === 'release' && row.openUntil < today) return '招人的日期已经过了，请发布的一方改了日期再发';
  if (isOver(row.state) && action !== 'change') return '这条已经停招了';
  if (action === 'change' && row.source !== 'desk')
    return '这条不是这里发布的，要改请找发布的一方；可以隐藏或扣下';
  return '这条现在不能这样办，请看看它到了哪一步';
}

function whyNotUnit({ source, state }: PostingRow): string {
  if (source !== 'employer') return '这条不是在这里发布的，要改、要停，请到当时发布的那一页';
  if (state === 'hidden') return '区县把这条隐藏了，正在核实，不能改也不能停招，可以打电话说明';
  if (state === 'held') return '区县先把这条扣下了，请照写的改好再交，由区县看过再说';
  return '这条已经停招了';
}
