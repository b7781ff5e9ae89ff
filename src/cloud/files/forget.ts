/**
 * Removing a file takes two steps. First its row forgets key, name and small picture, in one statement of the database:
 * from then on nobody can read it. Then its objects are removed, and the row. When the file store is away the second
 * step is the sweep's.
 */
import { and, eq, type SQL } from 'drizzle-orm';
import { FileStoreError } from '../adapters/files';
import { type Context, servicesOf } from '../context';
import { attachment } from '../store/schema';
import type { Queries } from '../store/store';
import { logFiles, objectsOf } from './content';
import { type FileRow, unused } from './own-file';

/** The first step, for unused files alone. */
export const forgetFiles = (queries: Queries, which: SQL | undefined): Promise<FileRow[]> =>
  queries
    .update(attachment)
    .set({ state: 'gone', nameEnc: null, keyEnc: null, thumbEnc: null })
    .where(and(which, unused(queries)))
    .returning();

/** The second step; what cannot be done now is swept later. */
export async function clearFiles(context: Context, rows: readonly FileRow[]): Promise<void> {
  const { files, store } = servicesOf(context);
  if (!files) return;
  try {
    for (const row of rows) {
      for (const key of objectsOf(row)) await files.remove(key);
      await store.db.delete(attachment).where(and(eq(attachment.id, row.id), eq(attachment.state, 'gone')));
    }
  } catch (error) {
    if (!(error instanceof FileStoreError)) throw error;
    logFiles(context, error.message);
  }
}

/** @returns whether there was one to forget */
export async function forgetFile(context: Context, { id }: Pick<FileRow, 'id'>): Promise<boolean> {
  const gone = await forgetFiles(servicesOf(context).store.db, eq(attachment.id, id));
  await clearFiles(context, gone);
  return gone.length > 0;
}
