import { ORPCError } from '@orpc/server';
import { and, eq } from 'drizzle-orm';
import { type Context, servicesOf } from '../../context';
import { objectsOf } from '../../files/content';
import { type FileRow, filesOf } from '../../files/own-file';
import { type RefusalData, refuse } from '../../refuse';
import { attachment } from '../../store/schema';

/** One of the files of a day. @throws TooManyFiles with the seconds until another */
export async function takeOne(context: Context, accountId: string): Promise<void> {
  try {
    await servicesOf(context).limits.take('upload_account', accountId);
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'TooManyTries') throw error;
    throw refuse('TooManyFiles', error.data as RefusalData);
  }
}

/** What has arrived is of no use. It costs as much as another file. @throws TooManyFiles, NotReady */
export async function startAgain(context: Context, row: FileRow, bytes: number): Promise<void> {
  await takeOne(context, row.accountId);
  const files = filesOf(context);
  for (const key of objectsOf(row)) await files.remove(key);
  await servicesOf(context)
    .store.db.update(attachment)
    .set({ bytes, received: 0, cuts: [] })
    .where(and(eq(attachment.id, row.id), eq(attachment.state, 'receiving')));
}
