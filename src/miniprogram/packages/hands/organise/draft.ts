/** What is typed of a gathering, and what is sent of it. */
import { hundredthsOf } from '@/client/typed-number';
import type { GatheringInput } from '@/contract/hands';
import { gatheringProblems, type HandPayUnit } from '@/domain/hands';
import { copy } from './copy';

export interface Draft {
  readonly work: string;
  readonly town: string;
  readonly village: string;
  readonly address: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly people: string;
  readonly amount: string;
  readonly unit: HandPayUnit;
  readonly paid: string;
  readonly bring: string;
  readonly route: string;
  readonly name: string;
  readonly phone: string;
}

export const EMPTY: Draft = {
  ...{ work: '', town: '', village: '', address: '', day: '', from: '07:30', to: '17:30', people: '' },
  ...{ amount: '', unit: 'day', paid: '', bring: '', route: '', name: '', phone: '' },
};

const orNull = (text: string) => text.trim() || null;

export const inputOf = (draft: Draft, county: string): GatheringInput => ({
  ...{ work: draft.work.trim(), county, town: orNull(draft.town), village: orNull(draft.village) },
  ...{ address: draft.address.trim(), day: draft.day, from: timeOf(draft.from), to: timeOf(draft.to) },
  people: /^\d{1,6}$/.test(draft.people.trim()) ? Number(draft.people.trim()) : 0,
  ...{ pay_fen: hundredthsOf(draft.amount) ?? 0, pay_unit: draft.unit, paid: draft.paid.trim() },
  ...{ bring: orNull(draft.bring), route: orNull(draft.route) },
  ...(draft.name.trim() !== '' && { name: draft.name.trim() }),
  ...(draft.phone.trim() !== '' && { phone: draft.phone.trim() }),
});

/** 7：30 → 07:30 */
export const timeOf = (typed: string): string => {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d:\d\d$/.test(plain) ? `0${plain}` : plain;
};

export type Problems = Readonly<Partial<Record<string, string>>>;

export function problemsOf(draft: Draft, county: string, now: number): Problems {
  const input = inputOf(draft, county);
  const found: Record<string, string> = {};
  for (const at of ['work', 'address', 'paid'] as const) if (input[at] === '') found[at] = copy.empty;
  for (const { at, message } of gatheringProblems(input, now)) found[at] ??= message;
  if (draft.day === '') found.day = copy.dayEmpty;
  return found;
}
