import type { Context } from '../../context';
import { forgetFile } from '../../files/forget';
import { ownFile } from '../../files/own-file';
import { refuse } from '../../refuse';

/** While no case has taken it. */
export async function drop(context: Context, { id }: { id: string }): Promise<{ done: true }> {
  const row = await ownFile(context, id);
  if (!(await forgetFile(context, row))) throw refuse('FileInUse');
  return { done: true };
}
