import { and, eq, sql } from 'drizzle-orm';
import { HEAD_BYTES, isFileType, MIN_PIECE, typeOfHead } from '@/domain/files';
import { type Context, servicesOf } from '../../context';
import { keyOf, pieceKey, putPiece } from '../../files/content';
import { fileOf, filesOf, ownFile } from '../../files/own-file';
import { refuse, refuseField } from '../../refuse';
import { attachment } from '../../store/schema';

/** A piece that came before changes nothing; one that comes too early is not kept. */
export async function put(
  context: Context,
  input: { id: string; offset: number; base64: string },
): Promise<{ received: number }> {
  const { id, offset } = input;
  const files = filesOf(context);
  const row = await ownFile(context, id);
  const piece = Buffer.from(input.base64, 'base64');
  const end = offset + piece.length;
  if (row.state === 'ready') return { received: end };
  if (offset !== row.received || piece.length === 0) return { received: row.received };
  if (end > row.bytes) throw refuse('FileBroken');
  if (piece.length < MIN_PIECE && end < row.bytes)
    throw refuseField('base64', `每一段至少 ${MIN_PIECE} 字节，最后一段除外`);
  if (offset === 0 && piece.length >= HEAD_BYTES) {
    // told at once, and not after ten megabytes
    const type = typeOfHead(piece);
    if (!isFileType(type)) throw refuse(type);
  }
  const { db, cipher } = servicesOf(context).store;
  await putPiece(files, keyOf(cipher, row), id, offset, piece);
  const [noted] = await db
    .update(attachment)
    .set({ received: end, cuts: sql`array_append(${attachment.cuts}, ${offset}::int)` })
    .where(and(eq(attachment.id, id), eq(attachment.state, 'receiving'), eq(attachment.received, offset)))
    .returning({ received: attachment.received });
  if (noted) return noted;
  // the same piece twice at once, or the file is gone meanwhile, and this piece with it
  const now = await fileOf(context, id);
  if (!now?.cuts.includes(offset) && now?.state !== 'ready') await files.remove(pieceKey(id, offset));
  if (!now) throw refuse('NotFound');
  return { received: now.state === 'ready' ? end : now.received };
}
