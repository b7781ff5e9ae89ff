import { and, count, eq, ne } from 'drizzle-orm';
import { MAX_FILE, MAX_UNUSED } from '@/domain/files';
import { askerOf, type Context, servicesOf } from '../../context';
import { newKey } from '../../files/content';
import { type FileRow, fileOf, filesOf, sealName, unused } from '../../files/own-file';
import { holdAccount } from '../../hold-account';
import { refuse } from '../../refuse';
import { attachment } from '../../store/schema';
import { startAgain, takeOne } from './start-again';

interface Input {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly type?: string;
}

/** Asked again, it says how much has arrived; announced with another length, it begins anew. */
export async function begin(context: Context, input: Input): Promise<{ received: number }> {
  filesOf(context);
  if (input.bytes > MAX_FILE) throw refuse('FileTooBig');
  if (input.bytes === 0) throw refuse('FileBroken');
  if (/^image\/hei[cf]/.test(input.type ?? '')) throw refuse('HeicPhoto');
  if (/^(video|text)\//.test(input.type ?? '')) throw refuse('WrongFileType');
  const known = (await fileOf(context, input.id)) ?? (await create(context, input));
  if (known?.accountId !== askerOf(context).subject.id) throw refuse('NotFound');
  if (known.state === 'ready') return { received: input.bytes };
  if (known.bytes === input.bytes) return { received: known.received };
  await startAgain(context, known, input.bytes);
  return { received: 0 };
}

async function create(context: Context, { id, name, bytes }: Input): Promise<FileRow | null> {
  const accountId = askerOf(context).subject.id;
  const { cipher } = servicesOf(context).store;
  await takeOne(context, accountId);
  const [made] = await holdAccount(context, accountId, async (queries) => {
    const [waiting] = await queries
      .select({ files: count() })
      .from(attachment)
      .where(and(eq(attachment.accountId, accountId), ne(attachment.state, 'gone'), unused(queries)));
    if ((waiting?.files ?? 0) >= MAX_UNUSED) throw refuse('TooManyFiles');
    return queries
      .insert(attachment)
      .values({
        id,
        accountId,
        nameEnc: sealName(context, id, name),
        keyEnc: newKey(cipher, id),
        bytes,
        state: 'receiving',
        createdAt: context.now,
      })
      .onConflictDoNothing()
      .returning();
  });
  // begun twice at the same time: the other one counts
  return made ?? fileOf(context, id);
}
