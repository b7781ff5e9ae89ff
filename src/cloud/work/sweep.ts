import { and, isNull, lt } from 'drizzle-orm';
import { sweepFiles } from '../handlers/files/sweep';
import type { Services } from '../services';
import { mandate, session, smsCode } from '../store/schema';

const DAY_MS = 24 * 3_600_000;

/** What nobody can use any more: ended sessions, codes of yesterday, mandates never confirmed, files nobody handed in. */
export async function sweep(services: Services, now: Date): Promise<void> {
  const { db } = services.store;
  const yesterday = new Date(now.getTime() - DAY_MS);
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(smsCode).where(lt(smsCode.sentAt, yesterday));
  await db.delete(mandate).where(and(isNull(mandate.startedAt), lt(mandate.offerUntil, yesterday)));
  await sweepFiles(services, now);
}
