import { and, asc, inArray, ne } from 'drizzle-orm';
import type { SpellView } from '@/contract/work';
import { dayInChina } from '@/domain/calendar/china';
import { promisedStory } from '@/domain/jobs/promised';
import type { Form, Said, Where } from '@/domain/jobs/spells';
import { countyName } from '../cases/names';
import { type Context, servicesOf } from '../context';
import { workApplication, type workSpell } from '../store/schema';
import type { Queries } from '../store/store';

export type SpellRow = typeof workSpell.$inferSelect;

export interface SpellContent {
  readonly employer: string;
  readonly form: Form;
  readonly where: Where;
  /** on leaving: everything was paid */
  readonly paid: boolean | null;
  /** the person's own answers as they stood before, to be put back */
  readonly before: Said;
  readonly beforeLeaving?: Said;
}

const PLACE = 'work_spell.content';

export const sealSpell = (context: Context, id: string, content: SpellContent): Buffer =>
  servicesOf(context).store.cipher.seal(PLACE, id, JSON.stringify(content));

export const spellIn = (context: Context, { id, contentEnc }: SpellRow): SpellContent =>
  JSON.parse(servicesOf(context).store.cipher.open(PLACE, id, contentEnc)) as SpellContent;

type Applied = Pick<typeof workApplication.$inferSelect, 'promised' | 'sentAt'>;

/**
 * What each posting said when an account last applied for it, of its own spells: of a range nobody knows which was meant.
 * Inside a transaction it asks through that alone.
 */
export async function promisedFor(
  context: Context,
  rows: readonly SpellRow[],
  queries: Queries = servicesOf(context).store.db,
): Promise<(row: SpellRow) => SpellView['promised']> {
  const postings = [...new Set(rows.flatMap(({ postingId }) => postingId ?? []))];
  const key = (posting: string, account: string) => `${posting} ${account}`;
  const found = new Map<string, Applied>();
  if (postings.length > 0) {
    const sent = await queries
      .select({
        ...{ promised: workApplication.promised, sentAt: workApplication.sentAt },
        ...{ posting: workApplication.postingId, account: workApplication.accountId },
      })
      .from(workApplication)
      .where(
        and(
          inArray(workApplication.postingId, postings),
          inArray(workApplication.accountId, [...new Set(rows.map(({ accountId }) => accountId))]),
          ne(workApplication.state, 'withdrawn'),
        ),
      )
      .orderBy(asc(workApplication.sentAt), asc(workApplication.id));
    for (const one of sent) found.set(key(one.posting, one.account), one);
  }
  return ({ postingId, accountId }) => {
    const applied = postingId === null ? undefined : found.get(key(postingId, accountId));
    return applied ? promisedIn(context, applied) : null;
  };
}

function promisedIn(context: Context, { promised, sentAt }: Applied): SpellView['promised'] {
  if (!promised) return null;
  const { pay } = promised;
  const single = pay !== null && (pay.to_fen === null || pay.to_fen === pay.from_fen);
  return {
    unit: pay?.unit ?? null,
    fen: single ? pay.from_fen : null,
    story: promisedStory(promised, dayInChina(sentAt), (code) => countyName(context.book, code)),
  };
}
