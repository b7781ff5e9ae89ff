/** A picture of the writer's own, taken over from the file store: what is public does not lie among sealed papers. */
import { typeOfHead } from '@/domain/files';
import { type Context, servicesOf } from '../context';
import { keyOf, readWhole } from '../files/content';
import { filesOf, ownFile } from '../files/own-file';
import { refuseField } from '../refuse';

/** A phone on one bar of signal waits for it. */
const MOST = 700 * 1024;

export interface Picture {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Buffer;
}

/** @throws InvalidInput when it is none, or too large; NotFound for another's file; NotReady without a file store */
export async function takenPicture(context: Context, file: string): Promise<Picture> {
  const row = await ownFile(context, file);
  if (row.state !== 'ready') throw refuseField('news.picture', '图片还没有传完，请等一下再发布');
  if (row.bytes > MOST) throw refuseField('news.picture', '图片太大，手机上要等很久。请换一张小一点的');
  const { cipher } = servicesOf(context).store;
  const files = filesOf(context);
  const parts: Buffer[] = [];
  for (let at = 0; at < row.bytes; ) {
    const part = await readWhole(files, keyOf(cipher, row), row, at);
    if (!part || part.length === 0) throw refuseField('news.picture', '这张图片读不出来，请再选一次');
    parts.push(part);
    at += part.length;
  }
  const bytes = Buffer.concat(parts);
  const type = typeOfHead(bytes.subarray(0, 16));
  if (type !== 'image/jpeg' && type !== 'image/png')
    throw refuseField('news.picture', '这里只能放照片（JPG、PNG）');
  return { type, bytes };
}
