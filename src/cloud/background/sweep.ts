import { and, isNull, lt } from 'drizzle-orm';
import { sweepFiles } from '../files/sweep';
import { forgetHandsOver } from '../hands/forget';
import type { Services } from '../services';
import { delivery, mandate, message, session, smsCode } from '../store/schema';
import { forgetTrainees } from '../training/forget';

const DAY_MS = 24 * 3_600_000;

/** What nobody can use any more: ended sessions, codes of yesterday, mandates never confirmed, files nobody handed in, who was at a course or came for a day. */
export async function sweep(services: Services, now: Date): Promise<void> {
  const { db } = services.store;
  const yesterday = new Date(now.getTime() - DAY_MS);
  await db.delete(session).where(lt(session.expiresAt, now));
  await db.delete(smsCode).where(lt(smsCode.sentAt, yesterday));
  await db.delete(mandate).where(and(isNull(mandate.startedAt), lt(mandate.offerUntil, yesterday)));
  await sweepMessages(services, now);
  await sweepFiles(services, now);
  await forgetTrainees(services.store, now);
  await forgetHandsOver(services.store, now);
}

const KEPT_MESSAGES_MS = 730 * DAY_MS;
const KEPT_DELIVERIES_MS = 90 * DAY_MS;

/** What was told two years ago: the cases themselves still say it. How it was delivered is good for a quarter of a year. */
async function sweepMessages({ store: { db } }: Services, now: Date): Promise<void> {
  await db.delete(message).where(lt(message.createdAt, new Date(now.getTime() - KEPT_MESSAGES_MS)));
  await db.delete(delivery).where(lt(delivery.endedAt, new Date(now.getTime() - KEPT_DELIVERIES_MS)));
}
