import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import { checkFile, type Inflate } from '@/domain/files';
import { type Context, servicesOf } from '../../context';
import { joinPieces, keyOf, logFiles, putWhole } from '../../files/content';
import { forgetFile } from '../../files/forget';
import { type FileRow, type FileView, fileOf, filesOf, ownFile, viewOf } from '../../files/own-file';
import { clearPieces } from '../../files/pieces';
import { refuse, refuseField } from '../../refuse';
import { attachment } from '../../store/schema';
import { startAgain } from './start-again';

interface Input {
  readonly id: string;
  readonly sha256: string;
  readonly thumb?: string;
}

/** Objects of a PDF take some kilobytes. */
const MAX_INFLATED = 1 << 24;

const inflate: Inflate = (bytes) => {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_INFLATED });
  } catch {
    return null;
  }
};

/** Asked twice, also at the same time, it is kept once and answers the same. */
export async function finish(context: Context, input: Input): Promise<FileView> {
  const files = filesOf(context);
  const row = await ownFile(context, input.id);
  if (row.state === 'ready') return readyView(context, row, input.sha256);
  if (row.received < row.bytes) throw refuse('FileBroken');
  const { store } = servicesOf(context);
  const key = keyOf(store.cipher, row);
  const whole = await joinPieces(files, key, row);
  if (!whole || createHash('sha256').update(whole).digest('hex') !== input.sha256) {
    const now = await fileOf(context, row.id);
    if (now?.state === 'ready') return readyView(context, now, input.sha256);
    if (now) await startAgain(context, now, now.bytes);
    throw refuse(now ? 'FileBroken' : 'NotFound');
  }
  const checked = checkFile(whole, inflate);
  if (!checked.ok) {
    await forgetFile(context, row);
    throw refuse(checked.problem);
  }
  const thumbEnc = input.thumb === undefined ? null : thumbOf(context, row.id, input.thumb);
  await putWhole(files, key, row.id, checked.bytes);
  const [ready] = await store.db
    .update(attachment)
    .set({
      state: 'ready',
      type: checked.type,
      bytes: checked.bytes.length,
      sha256: input.sha256,
      thumbEnc,
    })
    .where(and(eq(attachment.id, row.id), eq(attachment.state, 'receiving')))
    .returning();
  if (!ready) {
    const now = await fileOf(context, row.id);
    if (now?.state === 'ready') return readyView(context, now, input.sha256);
    await files.remove(row.id);
    throw refuse('NotFound');
  }
  // it is kept; what was on its way there is removed now, or swept later
  await clearPieces(store, files, ready).catch(() => logFiles(context, 'pieces are left for the sweep'));
  return viewOf(context, ready);
}

function readyView(context: Context, row: FileRow, sha256: string): FileView {
  if (row.sha256 !== sha256) throw refuse('FileBroken');
  return viewOf(context, row);
}

/** @throws InvalidInput when it is no JPEG */
function thumbOf(context: Context, id: string, base64: string): Buffer {
  const checked = checkFile(Buffer.from(base64, 'base64'), inflate);
  if (!checked.ok || checked.type !== 'image/jpeg') throw refuseField('thumb', '小图要是完整的JPG');
  return servicesOf(context).store.cipher.sealBytes('attachment.thumb', id, checked.bytes);
}
