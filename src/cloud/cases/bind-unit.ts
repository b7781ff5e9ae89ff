/** An approved binding: from now on this account files for the unit. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { checkCreditCode } from '@/domain/identity';
import { type Context, servicesOf } from '../context';
import { refuseField } from '../refuse';
import { unit, unitMember } from '../store/schema';
import type { Queries } from '../store/store';
import type { CaseRecord } from './record';

/** @throws InvalidInput when the case names no unit: then nothing is approved */
export async function bindUnit(
  context: Context,
  queries: Queries,
  { row, at, ground }: CaseRecord,
): Promise<void> {
  const { cipher } = servicesOf(context).store;
  const said = (kind: string) => {
    const question = ground.service.questions.find((one) => one.kind === kind || one.id === kind);
    const answer = question && at.answers[question.id];
    return typeof answer === 'string' ? answer : '';
  };
  const checked = checkCreditCode(said('credit_code'));
  const name = said('unit_name');
  if (!checked.ok || name === '' || row.accountId === null)
    throw refuseField('action', '申请里没有单位名称或统一社会信用代码，请先通知补正');
  const codeHash = cipher.blind('credit_code', checked.code);
  const id = randomUUID();
  const contentEnc = cipher.seal('unit.content', id, JSON.stringify({ name, credit_code: checked.code }));
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
