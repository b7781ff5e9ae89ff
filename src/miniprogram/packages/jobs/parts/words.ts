/** Postings in words: pay, distance, days. */

import type { Where } from '@/client/look-from';
import type { PostingLine } from '@/contract/jobs';
import { distanceText, type MonthlyPay, PAY_UNITS, type Pay, type PostingKind } from '@/domain/jobs';
import { shortYuan } from '@/domain/money/yuan';
import { monthDayText, weekday } from '@/ui/date-text';
import { copy } from './copy';

/** 每月4500到6000元 */
export function payText(pay: Pay | null): string {
  if (pay === null) return copy.noPay;
  const { from_fen, to_fen, unit } = pay;
  const to = to_fen !== null && to_fen !== from_fen ? `到${shortYuan(to_fen)}` : '';
  return `${PAY_UNITS[unit]}${shortYuan(from_fen)}${to}元`;
}

/** 合每月约2610元; null where the posting says the month itself, nothing can be said, or it is for a few days anyway */
export const sameAsText = (monthly: MonthlyPay | null, kind: PostingKind): string | null =>
  monthly?.way && kind !== 'day_labour' ? copy.sameAs(`${Math.round(monthly.fen / 100)}`) : null;

/** metres a minute, at 12 kilometres an hour */
const RIDING = 200;
/** how much longer a road is than the straight line */
const ROAD = 1.3;
const LONGEST_RIDE = 90;

/** Minutes on a bicycle in steps of five; null: nobody rides that far. */
export function rideMinutes(metres: number): number | null {
  const minutes = Math.max(5, Math.round((metres * ROAD) / RIDING / 5) * 5);
  return minutes > LONGEST_RIDE ? null : minutes;
}

/** 离您2.1公里，骑车约15分钟; null: nobody knows how far, also from the middle of a county */
export function farText(
  { metres, exact }: Pick<PostingLine, 'metres' | 'exact'>,
  where: Where | null,
): string | null {
  // the middle of a county is nobody's way to work
  if (metres === null || exact === 'county') return null;
  const far = distanceText(metres);
  const sure = exact === 'exact' && (where === null || where.kind === 'here');
  const ride = rideMinutes(metres);
  const said = `${fromText(where)}${sure ? far : copy.about(far)}`;
  return ride === null ? said : `${said}，${copy.ride(ride)}`;
}

export function fromText(where: Where | null): string {
  if (where === null || where.kind === 'here') return copy.from.here;
  return copy.from.town(where.town ?? where.name);
}

/** 酉阳 板溪镇 */
export const placeText = ({ county_name, town }: Pick<PostingLine, 'county_name' | 'town'>): string =>
  [county_name, town].filter(Boolean).join(' ');

export const dayText = (iso: string): string => `${monthDayText(iso)}（${weekday(iso)}）`;
