/** One posting, all of it; one that has ended, with the nearest like it. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { kindOfNo, type PostingState } from '@/domain/jobs';
import { type Context, servicesOf } from '../../context';
import { placesOf } from '../../hands/view';
import { FIRST, findAround, findOffered, type Wanted } from '../../jobs/find';
import { placeFrom } from '../../jobs/from';
import { type Eyes, linesOf, metresShown, reasonsOf } from '../../jobs/lines';
import { personOf } from '../../jobs/looker';
import { recordOf } from '../../jobs/record';
import { type PostingRow, viewOf } from '../../jobs/view';
import { refuse } from '../../refuse';
import { posting } from '../../store/schema';

/** What nobody has looked at, or somebody has doubts about, is nobody's to see. */
const SHOWN: readonly PostingState[] = ['open', 'closed', 'withdrawn', 'expired'];
const ALIKE = 5;
const ALIKE_WITHIN = 100_000;

export async function show(context: Context, input: InputOf<'jobs.show'>): Promise<OutputOf<'jobs.show'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('postings_caller', context.credentials.caller);
  const [row] = await store.db.select().from(posting).where(eq(posting.id, input.id));
  if (!row || !SHOWN.includes(row.state)) throw refuse('NotFound');
  const place = input.from ? placeFrom(context, input.from) : null;
  const eyes: Eyes = { person: await personOf(context), from: input.from ?? null, place };
  const metres = metresShown(eyes, row);
  const ended = endedWhy(row, context.today);
  const view = viewOf(
    context,
    // the last day has passed, and the round that says so has not come yet
    ended && row.state === 'open' ? { ...row, state: 'expired', reason: ended } : { ...row, reason: ended },
    { metres, reasons: reasonsOf(context, row, eyes, metres) },
    ended ? await alikeOf(context, row, eyes) : [],
    await recordOf(context, row.creditCode),
  );
  return { ...view, gathering: await placesOf(context, row.id) };
}

/** In words; what an office wrote beside it is for the desk. */
function endedWhy({ state, openUntil }: PostingRow, today: string): string | null {
  if (state === 'closed') return '招人的已经停招了';
  if (state === 'withdrawn') return '发布的地方已经撤下了';
  if (state === 'expired' || openUntil < today) return '过了截止的那一天';
  return null;
}

/** Of the same kind: the nearest to where it was, or offered to the same people. */
async function alikeOf(context: Context, row: PostingRow, eyes: Eyes) {
  const { pool } = servicesOf(context).store;
  const wanted: Wanted = {
    ...{ filter: { kinds: [kindOfNo(row.kind)] }, sort: 'near', today: context.today },
    ...{ looker: eyes.person.looker, after: FIRST, many: ALIKE + 1 },
  };
  const found =
    row.offeredTo === null
      ? await findAround(pool, { ...wanted, at: { lat: row.lat, lng: row.lng }, within: ALIKE_WITHIN })
      : await findOffered(pool, { ...wanted, offered: [row.offeredTo] });
  const others = found.filter(({ id }) => id !== row.id).slice(0, ALIKE);
  return linesOf(context, others, eyes);
}
