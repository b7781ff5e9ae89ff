import type { FileType } from '@/domain/files';
import { casesOfFile, readableCase } from '../../cases/access';
import type { CaseRow } from '../../cases/record';
import { askerOf, type Context, servicesOf } from '../../context';
import { keyOf, logFiles, readWhole } from '../../files/content';
import { type FileRow, fileOf, filesOf, nameOf } from '../../files/own-file';
import { refuse } from '../../refuse';
import { type LookEntry, recordLooks } from '../../store/audit';

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
  const on = row?.state === 'ready' ? await readBy(context, row) : null;
  if (!row || !on) throw refuse('NotFound');
  const name = nameOf(context, row);
  if (thumb) {
    if (!row.thumbEnc) throw refuse('NotFound');
    await lookedAt(context, row, on);
    const bytes = servicesOf(context).store.cipher.openBytes('attachment.thumb', id, row.thumbEnc);
    return { type: 'image/jpeg', name, base64: bytes.toString('base64'), next: null };
  }
  const files = filesOf(context);
  if (offset === 0) await lookedAt(context, row, on);
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

/** On which case somebody reads it; `'own'` for whose it is. A helper reads what lies in no case, or in one they may see. */
async function readBy(context: Context, { id, accountId, caseId }: FileRow): Promise<CaseRow | 'own' | null> {
  const { subject, mandate } = askerOf(context);
  const taken = await casesOfFile(context, id);
  const cases = new Set([...(caseId === null ? [] : [caseId]), ...taken]);
  if (accountId === subject.id && (mandate === null || cases.size === 0)) return 'own';
  for (const one of cases) {
    const row = await readableCase(context, one);
    if (row) return accountId === subject.id ? 'own' : row;
  }
  return null;
}

/** Once for all pieces; whoever looks at their own leaves no trace. */
async function lookedAt(context: Context, { accountId }: FileRow, on: CaseRow | 'own'): Promise<void> {
  const { account, staff, mandate, subject } = askerOf(context);
  const own = on === 'own';
  const who: Pick<LookEntry, 'actorKind' | 'actorId' | 'office'> | null = mandate
    ? { actorKind: 'helper', actorId: mandate.id, office: '代办人' }
    : staff && !own
      ? { actorKind: 'staff', actorId: account.id, office: staff.office }
      : null;
  if (!who) return;
  // the person, too: the account may be gone, and they look with another
  const personId = own ? subject.personId : on.personId;
  await recordLooks(
    servicesOf(context).store,
    [{ ...who, purpose: '看了您交的材料', personId, accountId }],
    context.now,
  );
}
