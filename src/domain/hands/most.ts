/** How much there may be of it at once: no law, but what one can look after, said in words where it ends. */
import type { Can } from './gathering';

/** Announced and not over yet. Whom nobody has vouched for has fewer; an office, and a unit the county knows, as many as they want. */
export const OPEN_MOST = { person: 3, unit: 5 } as const;
export type Unvouched = keyof typeof OPEN_MOST;

export function announceCan(who: Unvouched, open: number): Can {
  const most = OPEN_MOST[who];
  if (open < most) return { ok: true };
  const whose = who === 'person' ? '个人' : '区县还没有核实过的单位';
  return {
    ok: false,
    why: `您发布的活还有${open}个没干完，${whose}同时最多${most}个。先取消不要的，或者等干完了再发`,
  };
}

/** In a day; counted where tries are counted (store/limits.ts). */
export const ANNOUNCED_DAILY = { person: 5, unit: 10 } as const satisfies Record<Unvouched, number>;
export const dailyWords = (who: Unvouched): string =>
  `今天已经发了${ANNOUNCED_DAILY[who]}个，${who === 'person' ? '个人' : '没有核实过的单位'}一天最多这么多。请明天再发，或者请村里、乡镇发布`;

/** Who waits longer than this has no chance, and had better look elsewhere. */
export const QUEUE_MOST = 100;
export const QUEUE_FULL = `排队的已经有${QUEUE_MOST}人，不能再排了，请看看别的活`;

/** Places somebody holds or waits for that have not begun: nobody holds the places of others. */
export const JOINED_MOST = 10;
export const JOINED_FULL = `您已经报了${JOINED_MOST}个还没开工的活，先退掉去不了的，再报这个`;
