/** What a wage matter has beside other cases: its moments, its place in the queue, its hearing, those it goes with. */
import { eq, sql } from 'drizzle-orm';
import type { CaseView } from '@/contract/cases';
import { type CaseEvent, type CaseState, hearingIn, recordedIn, shiftOf } from '@/domain/cases';
import { articleOf } from '@/domain/wages/cites';
import { filingOf, momentsOf } from '@/domain/wages/moments';
import { type Context, servicesOf } from '../context';
import type { PolicyBook } from '../policy-book/book';
import { serviceCase } from '../store/schema';
import type { CaseRecord } from './record';

export const deadlineRow = ({ law }: PolicyBook, id: string) => law.deadlines.find((row) => row.id === id);

type WageView = Pick<CaseView, 'moments' | 'shift' | 'green' | 'formal' | 'hearing' | 'together' | 'stage'>;

export async function wageView(context: Context, record: CaseRecord): Promise<WageView> {
  const { at, events, ground } = record;
  const { service, here, document, region } = ground;
  if (filingOf(service) === null)
    return {
      moments: [],
      shift: null,
      green: null,
      formal: null,
      hearing: null,
      together: null,
      stage: null,
    };
  const first = events[0] as CaseEvent<'file'>;
  const benefit = context.book.regions
    .find((one) => one.region.id === region)
    ?.benefits.find(({ id }) => id === here.green);
  const hearing = hearingIn(events, service.workflow)?.event.data;
  return {
    moments: momentsOf(events, service),
    shift: shiftIn(record),
    green: benefit
      ? { holds: at.green, title: benefit.title, document: document.number, item: benefit.items[0] ?? '' }
      : null,
    formal: first.data.formal === true || shiftOf(events, service.workflow).filed !== null,
    hearing:
      hearing && hearing.on >= context.today
        ? { on: hearing.on, time: hearing.time ?? '', place: hearing.place ?? '' }
        : null,
    together: at.group === null ? null : await countTogether(context, at.group),
    stage: stageOf(record),
  };
}

/** What was written down of the period until the decision. */
function shiftIn({ events, ground: { service } }: CaseRecord): CaseView['shift'] {
  const row = service.workflow.limits.decide?.rule;
  if (row === undefined) return null;
  const { extended, suspended, paused } = shiftOf(events, service.workflow);
  return { row, extended, stopped: suspended, paused };
}

async function countTogether(context: Context, group: string): Promise<number> {
  const [{ n } = { n: 0 }] = await servicesOf(context)
    .store.db.select({ n: sql<number>`count(*)::int` })
    .from(serviceCase)
    .where(eq(serviceCase.groupId, group));
  return n;
}

const STAGES: Partial<Record<CaseState, string>> = {
  filed: 'filed',
  accepted: 'accepted',
  refused: 'refused',
};

/** The row of `law/stages.yaml` that tells what comes next: of the last step that has one. */
function stageOf({ at, events, ground: { service } }: CaseRecord): string | null {
  const last = recordedIn(events, service.workflow)
    .filter(({ milestone }) => milestone.stage !== undefined)
    .at(-1);
  if (at.state === 'refused') return STAGES.refused ?? null;
  return last?.milestone.stage ?? STAGES[at.state] ?? null;
}

/** An article that a refusal rests on: `statute:article`; null for an item of the region's document. */
export function lawCited(
  book: PolicyBook,
  item: string,
): { readonly title: string; readonly item: string; readonly text: string } | null {
  const cut = item.indexOf(':');
  if (cut < 0) return null;
  const [statute, article] = [item.slice(0, cut), item.slice(cut + 1)];
  const { law } = book;
  const found = articleOf(law, { statute, article });
  const title = law.statutes.find(({ id }) => id === statute)?.short ?? statute;
  return {
    title: `《${title}》`,
    item: articleText(article),
    text: found?.text ?? summaryOf(found?.summary),
  };
}

const summaryOf = (summary: string | undefined) => (summary === undefined ? '' : `${summary}（摘要）`);

/** 27(2) → 第27条第2款 · 27(二) → 第27条（二） · 26–28 → 第26–28条 */
function articleText(article: string): string {
  const [, number = article, part = ''] = /^(\S+?)(?:\((.+)\))?$/.exec(article) ?? [];
  if (part === '') return `第${number}条`;
  return /^\d+$/.test(part) ? `第${number}条第${part}款` : `第${number}条（${part}）`;
}

/** Laws whose articles a refusal of a wage matter can rest on: who is competent, for what, until when. */
const REFUSING = ['inspection', 'inspection-provisions', 'mediation-arbitration', 'arbitration-rules'];

/** Their articles, for the desk to choose from. */
export function lawItems(book: PolicyBook): { key: string; title: string }[] {
  const { articles, statutes } = book.law;
  return (
    articles
      // one whose number was never read is nothing to refuse anybody with
      .filter(({ statute, article }) => REFUSING.includes(statute) && /^\d/.test(article))
      .map(({ statute, article, summary }) => ({
        key: `${statute}:${article}`,
        title: `《${statutes.find(({ id }) => id === statute)?.short ?? statute}》${articleText(article)} ${summary}`,
      }))
  );
}
