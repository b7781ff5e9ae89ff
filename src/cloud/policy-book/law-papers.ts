/** `law/papers/*.yaml`: the papers of a wage matter, with a place for each answer. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { AnswerExpr, ServiceQuestion } from '@/domain/cases';
import { isOfArticle } from '@/domain/wages/cites';
import type { Cite } from '@/domain/wages/law';
import {
  EACH,
  type EachOf,
  PAPER_EXTRAS,
  PAPER_IDS,
  type PaperTemplate,
  type TemplateBlock,
  type TemplatePiece,
  type TemplateText,
} from '@/domain/wages/paper-template';
import { placesOf } from '@/domain/wages/papers';
import { PolicyError, readYaml, wrongAt } from './read-yaml';
import { walk } from './services-conditions';
import { when } from './services-schema';
import { QUESTIONS_FILE, sharedQuestions } from './services-shared';

const FOLDER = 'law/papers';
const text = z.string().trim();
const id = z.string().regex(/^[a-z]+(_[a-z]+)*$/);
const eachOf = z.enum(Object.keys(EACH) as [EachOf, ...EachOf[]]);

const piece: z.ZodType<TemplatePiece> = z.strictObject({
  text: text.min(1).max(600),
  when: when.optional(),
  known: z.array(z.string()).min(1).optional(),
});
const pieces: z.ZodType<TemplateText> = z.union([text.max(600), z.array(piece).min(1)]);

const block: z.ZodType<TemplateBlock> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['title', 'heading', 'warning']),
      text: text.min(1).max(300),
      when: when.optional(),
    }),
    z.strictObject({
      kind: z.literal('text'),
      id,
      text: pieces,
      need: text.min(1).max(30).optional(),
      when: when.optional(),
    }),
    z.strictObject({
      kind: z.literal('field'),
      id,
      label: text.min(1).max(40),
      text: pieces,
      need: z.literal(true).optional(),
      when: when.optional(),
    }),
    z.strictObject({ kind: z.literal('list'), id, items: z.array(piece).min(1), when: when.optional() }),
    z.strictObject({
      kind: z.literal('each'),
      of: eachOf,
      blocks: z.array(block).min(1),
      when: when.optional(),
    }),
    z.strictObject({
      kind: z.literal('table'),
      of: eachOf,
      head: z.array(text.min(1).max(20)).min(1).max(8),
      cells: z.array(text.min(1)).min(1).max(8),
      widths: z.array(z.number().positive()).optional(),
      spare: z.int().min(0).max(10).optional(),
      when: when.optional(),
    }),
    z.strictObject({
      kind: z.literal('signature'),
      label: text.min(1).max(20),
      hand: z.literal(true).optional(),
      when: when.optional(),
    }),
    z.strictObject({ kind: z.literal('break'), when: when.optional() }),
  ]),
) as z.ZodType<TemplateBlock>;

const file = z.strictObject({
  id: z.enum(PAPER_IDS),
  title: text.min(1).max(20),
  use: text.min(1).max(60),
  hand_in: z.array(text.min(1).max(80)).min(1),
  /** 调解仲裁法 28: a law by its short name, and the article */
  cite: z.array(text.regex(/^\S+ \S+$/)).min(1),
  blocks: z.array(block).min(1),
});

const statutes = z.array(z.looseObject({ id: z.string(), short: z.string() }));
const articles = z.array(z.looseObject({ statute: z.string(), article: z.string() }));

interface Laws {
  readonly statutes: z.infer<typeof statutes>;
  readonly articles: z.infer<typeof articles>;
}

/** In the order in which they are needed. @throws PolicyError; a folder without any has none */
export function loadPapers(root: string): PaperTemplate[] {
  const folder = path.join(root, FOLDER);
  if (!existsSync(folder)) return [];
  const questions = questionsOf(root);
  const laws = {
    statutes: readYaml(root, 'law/statutes.yaml', statutes),
    articles: readYaml(root, 'law/articles.yaml', articles),
  };
  const templates = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name): PaperTemplate => {
      const at = `${FOLDER}/${name}`;
      const { cite, ...template } = readYaml(root, at, file);
      if (`${template.id}.yaml` !== name)
        throw wrongAt(root, at, ['id'], `id ${template.id} is not the file's name`);
      const wrong = problemOf(template.blocks, questions, ['blocks'], null);
      if (wrong) throw wrongAt(root, at, wrong.path, `${wrong.path.join('.')}: ${wrong.message}`);
      return {
        ...template,
        cite: cite.map((one, n): Cite => citeOf(one, laws) ?? unknown(root, at, n, one)),
      };
    });
  const missing = PAPER_IDS.find((one) => templates.every((template) => template.id !== one));
  if (missing) throw new PolicyError(`${FOLDER}/${missing}.yaml`, null, 'is missing');
  return PAPER_IDS.map((one) => templates.find((template) => template.id === one) as PaperTemplate);
}

/** @returns null for a law or an article that is not kept here */
function citeOf(text: string, laws: Laws): Cite | null {
  const [short, article] = text.split(' ') as [string, string];
  const statute = laws.statutes.find((law) => law.short === short)?.id;
  const there = laws.articles.some((one) => one.statute === statute && isOfArticle(article, one.article));
  return statute !== undefined && there ? { statute, article } : null;
}

function unknown(root: string, at: string, n: number, cite: string): never {
  throw wrongAt(root, at, ['cite', n], `cite.${n}: law/articles.yaml has no ${cite}`);
}

const asking = z.looseObject({ questions: z.array(z.looseObject({ id: z.string().optional() })) });

/** What the wage services ask: the shared questions, and their own, which are checked with the services. */
function questionsOf(root: string): ServiceQuestion[] {
  const services = path.join(root, 'services');
  const own = (existsSync(services) ? readdirSync(services) : [])
    .filter((name) => /^wage-.*\.yaml$/.test(name))
    .flatMap((name) => readYaml(root, `services/${name}`, asking).questions)
    .filter(({ id: own }) => own !== undefined) as unknown as ServiceQuestion[];
  return [...readYaml(root, QUESTIONS_FILE, sharedQuestions), ...own];
}

interface Wrong {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The first place that nothing fills, the first condition on what nobody asks, an id taken twice. */
function problemOf(
  blocks: readonly TemplateBlock[],
  questions: readonly ServiceQuestion[],
  path: Wrong['path'],
  of: EachOf | null,
): Wrong | null {
  const ids = blocks.flatMap((one) => ('id' in one ? one.id : []));
  const twice = ids.find((one, index) => ids.indexOf(one) !== index);
  if (twice !== undefined) return { path, message: `the id ${twice} is taken twice` };
  for (const [n, one] of blocks.entries()) {
    const at = [...path, n];
    if (one.kind === 'each') {
      const inside = problemOf(one.blocks, questions, [...at, 'blocks'], one.of);
      if (inside) return inside;
    }
    const row = one.kind === 'table' ? one.of : of;
    const fills = (name: string) =>
      questions.some((question) => question.id === name) || name in PAPER_EXTRAS || isOfRow(name, row);
    const place = textsOf(one)
      .flatMap(placesOf)
      .find((name) => !fills(name));
    if (place !== undefined)
      return { path: at, message: `{{${place}}} is neither a question nor known otherwise` };
    const wrong = conditionsOf(one).flatMap((condition) => walk(condition, questions, at))[0];
    if (wrong) return { path: at, message: wrong.message };
    if (one.kind === 'table' && one.head.length !== one.cells.length)
      return { path: at, message: 'the head has another number of columns' };
  }
  return null;
}

function isOfRow(name: string, of: EachOf | null): boolean {
  if (of === null) return false;
  const { one, has } = EACH[of];
  return has.some((each) => name === `${one}.${each}`);
}

function textsOf(block: TemplateBlock): string[] {
  const words = (text: TemplateText) =>
    typeof text === 'string'
      ? [text]
      : text.flatMap((one) => [one.text, ...(one.known ?? []).map((name) => `{{${name}}}`)]);
  switch (block.kind) {
    case 'list':
      return words(block.items);
    case 'table':
      return [...block.cells];
    case 'each':
    case 'signature':
    case 'break':
      return [];
    default:
      return words(block.text);
  }
}

function conditionsOf(block: TemplateBlock): AnswerExpr[] {
  const text = block.kind === 'list' ? block.items : 'text' in block ? block.text : [];
  const inside = typeof text === 'string' ? [] : text;
  return [block, ...inside].flatMap((one) => one.when ?? []);
}
