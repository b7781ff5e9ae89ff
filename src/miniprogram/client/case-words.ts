/** A case in words: where it stands, what is due and by when. */
import type { CaseLine } from '@/contract/cases';
import type { Due } from '@/domain/cases/case';
import { type CaseState, STATES } from '@/domain/cases/life-cycle';
import { dateText, monthDayText, weekday } from '@/ui/date-text';
import type { StatusName } from '@/ui/status-tag';
import { today } from './clock';

const TAGS: Readonly<Record<CaseState, StatusName>> = {
  filed: 'doing',
  accepted: 'doing',
  supplement: 'warning',
  bundle: 'doing',
  waiting: 'none',
  self: 'warning',
  countersign: 'doing',
  approved: 'eligible',
  review: 'doing',
  paid: 'eligible',
  done: 'eligible',
  refused: 'not_eligible',
  withdrawn: 'none',
};

/** The tag of a case: its state by icon, word and tint. */
export const stateTag = (
  state: CaseState,
  word: string = STATES[state].title,
): { readonly status: StatusName; readonly word: string } => ({ status: TAGS[state], word });

/** 12月24日（周四）; with the year when it is another one */
export function dayWords(iso: string, now: string = today()): string {
  const day = iso.slice(0, 4) === now.slice(0, 4) ? monthDayText(iso) : dateText(iso);
  return `${day}（${weekday(iso)}）`;
}

const DOES: Readonly<Record<Due['of'], string>> = {
  accept: '受理',
  decide: '办结',
  pay: '发放',
  countersign: '复核完',
  supplement: '补上',
};

/** 应当在12月24日（周四）前办结. Where no date can be given, why. */
export function dueWords(due: Pick<Due, 'of' | 'on' | 'missing'>, now: string = today()): string {
  const does = DOES[due.of];
  if (due.on !== null)
    return due.of === 'supplement'
      ? `请在${dayWords(due.on, now)}前补上`
      : `应当在${dayWords(due.on, now)}前${does}`;
  return due.missing === undefined
    ? `没有定${does}的期限`
    : `哪天前${does}还算不出来：${due.missing}年的放假安排还没有公布，公布后补上`;
}

/** 已受理，应当在12月24日（周四）前办结 */
export function stateLine({
  state,
  state_word: word,
  due,
  late,
}: Pick<CaseLine, 'state' | 'state_word' | 'due' | 'late'>): string {
  const parts: string[] = [word ?? STATES[state].title];
  if (late) parts.push('已超过应办日期');
  else if (due) parts.push(dueWords(due));
  return parts.join('，');
}

/** Days inside a sentence of the server, as they are read: 2025-12-31 → 2025年12月31日 */
export const plainDays = (text: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => dateText(iso));

/** The same with the year left out where it is this one: what has to be done soon. */
export const soonDays = (text: string, now: string = today()): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) =>
    iso.slice(0, 4) === now.slice(0, 4) ? monthDayText(iso) : dateText(iso),
  );
