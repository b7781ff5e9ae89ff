/**
 * 谁看过我的信息: every look as a row of a keyed hash chain. Each hash covers its row and the hash before; `audit_head`
 * holds how many there are, under a keyed hash of its own. Whoever removes or changes a row without the key breaks the
 * chain, also at its end.
 */
import { createHmac } from 'node:crypto';
import { asc, eq, gt } from 'drizzle-orm';
import { accessLog, auditHead } from './schema';
import type { Queries, Store } from './store';

export interface LookEntry {
  readonly actorKind: 'staff' | 'helper' | 'household' | 'system';
  readonly actorId: string | null;
  /** the office, or what the resident calls the helper; no name of a resident */
  readonly office: string;
  /** in words for the person looked at */
  readonly purpose: string;
  readonly personId?: string | null;
  readonly accountId?: string | null;
  /** everybody of a county */
  readonly county?: string | null;
}

type Row = typeof accessLog.$inferSelect;

const START = Buffer.alloc(32);

function hashOf(key: Buffer, before: Buffer, row: Omit<Row, 'hash'>): Buffer {
  const { seq, at, actorKind, actorId, office, purpose, personId, accountId, county } = row;
  const text = JSON.stringify([
    seq,
    at.getTime(),
    actorKind,
    actorId,
    office,
    purpose,
    personId,
    accountId,
    county,
  ]);
  return createHmac('sm3', key).update(before).update(text).digest();
}

/** The end of the chain: without the key nobody can make the one for a shorter chain. */
const headHash = (key: Buffer, seq: number, last: Buffer): Buffer =>
  createHmac('sm3', key).update(`head\0${seq}\0`).update(last).digest();

/** Writes the entries in order. Looks wait for each other, so one transaction should write all it has at its end. */
export async function recordLooks(
  { db, keys }: Pick<Store, 'db' | 'keys'>,
  entries: readonly LookEntry[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await db.transaction((queries) => recordLooksIn(queries, keys.audit, entries, now));
}

/** The same inside a transaction of the caller. */
export async function recordLooksIn(
  queries: Queries,
  key: Buffer,
  entries: readonly LookEntry[],
  now: Date,
): Promise<void> {
  await queries
    .insert(auditHead)
    .values({ id: 1, seq: 0, hash: headHash(key, 0, START) })
    .onConflictDoNothing();
  const [head] = await queries.select().from(auditHead).where(eq(auditHead.id, 1)).for('update');
  if (!head) throw new Error('the audit chain has no head');
  let { seq } = head;
  const [last] = await queries.select({ hash: accessLog.hash }).from(accessLog).where(eq(accessLog.seq, seq));
  // with the last row gone the chain is broken for good, and `verify` says so; looks are written all the same
  let hash = last?.hash ?? START;
  const rows = entries.map((entry): Row => {
    seq++;
    const row = {
      seq,
      at: now,
      actorKind: entry.actorKind,
      actorId: entry.actorId,
      office: entry.office,
      purpose: entry.purpose,
      personId: entry.personId ?? null,
      accountId: entry.accountId ?? null,
      county: entry.county ?? null,
    };
    hash = hashOf(key, hash, row);
    return { ...row, hash };
  });
  await queries.insert(accessLog).values(rows);
  await queries
    .update(auditHead)
    .set({ seq, hash: headHash(key, seq, hash) })
    .where(eq(auditHead.id, 1));
}

export interface AuditResult {
  readonly rows: number;
  /** the first row that is not what it was, or what is missing; null when the chain holds */
  readonly broken: string | null;
  /** `count:hash` of the chain as far as it holds: kept outside, it betrays a whole chain that was put back or emptied */
  readonly receipt: string;
}

const PAGE = 5_000;
const RECEIPT = /^(\d{1,15}):([0-9a-f]{64})$/;

export const isReceipt = (text: string): boolean => RECEIPT.test(text);

/**
 * Walks the whole chain.
 * @param since the receipt of an earlier walk: the chain must still begin with what it was then
 */
export async function verifyAudit(
  { db, keys }: Pick<Store, 'db' | 'keys'>,
  since: string | null = null,
): Promise<AuditResult> {
  const [, sinceSeq, sinceHash] = RECEIPT.exec(since ?? '') ?? [];
  let before: Buffer = START;
  let last = 0;
  const receipt = () => `${last}:${headHash(keys.audit, last, before).toString('hex')}`;
  const result = (broken: string | null): AuditResult => ({ rows: last, broken, receipt: receipt() });
  for (;;) {
    const rows = await db
      .select()
      .from(accessLog)
      .where(gt(accessLog.seq, last))
      .orderBy(asc(accessLog.seq))
      .limit(PAGE);
    for (const row of rows) {
      if (row.seq !== last + 1) return result(`第 ${last + 1} 条不见了`);
      if (!hashOf(keys.audit, before, row).equals(row.hash)) return result(`第 ${row.seq} 条被改过`);
      before = row.hash;
      last = row.seq;
      if (sinceSeq === String(last) && receipt() !== since)
        return result(`到第 ${last} 条和上次的凭证不一样`);
    }
    if (rows.length < PAGE) break;
  }
  const [head] = await db.select().from(auditHead).where(eq(auditHead.id, 1));
  const expected = Math.max(head?.seq ?? 0, sinceHash ? Number(sinceSeq) : 0);
  if (expected > last) return result(`第 ${last + 1} 到 ${expected} 条不见了`);
  const sound = head && head.seq === last && head.hash.equals(headHash(keys.audit, last, before));
  if (!sound && (head || last > 0)) return result('链尾对不上');
  return result(null);
}
