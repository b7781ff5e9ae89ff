import { eq } from 'drizzle-orm';
import type { FileStore } from '../adapters/files';
import { attachment } from '../store/schema';
import type { Store } from '../store/store';
import { pieceKey } from './content';
import type { FileRow } from './own-file';

/** Once the whole is kept. @throws whatever the file store throws */
export async function clearPieces(
  { db }: Pick<Store, 'db'>,
  files: FileStore,
  { id, cuts }: Pick<FileRow, 'id' | 'cuts'>,
): Promise<void> {
  for (const cut of cuts) await files.remove(pieceKey(id, cut));
  await db.update(attachment).set({ cuts: [] }).where(eq(attachment.id, id));
}
