/** One posting, all of it; one that has ended, with the nearest like it. */
import { eq, inArray } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import type { PostingFilter } from '@/contract/jobs';
import { kindOfNo } from '@/domain/jobs';
import { UNSEEN } from '@/domain/jobs/states';
import { type Context, servicesOf } from '../../context';
import { placesOf } from '../../hands/view';
import { FIRST, findAround, findOffered, type Wanted } from '../../jobs/find';
import { placeFrom } from '../../jobs/from';
import { type Eyes, linesOf, metresShown, reasonsOf } from '../../jobs/lines';
import { personOf } from '../../jobs/looker';
import { recordsOf } from '../../jobs/record';
import { type PostingRow, viewOf } from '../../jobs/view';
import { refuse } from '../../refuse';
import { posting } from '../../store/schema';

const ALIKE = 5;
const ALIKE_WITHIN = 100_000;

export async function show(context: Context, input: InputOf<'jobs.show'>): Promise<OutputOf<'jobs.show'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('postings_caller', context.credentials.caller);
  const [row] = await store.db.select().from(posting).where(eq(posting.id, input.id));
  if (!row) throw refuse('NotFound');
  const place = input.from ? placeFrom(context, input.from) : null;
  const eyes: Eyes = { person: await personOf(context), from: input.from ?? null, place };
  if (UNSEEN.includes(row.state))
    return { id: row.id, state: 'checking', alike: await aroundHere(context, eyes) };
  const metres = metresShown(eyes, row);
  const ended = endedWhy(row, context.today);
  const view = viewOf(
    context,
    // the last day has passed, and the round that says so has not come yet
    ended && row.state === 'open' ? { ...row, state: 'expired', reason: ended } : { ...row, reason: ended },
    { metres, reasons: reasonsOf(context, row, eyes, metres) },
    ended ? await alikeOf(context, row, eyes) : [],
    (await recordsOf(context, [row.creditCode]))(row.creditCode),
  );
  return { ...view, gathering: await placesOf(context, row.id) };
}

type Row = Pick<PostingRow, 'id' | 'state' | 'openUntil'>;

/** Of each of those asked for, also of those that nobody knows. */
export async function states(
  context: Context,
  { ids }: InputOf<'jobs.states'>,
): Promise<OutputOf<'jobs.states'>> {
  const { store, limits } = servicesOf(context);
  await limits.take('postings_caller', context.credentials.caller);
  const rows = await store.db
    .select({ id: posting.id, state: posting.state, openUntil: posting.openUntil })
    .from(posting)
    .where(inArray(posting.id, ids));
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => ({ id, ...nowOf(known.get(id), context.today) }));
}

function nowOf(row: Row | undefined, today: string) {
  if (!row) return { state: 'gone' as const, reason: null };
  if (UNSEEN.includes(row.state)) return { state: 'checking' as const, reason: null };
  const reason = endedWhy(row, today);
  return { state: reason === null ? ('open' as const) : ('ended' as const), reason };
}

/** In words; what an office wrote beside it is for the desk. */
function endedWhy({ state, openUntil }: Row, today: string): string | null {
  if (state === 'closed') return '招人的已经停招了';
  if (state === 'withdrawn') return '发布的地方已经撤下了';
  if (state === 'expired' || openUntil < today) return '过了截止的那一天';
  return null;
}

const asked = (context: Context, eyes: Eyes, filter: PostingFilter): Wanted => ({
  ...{ filter, sort: 'near', today: context.today },
  ...{ looker: eyes.person.looker, after: FIRST, many: ALIKE + 1 },
});
const AROUND = { widths: [ALIKE_WITHIN], enough: ALIKE };

/** Of the same kind: the nearest to where it was, or offered to the same people. */
async function alikeOf(context: Context, row: PostingRow, eyes: Eyes) {
  const { pool } = servicesOf(context).store;
  const wanted = asked(context, eyes, { kinds: [kindOfNo(row.kind)] });
  const found =
    row.offeredTo === null
      ? (await findAround(pool, { ...wanted, ...AROUND, at: { lat: row.lat, lng: row.lng } })).found
      : await findOffered(pool, { ...wanted, offered: [row.offeredTo] });
  const others = found.filter(({ id }) => id !== row.id).slice(0, ALIKE);
  return linesOf(context, others, eyes);
}

/** Where one looks from is all that is asked: its kind or place would tell of a posting that nobody may see. */
async function aroundHere(context: Context, eyes: Eyes) {
  if (!eyes.place) return [];
  const { pool } = servicesOf(context).store;
  const wanted = { ...asked(context, eyes, {}), ...AROUND, at: eyes.place.at };
  return linesOf(context, (await findAround(pool, wanted)).found.slice(0, ALIKE), eyes);
}
