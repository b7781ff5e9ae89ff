/** Who is asking, and may they: the one place where a procedure's `Access` is enforced. */

import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Access } from '@/contract/base';
import type { MandateService } from '@/domain/mandate/services';
import type { StaffRoleName } from '@/domain/staff';
import type { Asker, Context, StaffRole } from './context';
import { isSample } from './demo/samples';
import { refuse } from './refuse';
import type { Services } from './services';
import { recordLooks } from './store/audit';
import { tokenHash } from './store/field-cipher';
import { prepared } from './store/prepared';
import { account, mandate, session, staff } from './store/schema';
import type { Store } from './store/store';
import { isUuid } from './uuid';

const HOUR_MS = 3_600_000;
/** A session that is used stays; one that lies about for a month ends. */
export const SESSION_MS = 30 * 24 * HOUR_MS;

/**
 * @param access what the procedure demands
 * @returns whoever asks; null for a stranger at a public procedure
 * @throws SignInNeeded, SessionEnded, NotBound, NotAllowed, MandateEnded, NotReady
 */
export async function authorise(access: Access, context: Context): Promise<Asker | null> {
  const { services, credentials } = context;
  if (access.who === 'public' && (!credentials.session || !services)) return null;
  if (!services) throw refuse('NotReady');
  if (!credentials.session) throw refuse('SignInNeeded');
  const asker = await askerBySession(services, context);
  if (!asker) {
    // a stale session is no reason to refuse what everybody may see
    if (access.who === 'public') return null;
    throw refuse('SessionEnded');
  }
  if (access.who === 'public') return asker;
  if (access.who === 'staff') {
    // whoever acts for a resident is not at the desk
    if (!asker.staff || credentials.actingFor !== undefined) throw refuse('NotAllowed');
    return asker;
  }
  if (credentials.actingFor !== undefined) return helperFor(access, context, services, asker);
  if (access.who === 'bound' && asker.subject.personId === null) throw refuse('NotBound');
  return asker;
}

/** Asked with every request. */
const bySession = prepared((db) =>
  db
    .select({
      sessionId: session.id,
      usedAt: session.usedAt,
      openidHash: session.openidHash,
      id: account.id,
      personId: account.personId,
      staff,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(staff, eq(staff.id, account.id))
    .where(and(eq(session.tokenHash, sql.placeholder('hash')), gt(session.expiresAt, sql.placeholder('now'))))
    .prepare('asker-by-session'),
);

async function askerBySession({ store, demo }: Services, context: Context): Promise<Asker | null> {
  const { credentials, now, today } = context;
  const hash = tokenHash(credentials.session ?? '');
  const [found] = await bySession(store.db).execute({ hash, now });
  if (!found) return null;
  // a session of the demonstration, brought along in its database
  if (!demo && isSample(found.id)) return null;
  // a token taken out of WeChat is worth nothing elsewhere
  const { openid } = credentials;
  const caller = openid === undefined ? null : store.cipher.blind('openid', openid);
  if (found.openidHash !== null && !(caller && found.openidHash.equals(caller))) return null;
  if (now.getTime() - found.usedAt.getTime() > HOUR_MS) {
    await store.db
      .update(session)
      .set({ usedAt: now, expiresAt: new Date(now.getTime() + SESSION_MS) })
      .where(eq(session.tokenHash, hash));
  }
  const own = { id: found.id, personId: found.personId };
  const role = found.staff && found.staff.until >= today ? roleOf(store, found.staff, own.personId) : null;
  return { account: own, sessionId: found.sessionId, staff: role, subject: own, mandate: null };
}

function roleOf(
  { cipher }: Pick<Store, 'cipher'>,
  row: typeof staff.$inferSelect,
  boundTo: string | null,
): StaffRole {
  return {
    county: row.county,
    office: row.office,
    until: row.until,
    role: row.role as StaffRoleName,
    town: row.town,
    village: row.village,
    services: row.services,
    // whoever gave the role may have said who it is; else the officer's own match with the register does
    personId: row.personId ?? boundTo,
    name: row.nameEnc ? cipher.open('staff.name', row.id, row.nameEnc) : null,
  };
}

/** The helper stays who they are; what is seen and done is the holder's, and is written down. */
async function helperFor(access: Access, context: Context, services: Services, asker: Asker): Promise<Asker> {
  const { credentials, now, today } = context;
  const id = credentials.actingFor ?? '';
  if (!isUuid(id)) throw refuse('MandateEnded');
  const [found] = await services.store.db
    .select({
      id: mandate.id,
      services: mandate.services,
      until: mandate.until,
      startedAt: mandate.startedAt,
      holderId: account.id,
      personId: account.personId,
    })
    .from(mandate)
    .innerJoin(account, eq(account.id, mandate.holderId))
    .where(and(eq(mandate.id, id), eq(mandate.helperId, asker.account.id), isNull(mandate.endedAt)));
  if (!found || found.startedAt === null || found.until < today || found.personId === null)
    throw refuse('MandateEnded');
  if (access.acts === undefined) throw refuse('NotAllowed');
  const allowed = found.services as MandateService[];
  if (access.acts !== 'any' && !allowed.includes(access.acts)) throw refuse('NotAllowed');
  if (access.trail) {
    await recordLooks(
      services.store,
      [
        {
          actorKind: 'helper',
          actorId: found.id,
          office: '代办人',
          purpose: access.trail,
          personId: found.personId,
          accountId: found.holderId,
        },
      ],
      now,
    );
  }
  return {
    ...asker,
    staff: null,
    subject: { id: found.holderId, personId: found.personId },
    mandate: { id: found.id, services: allowed },
  };
}
