import type { FileType } from '@/domain/files';
import { askerOf, type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';
import { type LookEntry, recordLooks } from '../../store/audit';
import { casesOfFile, mayReadCase } from '../cases/access';
import { keyOf, logFiles, readWhole } from './content';
import { type FileRow, fileOf, filesOf, nameOf } from './own-file';

interface Input {
  readonly id: string;
  readonly offset?: number;
  readonly thumb?: boolean;
}

interface Piece {
  readonly type: FileType;
  readonly name: string;
  readonly base64: string;
  readonly next: number | null;
}

/** For whoever sent it, and whoever may see a case that it belongs to. */
export async function read(context: Context, { id, offset = 0, thumb = false }: Input): Promise<Piece> {
  const row = await fileOf(context, id);
  if (row?.state !== 'ready' || !(await mayRead(context, row))) throw refuse('NotFound');
  const name = nameOf(context, row);
  if (thumb) {
    if (!row.thumbEnc) throw refuse('NotFound');
    await lookedAt(context, row);
    const bytes = servicesOf(context).store.cipher.openBytes('attachment.thumb', id, row.thumbEnc);
    return { type: 'image/jpeg', name, base64: bytes.toString('base64'), next: null };
  }
  const files = filesOf(context);
  if (offset === 0) await lookedAt(context, row);
  const piece = await readWhole(files, keyOf(servicesOf(context).store.cipher, row), row, offset);
  if (!piece) {
    logFiles(context, `文件存储里没有 ${id} 的内容，或者不完整`);
    throw refuse('NotFound');
  }
  const next = offset + piece.length;
  return {
    type: row.type as FileType,
    name,
    base64: piece.toString('base64'),
    next: piece.length > 0 && next < row.bytes ? next : null,
  };
}

async function mayRead(context: Context, { id, accountId, caseId }: FileRow): Promise<boolean> {
  if (accountId === askerOf(context).subject.id) return true;
  const taken = await casesOfFile(context, id);
  const cases = new Set([...(caseId === null ? [] : [caseId]), ...taken]);
  for (const one of cases) if (await mayReadCase(context, one)) return true;
  return false;
}

/** Once for all pieces; whoever looks at their own leaves no trace. */
async function lookedAt(context: Context, { accountId }: FileRow): Promise<void> {
  const { account, staff, mandate, subject } = askerOf(context);
  const own = accountId === subject.id;
  const who: Pick<LookEntry, 'actorKind' | 'actorId' | 'office'> | null = mandate
    ? { actorKind: 'helper', actorId: mandate.id, office: '代办人' }
    : staff && !own
      ? { actorKind: 'staff', actorId: account.id, office: staff.office }
      : null;
  if (!who) return;
  const entry = { ...who, purpose: '看了您交的材料', personId: own ? subject.personId : null, accountId };
  await recordLooks(servicesOf(context).store, [entry], context.now);
}
