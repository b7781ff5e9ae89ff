/** `law/*.yaml`: the law on unpaid wages, every citation and condition looked up. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { WorkCalendar } from '@/domain/calendar/work-days';
import type { AnswerExpr } from '@/domain/cases';
import { articleOf, citeText, isOfArticle } from '@/domain/wages/cites';
import type { Article, Cite, DeadlineRow, LawBook, Statute } from '@/domain/wages/law';
import { loadPapers } from './law-papers';
import { LAW_FILES } from './law-schema';
import { readYaml, wrongAt } from './read-yaml';
import { walk } from './services-conditions';
import { type LimitRow, QUESTIONS_FILE, sharedQuestions } from './services-shared';

type FileName = keyof typeof LAW_FILES;
type Path = readonly (string | number)[];
const fileOf = (name: FileName) => `law/${name}.yaml`;

const EMPTY: Omit<LawBook, 'hash' | 'calendar'> = {
  ...{ statutes: [], articles: [], deadlines: [], tracks: [], advice: [], notes: [], payers: [] },
  ...{ bodies: [], proofs: [], stages: [], papers: [], questions: [] },
  pay: { days_a_month: 21.75, hours_a_day: 8, minimum_wages: [], items: [] },
};

/**
 * Everything a phone needs to advise on unpaid wages; a folder without `law/` has no rows.
 * @throws PolicyError with file and line for what does not validate, or names what is not there
 */
export function loadLaw(root: string, calendar: WorkCalendar): LawBook {
  const rows = existsSync(path.join(root, fileOf('statutes'))) ? loadRows(root) : EMPTY;
  const content = { ...rows, calendar };
  return { hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'), ...content };
}

function loadRows(root: string): typeof EMPTY {
  const read = <N extends FileName>(name: N) =>
    readYaml(root, fileOf(name), LAW_FILES[name] as z.ZodType<z.infer<(typeof LAW_FILES)[N]>>);
  const wrong = (name: FileName, at: Path, why: string) =>
    wrongAt(root, fileOf(name), at, `${at.join('.')}: ${why}`);
  const statutes = read('statutes');
  const articles = read('articles');
  const questions = readYaml(root, QUESTIONS_FILE, sharedQuestions);

  /** Rows with their citations looked up, ids that differ, and conditions that can be asked. */
  const checked = <T extends { readonly cite: readonly string[] }>(
    name: FileName,
    list: readonly T[],
    idOf: (row: T) => string,
    within: Path = [],
  ): (Omit<T, 'cite'> & { readonly cite: readonly Cite[] })[] => {
    unique(list, idOf, (n, id) => wrong(name, [...within, n], `${id} is used twice`));
    return list.map((row, n) => {
      for (const [key, condition] of conditionsOf(row)) {
        const problem = walk(condition, questions, [...within, n, key])[0];
        if (problem) throw wrong(name, problem.path, problem.message);
      }
      const cite = row.cite.map((one, k) => {
        const found = citeOf(one, statutes, articles);
        if (typeof found === 'string') throw wrong(name, [...within, n, 'cite', k], found);
        return found;
      });
      return { ...row, cite };
    });
  };

  unique(
    statutes,
    ({ id }) => id,
    (n, id) => wrong('statutes', [n, 'id'], `${id} is used twice`),
  );
  unique(
    statutes,
    ({ short }) => short,
    (n, id) => wrong('statutes', [n, 'short'], `${id} is used twice`),
  );
  unique(
    articles,
    ({ statute, article }) => `${statute} ${article}`,
    (n, id) => wrong('articles', [n, 'article'], `${id} stands twice`),
  );
  articles.forEach(({ statute }, n) => {
    if (!statutes.some(({ id }) => id === statute))
      throw wrong('articles', [n, 'statute'], `statutes.yaml has no ${statute}`);
  });

  const byId = ({ id }: { readonly id: string }) => id;
  const deadlines = checked('deadlines', read('deadlines'), byId);
  deadlines.forEach(({ trigger, restarts, met_by }, n) => {
    if (trigger === null && (restarts ?? met_by))
      throw wrong('deadlines', [n, 'trigger'], 'what no day starts is neither restarted nor met');
  });
  const tracks = checked('tracks', read('tracks'), byId);
  const advice = checked('advice', read('advice'), byId);
  const bodies = checked('bodies', read('bodies'), ({ track }) => track);
  const isTrack = (id: string) => tracks.some((row) => row.id === id);
  tracks.forEach(({ shuts }, n) => {
    const stray = shuts.find((id) => !isTrack(id));
    if (stray !== undefined) throw wrong('tracks', [n, 'shuts'], `there is no way ${stray}`);
  });
  advice.forEach(({ first }, n) => {
    if (!isTrack(first)) throw wrong('advice', [n, 'first'], `there is no way ${first}`);
  });
  const payers = checked('payers', read('payers'), byId);
  payers.forEach(({ name_from: from }, n) => {
    if (from !== undefined && !questions.some(({ id }) => id === from))
      throw wrong('payers', [n, 'name_from'], `${from} is no question`);
  });
  const { items, ...rules } = read('pay');
  const pay = { ...rules, items: checked('pay', items, byId, ['items']) };
  pay.items.forEach(({ limits }, n) => {
    const stray = limits.find((id) => !deadlines.some((row) => row.id === id));
    if (stray !== undefined) throw wrong('pay', ['items', n, 'limits'], `there is no deadline ${stray}`);
  });
  const papers = loadPapers(root);
  for (const { id, cite } of papers) {
    const at = cite.findIndex((one) => articleOf({ articles }, one) === null);
    const one = cite[at];
    if (one)
      throw wrongAt(
        root,
        `law/papers/${id}.yaml`,
        ['cite', at],
        `cite.${at}: articles.yaml has no ${citeText({ statutes }, one)}`,
      );
  }
  return {
    ...{ statutes, articles, deadlines, tracks, advice, payers, bodies, pay, questions, papers },
    notes: checked('notes', read('notes'), byId),
    proofs: checked('proofs', read('proofs'), byId),
    stages: checked('stages', read('stages'), byId),
  };
}

function unique<T>(
  list: readonly T[],
  nameOf: (one: T) => string,
  wrong: (n: number, name: string) => Error,
) {
  const seen = new Set<string>();
  list.forEach((one, n) => {
    const name = nameOf(one);
    if (seen.has(name)) throw wrong(n, name);
    seen.add(name);
  });
}

function conditionsOf(row: object): [string, AnswerExpr][] {
  const { when, open_when } = row as { when?: AnswerExpr; open_when?: AnswerExpr };
  return Object.entries({ when, open_when }).flatMap(([key, one]) => (one ? [[key, one]] : []));
}

/** 调解仲裁法 27(2) as a citation, or what is wrong with it. */
function citeOf(text: string, statutes: readonly Statute[], articles: readonly Article[]): Cite | string {
  const [short, article] = text.split(' ') as [string, string];
  const statute = statutes.find((one) => one.short === short);
  if (!statute) return `statutes.yaml has no ${short}`;
  const found = articles.some((one) => one.statute === statute.id && isOfArticle(article, one.article));
  return found ? { statute: statute.id, article } : `articles.yaml has no ${text}`;
}

const UNITS = { WD: '个工作日', CD: '天', M: '个月', Y: '年' } as const;

/** 5个工作日 */
const spanOf = ({ n, unit }: NonNullable<DeadlineRow['period']>): string => `${n}${UNITS[unit]}`;

/** What a service's limit takes from a row; null: there is no such row, or it has no period. */
export function limitRow(law: LawBook, rule: string): LimitRow | null {
  const row = law.deadlines.find(({ id }) => id === rule);
  if (!row?.period) return null;
  return { span: spanOf(row.period), item: row.cite.map((one) => citeText(law, one)).join('、') };
}
