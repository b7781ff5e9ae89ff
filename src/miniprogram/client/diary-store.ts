/** 记工本 as this phone keeps it, and nobody else: jobs with their sums, and the log of each month for itself. */
import { type Logged, logged, START } from '@/domain/wages/chain';
import { type Entry, entryProblem, type Job, monthOf } from '@/domain/wages/diary';
import { type MonthWork, monthWork } from '@/domain/wages/sums';
import { forgetFiles } from './kept-files';
import { newId } from './new-id';
import { currentOwner, expectHeir, isOf, type Owner, onForgotten, onInherited, takeHeir } from './owner';
import { isRecord, keptMany } from './storage';
import { createStore } from './store';

export interface OwnJob extends Job, Owner {
  /** ms */
  readonly madeAt: number;
  /** the end of the chain */
  readonly head: { readonly count: number; readonly hash: string };
  /** what each month comes to, so that opening reads no month but one */
  readonly months: Readonly<Record<string, MonthWork>>;
  /** the month that was being written when this was kept; else null */
  readonly writing: string | null;
}

interface MonthLog {
  readonly log: readonly Logged[];
}

const isJob = (value: unknown): value is OwnJob =>
  isRecord(value) && typeof value.id === 'string' && isRecord(value.head) && isRecord(value.months);
const isLog = (value: unknown): value is MonthLog => isRecord(value) && Array.isArray(value.log);
const keptJobs = keptMany('diary-job', 1, isJob);
const keptLogs = keptMany('diary-log', 1, isLog);

const keyOf = (job: string, month: string): string => `${job}.${month}`;
const read = new Map<string, readonly Logged[]>();

/** What was written for the days of a month, in the order of writing. */
export function monthLog(job: string, month: string): readonly Logged[] {
  const key = keyOf(job, month);
  const known = read.get(key) ?? keptLogs.read(key)?.log ?? [];
  read.set(key, known);
  return known;
}

export const wholeLog = ({ id, months }: OwnJob): readonly Logged[] =>
  Object.keys(months)
    .flatMap((month) => monthLog(id, month))
    .sort((a, b) => a.seq - b.seq);

/** The app was closed in the middle of a writing: what was written counts. */
function repaired(job: OwnJob): OwnJob {
  const { writing, head, id } = job;
  if (writing === null) return job;
  const log = monthLog(id, writing);
  const last = log[log.length - 1];
  const further = last && last.seq >= head.count ? { count: last.seq + 1, hash: last.hash } : head;
  const next = { ...job, head: further, months: withMonth(job, writing, log), writing: null };
  keptJobs.write(id, next);
  return next;
}

const withMonth = ({ months }: OwnJob, month: string, log: readonly Logged[]): OwnJob['months'] => ({
  ...months,
  [month]: monthWork(
    month,
    log.map(({ entry }) => entry),
  ),
});

export const jobs = createStore<readonly OwnJob[]>(keptJobs.all().map(repaired));

keptJobs.onOtherTab((id) => {
  for (const key of [...read.keys()]) if (key.startsWith(`${id}.`)) read.delete(key);
  const theirs = keptJobs.read(id);
  const others = jobs.get().filter((one) => one.id !== id);
  // in the middle of a writing: the end of it is told too
  if (theirs?.writing) return;
  jobs.set(theirs ? [...others, theirs] : others);
});

/** Of whoever is on the screen, the newest first. */
export const jobsOf = (owner: Owner): readonly OwnJob[] =>
  jobs
    .get()
    .filter((one) => isOf(one, owner))
    .sort((a, b) => b.madeAt - a.madeAt);

export const jobOf = (id: string): OwnJob | null => jobs.get().find((one) => one.id === id) ?? null;

function put(job: OwnJob): boolean {
  const kept = keptJobs.write(job.id, job);
  if (!kept) return false;
  if (job.account === null) expectHeir();
  const all = jobs.get();
  const known = all.some(({ id }) => id === job.id);
  jobs.set(known ? all.map((one) => (one.id === job.id ? job : one)) : [...all, job]);
  return true;
}

export type NewEntry = Omit<Entry, 'id' | 'job' | 'written_at'>;
export type Written =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly problem: string };

const FULL = '手机存满了，没有记上。删掉一些不用的照片或者小程序，再按一次。';
const refused = (problem: string): Written => ({ ok: false, problem });

/** Kept at once, or not at all: never half. */
export function writeEntry(jobId: string, fields: NewEntry): Written {
  // another tab may have written since
  const kept = keptJobs.read(jobId) ?? jobOf(jobId);
  if (!kept) return refused('这份活的记工本已经不在这部手机上了。');
  const job = repaired(kept);
  const entry: Entry = { ...fields, id: newId(), job: jobId, written_at: new Date().toISOString() };
  const month = monthOf(entry.day);
  const key = keyOf(jobId, month);
  read.delete(key);
  const before = monthLog(jobId, month);
  const problem = entryProblem(entry) ?? replacementProblem(entry, before);
  if (problem) return refused(problem);
  const { head } = job;
  const next = logged(entry, head.count > 0 ? { seq: head.count - 1, hash: head.hash } : null);
  const log = [...before, next];
  if (!keptJobs.write(jobId, { ...job, writing: month })) return refused(FULL);
  if (!keptLogs.write(key, { log })) {
    keptJobs.write(jobId, job);
    return refused(FULL);
  }
  read.set(key, log);
  const after = { count: next.seq + 1, hash: next.hash };
  // where the phone has room for the log and none for this, `writing` says what is missing
  put({ ...job, head: after, months: withMonth(job, month, log), writing: null });
  return { ok: true, entry };
}

function replacementProblem({ replaces, day }: Entry, log: readonly Logged[]): string | null {
  if (replaces === undefined) return null;
  const old = log.find(({ entry }) => entry.id === replaces)?.entry;
  if (!old) return '原来那一条找不到了，请退出这一页再进来看看。';
  if (old.day !== day) return '改的要和原来是同一天：日子写错了，就把原来的划掉，到对的那天重记。';
  const again = log.some(({ entry }) => entry.replaces === replaces);
  return again ? '这一条已经改过了，请改最后写的那一条。' : null;
}

/** @returns null when the phone would not keep it */
export function addJob(fields: Omit<Job, 'id'>): OwnJob | null {
  const job: OwnJob = {
    ...{ ...fields, ...currentOwner(), id: newId(), madeAt: Date.now() },
    ...{ head: { count: 0, hash: START }, months: {}, writing: null },
  };
  return put(job) ? job : null;
}

/** @returns false when the phone would not keep it */
export function changeJob(id: string, fields: Partial<Omit<Job, 'id'>>): boolean {
  const job = keptJobs.read(id) ?? jobOf(id);
  return job !== null && put({ ...repaired(job), ...fields });
}

/** Everything of it, its photos and voice notes too. */
export function removeJob(id: string): void {
  const job = jobOf(id);
  if (!job) return;
  forgetFiles(wholeLog(job).flatMap(({ entry }) => entry.files?.map(({ file }) => file) ?? []));
  for (const month of Object.keys(job.months)) {
    keptLogs.remove(keyOf(id, month));
    read.delete(keyOf(id, month));
  }
  keptJobs.remove(id);
  jobs.set(jobs.get().filter((one) => one.id !== id));
}

const inherit = (account: string): void => {
  for (const job of jobs.get()) if (job.account === null) put({ ...job, account });
};
// who signed in first while no page of this was open comes before who is signed in now
const first = takeHeir();
if (first !== null) inherit(first);
onInherited((account) => {
  takeHeir();
  inherit(account);
});

onForgotten((gone) => {
  for (const job of jobs.get()) if (gone(job)) removeJob(job.id);
});
