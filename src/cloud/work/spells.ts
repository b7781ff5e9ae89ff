import { and, desc, eq, ne } from 'drizzle-orm';
import type { SpellView } from '@/contract/work';
import { dayInChina } from '@/domain/calendar/china';
import { promisedStory } from '@/domain/jobs/promised';
import type { Form, Said, Where } from '@/domain/jobs/spells';
import { countyName } from '../cases/names';
import { type Context, servicesOf } from '../context';
import { workApplication, type workSpell } from '../store/schema';

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

/** What the posting said when this account applied for it: of a range nobody knows which was meant. */
export async function promisedFor(
  context: Context,
  { accountId, postingId }: SpellRow,
  queries: Queries = servicesOf(context).store.db,
): Promise<SpellView['promised']> {
  if (postingId === null) return null;
  const [found] = await queries
    .select({ promised: workApplication.promised, sentAt: workApplication.sentAt })
    .from(workApplication)
    .where(
      and(
        eq(workApplication.postingId, postingId),
        eq(workApplication.accountId, accountId),
        ne(workApplication.state, 'withdrawn'),
      ),
    )
    .orderBy(desc(workApplication.sentAt))
    .limit(1);
  if (!found?.promised) return null;
  const { pay } = found.promised;
  const single = pay !== null && (pay.to_fen === null || pay.to_fen === pay.from_fen);
  return {
    unit: pay?.unit ?? null,
    fen: single ? pay.from_fen : null,
    story: promisedStory(found.promised, dayInChina(found.sentAt), (code) => countyName(context.book, code)),
  };
}
