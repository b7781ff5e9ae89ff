import type { InputOf } from '@/contract/api';
import type { PaperFile } from '@/contract/papers';
import { type Context, servicesOf } from '../../context';
import { handOf, isOff } from '../../desk/hand';
import { refuse } from '../../refuse';
import { recordLooks } from '../../store/audit';
import { paperOfCase } from '../cases/papers';
import { deskLook } from './look';
import { deskRecord } from './show';

/** For the desk that has the case; who took it is written down. @throws NotFound for whoever keeps off */
export async function paper(context: Context, input: InputOf<'desk.paper'>): Promise<PaperFile> {
  const record = await deskRecord(context, input.id);
  if (isOff(record, await handOf(context, record))) throw refuse('NotFound');
  const made = await paperOfCase(context, record, input);
  const title = context.book.law.papers.find(({ id }) => id === input.paper)?.title ?? '文书';
  await recordLooks(
    servicesOf(context).store,
    [deskLook(context, record.row, `取了您的${title}`)],
    context.now,
  );
  return made;
}
