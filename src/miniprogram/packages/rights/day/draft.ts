/** What is being written for a day: kept at every letter, so that a closed app loses nothing. */
import type { NewEntry } from '@/client/diary-store';
import { isRecord, kept } from '@/client/storage';
import { hundredthsOf, typedOf } from '@/client/typed-number';
import type { Entry, FileRef } from '@/domain/wages/diary';

export type FormKind = 'work' | 'paid' | 'promise' | 'note';

/** As it was typed. */
export interface Draft {
  readonly job: string;
  readonly day: string;
  readonly kind: FormKind;
  readonly replaces: string | null;
  readonly halves: string;
  readonly hours: string;
  readonly overtime: string;
  readonly pieces: string;
  readonly place: string;
  readonly in_charge: string;
  readonly money: string;
  readonly paid_for: string;
  readonly promise: string;
  readonly promised_day: string | null;
  readonly note: string;
  readonly files: readonly FileRef[];
  readonly full_month: boolean;
}

const isDraft = (value: unknown): value is Draft =>
  isRecord(value) && typeof value.job === 'string' && Array.isArray(value.files);
const keptDraft = kept('diary-draft', 1, isDraft);

export const dropDraft = (): void => keptDraft.remove();
export const keepDraft = (draft: Draft): void => void keptDraft.write(draft);

/** What was begun before, of the same day and kind. */
export function draftOf(job: string, day: string, kind: FormKind, old: Entry | null): Draft {
  const known = keptDraft.read();
  const replaces = old?.id ?? null;
  const same = known?.job === job && known.day === day && known.kind === kind && known.replaces === replaces;
  return same ? known : { ...blank(job, day, kind), ...(old && typed(old)), replaces };
}

/** Something was begun for this day and not written down yet. */
export function begunOf(job: string, day: string): Draft | null {
  const known = keptDraft.read();
  return known?.job === job && known.day === day ? known : null;
}

const blank = (job: string, day: string, kind: FormKind): Draft => ({
  ...{ job, day, kind, replaces: null, halves: '0', hours: '', overtime: '', pieces: '', place: '' },
  ...{ in_charge: '', money: '', paid_for: '', promise: '', promised_day: null, note: '', files: [] },
  full_month: false,
});

const hours = (minutes: number | undefined) => (minutes ? typedOf(Math.round(minutes / 0.6)) : '');

const typed = (old: Entry): Partial<Draft> => ({
  halves: `${Math.min(2, old.halves ?? 0)}`,
  hours: hours(old.minutes),
  overtime: hours(old.overtime_minutes),
  pieces: old.pieces ? typedOf(old.pieces) : '',
  place: old.place ?? '',
  in_charge: old.in_charge ?? '',
  money: old.paid ? typedOf(old.paid) : '',
  paid_for: old.paid_for ?? '',
  promise: old.promise ?? '',
  promised_day: old.promised_day ?? null,
  note: old.note ?? '',
  files: old.files ?? [],
  full_month: old.full_month ?? false,
});

/** The fields whose number cannot be read. */
export const NUMBERS = ['hours', 'overtime', 'pieces', 'money'] as const;
export const unreadable = (draft: Draft): readonly (typeof NUMBERS)[number][] =>
  NUMBERS.filter((field) => draft[field].trim() !== '' && hundredthsOf(draft[field]) === null);

/** What is written down; empty fields are left out. */
export function entryOf(draft: Draft): NewEntry {
  const number = (text: string) => hundredthsOf(text) ?? 0;
  const minutes = (text: string) => Math.round(number(text) * 0.6);
  const fields: Partial<Entry> = {
    ...(draft.kind === 'work' && {
      halves: Number(draft.halves),
      minutes: minutes(draft.hours),
      overtime_minutes: minutes(draft.overtime),
      pieces: number(draft.pieces),
      place: draft.place.trim(),
      in_charge: draft.in_charge.trim(),
      ...(draft.full_month && { full_month: true as const }),
    }),
    ...(draft.kind === 'paid' && { paid: number(draft.money), paid_for: draft.paid_for }),
    ...(draft.kind === 'promise' && {
      promise: draft.promise.trim(),
      promised_day: draft.promised_day ?? '',
    }),
    note: draft.note.trim(),
  };
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== 0));
  return {
    ...{ day: draft.day, kind: draft.kind, ...said },
    ...(draft.files.length > 0 && { files: draft.files }),
    ...(draft.replaces !== null && { replaces: draft.replaces }),
  };
}
