/** One posting, all of it. */
import { eq } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { metresBetween } from '@/domain/geo/cells';
import type { PostingState } from '@/domain/jobs';
import { type Context, servicesOf } from '../../context';
import { pointFrom } from '../../jobs/from';
import { recordOf } from '../../jobs/record';
import { viewOf } from '../../jobs/view';
import { refuse } from '../../refuse';
import { posting } from '../../store/schema';

/** What nobody has looked at, or somebody has doubts about, is nobody's to see. */
const SHOWN: readonly PostingState[] = ['open', 'closed', 'withdrawn', 'expired'];

export async function show(context: Context, input: InputOf<'jobs.show'>): Promise<OutputOf<'jobs.show'>> {
  const { db } = servicesOf(context).store;
  const [row] = await db.select().from(posting).where(eq(posting.id, input.id));
  if (!row || !SHOWN.includes(row.state)) throw refuse('NotFound');
  const at = input.from ? pointFrom(context, input.from) : null;
  const metres = at && row.offeredTo === null ? Math.round(metresBetween(at, row)) : null;
  return viewOf(context, row, { metres, reasons: [] }, [], await recordOf(context, row.creditCode));
}
