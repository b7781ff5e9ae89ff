/** An approved binding: from now on this account files for the unit. */
import { randomUUID } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import { checkCreditCode } from '@/domain/identity';
import { type Context, servicesOf } from '../context';
import { refuseField } from '../refuse';
import { unit, unitMember } from '../store/schema';
import type { Queries } from '../store/store';
import type { CaseRecord } from './record';

/** What the case says of the unit; null where that is no unit. */
function saidOf({ at, ground }: CaseRecord): { readonly name: string; readonly code: string } | null {
  const said = (kind: string) => {
    const question = ground.service.questions.find((one) => one.kind === kind || one.id === kind);
    const answer = question && at.answers[question.id];
    return typeof answer === 'string' ? answer : '';
  };
  const checked = checkCreditCode(said('credit_code'));
  const name = said('unit_name');
  return checked.ok && name !== '' ? { name, code: checked.code } : null;
}

/** @throws InvalidInput when the case names no unit: then nothing is approved */
export async function bindUnit(context: Context, queries: Queries, record: CaseRecord): Promise<void> {
  const { cipher } = servicesOf(context).store;
  const { row } = record;
  const said = saidOf(record);
  if (!said || row.accountId === null)
    throw refuseField('action', '申请里没有单位名称或统一社会信用代码，请先通知补正');
  const codeHash = cipher.blind('credit_code', said.code);
  const id = randomUUID();
  const content = JSON.stringify({ name: said.name, credit_code: said.code });
  const contentEnc = cipher.seal('unit.content', id, content);
  await queries.insert(unit).values({ id, codeHash, contentEnc, county: row.county }).onConflictDoNothing();
  const [known] = await queries.select({ id: unit.id }).from(unit).where(eq(unit.codeHash, codeHash));
  await queries
    .insert(unitMember)
    .values({ unitId: known?.id as string, accountId: row.accountId, since: context.now })
    .onConflictDoUpdate({
      target: [unitMember.accountId, unitMember.unitId],
      set: { since: context.now, endedAt: null },
    });
}

/** An approved binding that is opened again: it holds again once it is approved again. */
export async function unbindUnit(context: Context, queries: Queries, record: CaseRecord): Promise<void> {
  const said = saidOf(record);
  if (!said || record.row.accountId === null) return;
  const codeHash = servicesOf(context).store.cipher.blind('credit_code', said.code);
  const [known] = await queries.select({ id: unit.id }).from(unit).where(eq(unit.codeHash, codeHash));
  if (!known) return;
  await queries
    .update(unitMember)
    .set({ endedAt: context.now })
    .where(
      and(
        eq(unitMember.unitId, known.id),
        eq(unitMember.accountId, record.row.accountId),
        isNull(unitMember.endedAt),
      ),
    );
}

/** Who files for this unit already: whoever approves another one should know. */
export async function boundAlready(
  context: Context,
  record: CaseRecord,
): Promise<{ readonly name: string; readonly members: number } | null> {
  const said = saidOf(record);
  if (!said || record.ground.service.workflow.on_approval !== 'bind_unit') return null;
  const { db, cipher } = servicesOf(context).store;
  const [known] = await db
    .select()
    .from(unit)
    .where(eq(unit.codeHash, cipher.blind('credit_code', said.code)));
  if (!known) return null;
  const [{ members } = { members: 0 }] = await db
    .select({ members: count() })
    .from(unitMember)
    .where(and(eq(unitMember.unitId, known.id), isNull(unitMember.endedAt)));
  const { name } = JSON.parse(cipher.open('unit.content', known.id, known.contentEnc)) as { name: string };
  return { name, members };
}
