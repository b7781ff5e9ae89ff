/** What service files take from `law/`: questions that several of them ask, and periods that the law has. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Limit, LimitOf, Service, ServiceQuestion } from '@/domain/cases';
import { readYaml } from './read-yaml';
import type { Wrong } from './services-check';
import { question, type ServiceFile, type SharedQuestion } from './services-schema';

export const QUESTIONS_FILE = 'law/questions.yaml';
export const sharedQuestions = z.array(question);

/** What the law says of one period. */
export type LimitRow = Pick<Limit, 'span' | 'item' | 'quote'>;

export interface Shared {
  readonly questions: readonly ServiceQuestion[];
  /** null: no such row, or one without a period */
  readonly limit: (rule: string) => LimitRow | null;
}

/** @throws PolicyError */
export function sharedOf(root: string, limit: Shared['limit']): Shared {
  const there = existsSync(path.join(root, QUESTIONS_FILE));
  return { questions: there ? readYaml(root, QUESTIONS_FILE, sharedQuestions) : [], limit };
}

/** The service with everything in its place, or the first thing that is not there. */
export function whole(file: ServiceFile, shared: Shared): Service | Wrong {
  const questions: ServiceQuestion[] = [];
  for (const [n, one] of file.questions.entries()) {
    const found = questionOf(one, shared);
    if (!found)
      return { path: ['questions', n, 'shared'], message: `${QUESTIONS_FILE} has no such question` };
    questions.push(found);
  }
  const limits: Partial<Record<LimitOf, Limit>> = {};
  for (const [of, one] of Object.entries(file.workflow.limits) as [
    LimitOf,
    Limit | { readonly rule: string },
  ][]) {
    const found = limitOf(one, shared);
    if (!found)
      return { path: ['workflow', 'limits', of, 'rule'], message: 'law/deadlines.yaml has no such row' };
    limits[of] = found;
  }
  return { ...file, questions, workflow: { ...file.workflow, limits } };
}

function questionOf(one: ServiceQuestion | SharedQuestion, { questions }: Shared): ServiceQuestion | null {
  if (!('shared' in one)) return one;
  const { shared, ...differs } = one;
  const found = questions.find(({ id }) => id === shared);
  return found ? { ...found, ...differs } : null;
}

function limitOf(one: Limit | { readonly rule: string }, { limit }: Shared): Limit | null {
  if ('basis' in one || one.rule === undefined) return one as Limit;
  const row = limit(one.rule);
  return row && { rule: one.rule, basis: 'law', ...row };
}
