import { eq } from 'drizzle-orm';
import { asking, delivery, fitting, message, permit, reach, toldBenefit } from '../store/schema';
import type { Queries } from '../store/store';

/** Everything that was told to an account, and how it was reached. */
export async function forgetMessages(queries: Queries, accountId: string): Promise<void> {
  await queries.delete(delivery).where(eq(delivery.accountId, accountId));
  await queries.delete(message).where(eq(message.accountId, accountId));
  await queries.delete(asking).where(eq(asking.accountId, accountId));
  await queries.delete(permit).where(eq(permit.accountId, accountId));
  await queries.delete(reach).where(eq(reach.id, accountId));
  await queries.delete(fitting).where(eq(fitting.id, accountId));
  await queries.delete(toldBenefit).where(eq(toldBenefit.accountId, accountId));
}
