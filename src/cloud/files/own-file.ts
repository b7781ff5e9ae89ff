import { and, desc, eq, isNull, ne, notExists } from 'drizzle-orm';
import type { FileType } from '@/domain/files';
import { type FileStore, FileStoreError } from '../adapters/files';
import { askerOf, type Context, servicesOf } from '../context';
import { refuse } from '../refuse';
import { attachment, caseFile } from '../store/schema';
import type { Queries } from '../store/store';
import { logFiles } from './content';

export type FileRow = typeof attachment.$inferSelect;

/** The store of this request. @throws NotReady where there is none, or it is away: what is known of files stays */
export function filesOf(context: Context): FileStore {
  const { files } = servicesOf(context);
  if (!files) throw refuse('NotReady');
  const here = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof FileStoreError)) throw error;
      logFiles(context, error.message);
      throw refuse('NotReady');
    });
  return {
    put: (key, bytes) => here(files.put(key, bytes)),
    get: (key, part) => here(files.get(key, part)),
    remove: (key) => here(files.remove(key)),
  };
}

export async function fileOf(context: Context, id: string): Promise<FileRow | null> {
  const [row] = await servicesOf(context)
    .store.db.select()
    .from(attachment)
    .where(and(eq(attachment.id, id), ne(attachment.state, 'gone')));
  return row ?? null;
}

/** The newest first. */
export const filesOfAccount = (context: Context, accountId: string): Promise<FileRow[]> =>
  servicesOf(context)
    .store.db.select()
    .from(attachment)
    .where(and(eq(attachment.accountId, accountId), ne(attachment.state, 'gone')))
    .orderBy(desc(attachment.createdAt));

/** A file of the person asked for. @throws NotFound for another's as for none */
export async function ownFile(context: Context, id: string): Promise<FileRow> {
  const row = await fileOf(context, id);
  if (row?.accountId !== askerOf(context).subject.id) throw refuse('NotFound');
  return row;
}

export interface FileView {
  readonly id: string;
  readonly type: FileType;
  readonly bytes: number;
  readonly name: string;
}

const NAME = 'attachment.name';

export const sealName = (context: Context, id: string, name: string): Buffer =>
  servicesOf(context).store.cipher.seal(NAME, id, name);

export function nameOf(context: Context, { id, nameEnc }: FileRow): string {
  if (!nameEnc) throw refuse('NotFound');
  return servicesOf(context).store.cipher.open(NAME, id, nameEnc);
}

export const viewOf = (context: Context, row: FileRow): FileView => ({
  id: row.id,
  type: row.type as FileType,
  bytes: row.bytes,
  name: nameOf(context, row),
});

/** No case has taken it. */
export const unused = (queries: Pick<Queries, 'select'>) =>
  and(
    isNull(attachment.caseId),
    notExists(
      queries.select({ id: caseFile.fileId }).from(caseFile).where(eq(caseFile.fileId, attachment.id)),
    ),
  );
