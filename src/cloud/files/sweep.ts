import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import { UNUSED_DAYS } from '@/domain/files';
import { type FileStore, FileStoreError } from '../adapters/files';
import type { Services } from '../services';
import { attachment } from '../store/schema';
import { objectsOf } from './content';
import { unused } from './own-file';
import { clearPieces } from './pieces';

const DAY_MS = 24 * 3_600_000;

/**
 * Removes files that no case has taken in a week, and what is left of removed ones; each with its objects. Several at
 * once take different files.
 * @param limit files of one call
 * @returns how many were removed
 */
export async function sweepFiles(
  { store, files }: Pick<Services, 'store' | 'files'>,
  now: Date,
  limit = 500,
): Promise<number> {
  if (!files) return 0;
  let removed = 0;
  try {
    while (removed < limit && (await sweepOne(store, files, now))) removed++;
    await sweepPieces(store, files, now, limit);
  } catch (error) {
    if (!(error instanceof FileStoreError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  return removed;
}

/** The row stays held until its objects are gone: cut off in between, it is swept again. */
const sweepOne = ({ db }: Services['store'], files: FileStore, now: Date): Promise<boolean> =>
  db.transaction(async (queries) => {
    const old = lt(attachment.createdAt, new Date(now.getTime() - UNUSED_DAYS * DAY_MS));
    const [row] = await queries
      .select()
      .from(attachment)
      .where(and(or(eq(attachment.state, 'gone'), old), unused(queries)))
      .orderBy(asc(attachment.createdAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    for (const key of objectsOf(row)) await files.remove(key);
    await queries.delete(attachment).where(eq(attachment.id, row.id));
    return true;
  });

/** Of files that are kept: the pieces they came in, where the file store went away too early. */
async function sweepPieces(
  store: Services['store'],
  files: FileStore,
  now: Date,
  limit: number,
): Promise<void> {
  const rows = await store.db
    .select({ id: attachment.id, cuts: attachment.cuts })
    .from(attachment)
    .where(
      and(
        eq(attachment.state, 'ready'),
        sql`cardinality(${attachment.cuts}) > 0`,
        lt(attachment.createdAt, new Date(now.getTime() - DAY_MS)),
      ),
    )
    .limit(limit);
  for (const row of rows) await clearPieces(store, files, row);
}
