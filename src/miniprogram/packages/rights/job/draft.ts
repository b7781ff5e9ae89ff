/** What is being written of a job: kept at every letter, so that a closed app loses nothing. */
import { isRecord, kept } from '@/client/storage';
import { hundredthsOf, typedOf } from '@/client/typed-number';
import type { Job, PayKind } from '@/domain/wages/diary';

/** As it was typed. */
export interface JobDraft extends Omit<Job, 'id' | 'pay_rate'> {
  /** the job that is changed; null: a new one */
  readonly of: string | null;
  readonly rate: string;
}

const isDraft = (value: unknown): value is JobDraft =>
  isRecord(value) && typeof value.title === 'string' && typeof value.rate === 'string';
const keptDraft = kept('diary-job-draft', 1, isDraft);

export const dropDraft = (): void => keptDraft.remove();
export const keepDraft = (draft: JobDraft): void => void keptDraft.write(draft);

const BLANK: JobDraft = {
  ...{ of: null, title: '', county: null, work_kind: null, site_name: '', employer_name: '', boss: '' },
  ...{ boss_phone: '', pay_kind: null, rate: '', started_on: null, ended_on: null },
};

export function draftOf(job: Job | null): JobDraft {
  const known = keptDraft.read();
  if (known && known.of === (job?.id ?? null)) return { ...BLANK, ...known };
  if (!job) return BLANK;
  const { title, county, work_kind, site_name, employer_name, boss, boss_phone } = job;
  return {
    ...{ of: job.id, title, county, work_kind, site_name, employer_name, boss, boss_phone },
    ...{ pay_kind: job.pay_kind, started_on: job.started_on, ended_on: job.ended_on },
    rate: job.pay_rate === null ? '' : typedOf(job.pay_rate),
  };
}

export type Field = 'title' | 'rate' | 'boss_phone';

/** What cannot be kept as it is. */
export function wrongIn({ title, rate, pay_kind, boss_phone }: JobDraft): readonly Field[] {
  const wrong: Field[] = [];
  if (title.trim() === '') wrong.push('title');
  if (pay_kind !== null && rate.trim() !== '' && hundredthsOf(rate) === null) wrong.push('rate');
  if (!/^[\d\s+-]*$/.test(boss_phone.normalize('NFKC'))) wrong.push('boss_phone');
  return wrong;
}

export function jobOf({ of: _, rate, ...rest }: JobDraft): Omit<Job, 'id'> {
  const pay_kind: PayKind | null = rest.pay_kind;
  return {
    ...rest,
    title: rest.title.trim(),
    site_name: rest.site_name.trim(),
    employer_name: rest.employer_name.trim(),
    boss: rest.boss.trim(),
    boss_phone: rest.boss_phone.normalize('NFKC').replace(/\s/g, ''),
    pay_rate: pay_kind === null || rate.trim() === '' ? null : hundredthsOf(rate),
  };
}
