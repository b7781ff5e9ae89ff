import type { Context } from '../../context';
import { refuse } from '../../refuse';
import { forgetFile } from './forget';
import { ownFile } from './own-file';

/** While no case has taken it. */
export async function drop(context: Context, { id }: { id: string }): Promise<{ done: true }> {
  const row = await ownFile(context, id);
  if (!(await forgetFile(context, row))) throw refuse('FileInUse');
  return { done: true };
}
