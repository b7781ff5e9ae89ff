/** 记工本 for the pages: nothing of it leaves the phone by itself. */
import { useMemo } from 'react';
import type { Answer, Answers } from '@/domain/cases/service';
import type { Logged } from '@/domain/wages/chain';
import type { Entry, Job } from '@/domain/wages/diary';
import { type Conversion, type Owed, owedByMonth } from '@/domain/wages/owed';
import { jobOf, jobs, jobsOf, monthLog, type OwnJob, wholeLog } from './diary-store';
import { useOwner } from './owner';
import { useStore } from './store';

export type { OwnJob } from './diary-store';

/** Of whoever is on the screen, the newest first. */
export function useJobs(): readonly OwnJob[] {
  const owner = useOwner();
  useStore(jobs);
  return jobsOf(owner);
}

export const useJob = (id: string | undefined): OwnJob | null =>
  useJobs().find((one) => one.id === id) ?? null;

/** What was written for the days of one month; the same until something is written. */
export const useMonth = (job: OwnJob, month: string): readonly Logged[] => monthLog(job.id, month);

/** Everything that was written, in the order of writing: for papers; a page shows a month. */
export const useEntries = (job: OwnJob): readonly Entry[] =>
  useMemo(() => wholeLog(job).map(({ entry }) => entry), [job]);

export const owedOf = (job: OwnJob, by?: Conversion): Owed => owedByMonth(job, Object.values(job.months), by);

/** Hours of overtime that were written down, in minutes. */
export const overtimeOf = ({ months }: OwnJob): number =>
  Object.values(months).reduce((all, { overtime_minutes }) => all + overtime_minutes, 0);

/** What the diary answers of the questions on unpaid wages; what it does not know is left out. */
export function jobAnswers({ id }: Pick<Job, 'id'>): Answers {
  const job = jobOf(id);
  if (!job) return {};
  const { months, owed } = owedOf(job);
  const due = months.filter((one) => (one.owed.fen ?? 0) > 0);
  const boss = [job.boss, job.boss_phone].filter(Boolean).join('，电话');
  const known: Record<string, Answer | undefined> = {
    county: job.county,
    work_kind: job.work_kind,
    pay_kind: job.pay_kind,
    pay_rate: job.pay_rate,
    started_on: job.started_on,
    ...(job.ended_on !== null && { still_working: false, left_on: job.ended_on }),
    employer_name: job.employer_name,
    site_name: job.site_name,
    employer_hint: boss && `管事的：${boss}`,
    owed_from: due[0]?.month,
    owed_to: due[due.length - 1]?.month,
    owed_total: owed.fen !== null && owed.fen > 0 ? owed.fen : undefined,
  };
  const answers: Record<string, Answer> = {};
  for (const name of Object.keys(known)) {
    const answer = known[name];
    if (answer !== undefined && answer !== null && answer !== '') answers[name] = answer;
  }
  return answers;
}
