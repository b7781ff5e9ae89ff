import { randomUUID } from 'node:crypto';
import type { OutputOf } from '@/contract/api';
import type { StaffRoleName } from '@/domain/staff';
import { append } from '../../cases/record';
import { type Context, servicesOf } from '../../context';
import { deskTakes } from '../../desk/hand';
import { refuse } from '../../refuse';
import { actorOf, held, mayNow } from './act';
import { deskStaff } from './colleagues';

/** Several at once: each for itself, one that cannot be does not hold up the others. */
export async function assign(
  context: Context,
  input: { cases: string[]; to: string | null },
): Promise<OutputOf<'desk.assign'>> {
  const { store } = servicesOf(context);
  const { to } = input;
  const colleague = to === null ? null : (await deskStaff(context)).find(({ id }) => id === to);
  if (colleague === undefined) throw refuse('NotFound');
  const assigned: string[] = [];
  const refused: { id: string; why: string }[] = [];
  for (const id of [...new Set(input.cases)].sort()) {
    try {
      await store.db.transaction(async (queries) => {
        const found = await held(context, queries, id);
        await mayNow(context, queries, found, 'assign');
        if (colleague && !deskTakes({ ...colleague, role: colleague.role as StaffRoleName }, found.row))
          throw refuse('ActionNotAllowed', { fields: [{ path: 'to', message: '这位工作人员不办这件事' }] });
        const actor = actorOf(context);
        await append(context, queries, found, { id: randomUUID(), actor, action: 'assign', data: { to } });
      });
      assigned.push(id);
    } catch (thrown) {
      const { code, data } = thrown as { code?: string; data?: { fields?: readonly { message: string }[] } };
      if (code !== 'NotFound' && code !== 'ActionNotAllowed' && code !== 'CaseChanged') throw thrown;
      refused.push({ id, why: data?.fields?.[0]?.message ?? '没有找到，或者刚有了新进展' });
    }
  }
  return { assigned, refused };
}
