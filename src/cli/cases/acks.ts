/** cases ack: what the other side answered, line by line; every line that cannot be taken is told with its number. */
import { readFile } from 'node:fs/promises';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { caseExport, serviceCase } from '@/cloud/store/schema';
import type { Queries, Store } from '@/cloud/store/store';

const ack = z.object({
  number: z.string().trim().min(1).max(40),
  /** which sending of the case it answers; without it the newest */
  revision: z.int().min(1).optional(),
  status: z.enum(['accepted', 'rejected']),
  reason: z.string().trim().max(500).optional(),
});
type Ack = z.infer<typeof ack>;

export interface AckCounts {
  readonly accepted: number;
  readonly rejected: number;
  /** known already, the same */
  readonly known: number;
  readonly refused: readonly { readonly line: number; readonly why: string }[];
}

class DryRun extends Error {}

/** @param apply false: nothing is written, everything is told */
export async function readAcks(store: Store, file: string, apply: boolean, now: Date): Promise<AckCounts> {
  const text = await readFile(file, 'utf8');
  let counts: AckCounts | null = null;
  try {
    await store.db.transaction(async (queries) => {
      counts = await take(store, queries, text, now);
      if (!apply) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  if (!counts) throw new Error('nothing was read');
  return counts;
}

async function take(store: Store, queries: Queries, text: string, now: Date): Promise<AckCounts> {
  const { good, refused } = linesOf(text);
  const count = { accepted: 0, rejected: 0, known: 0 };
  for (const { line, said } of good) {
    const outcome = await settle(store, queries, said, now);
    if (outcome === 'accepted' || outcome === 'rejected' || outcome === 'known') count[outcome]++;
    else refused.push({ line, why: outcome.why });
  }
  return { ...count, refused: refused.sort((a, b) => a.line - b.line) };
}

interface Numbered {
  readonly line: number;
  readonly said: Ack;
}

/** Lines that can be read, each case once: of two that say the same the first counts, two that differ both do not. */
function linesOf(text: string) {
  const refused: { line: number; why: string }[] = [];
  const first = new Map<string, Numbered & { contradicted: boolean }>();
  text.split(/\r?\n/).forEach((content, index) => {
    const line = index + 1;
    if (content.replace(/^\ufeff/, '').trim() === '') return;
    const said = readLine(content.replace(/^\ufeff/, ''));
    if (said === null) {
      refused.push({
        line,
        why: '看不懂：每行要是 {"number":…,"status":"accepted" 或 "rejected","reason":…}',
      });
      return;
    }
    const key = `${said.number} ${said.revision ?? ''}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, { line, said, contradicted: false });
      return;
    }
    const same = earlier.said.status === said.status && earlier.said.reason === said.reason;
    refused.push({
      line,
      why: same
        ? `编号 ${said.number} 和第 ${earlier.line} 行重复：只按第 ${earlier.line} 行登记`
        : `编号 ${said.number} 和第 ${earlier.line} 行说法不一样：两行都没有登记，请查清`,
    });
    if (!same && !earlier.contradicted) {
      earlier.contradicted = true;
      refused.push({
        line: earlier.line,
        why: `编号 ${said.number} 和第 ${line} 行说法不一样：两行都没有登记，请查清`,
      });
    }
  });
  return { good: [...first.values()].filter(({ contradicted }) => !contradicted), refused };
}

function readLine(content: string): Ack | null {
  try {
    return ack.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

type Outcome = 'accepted' | 'rejected' | 'known' | { readonly why: string };

async function settle(store: Store, queries: Queries, said: Ack, now: Date): Promise<Outcome> {
  const [known] = await queries
    .select({ id: serviceCase.id })
    .from(serviceCase)
    .where(eq(serviceCase.number, said.number));
  const sent = known ? await sendingOf(queries, known.id, said.revision) : null;
  if (!known || !sent) return { why: `编号 ${said.number} 没有报送过` };
  if (sent.status === said.status) return 'known';
  if (sent.status === 'accepted')
    return { why: `编号 ${said.number} 早已登记为接收，现在说退回：没有改，请和对方核对` };
  await queries
    .update(caseExport)
    .set({
      status: said.status,
      answeredAt: now,
      reasonEnc: said.reason ? store.cipher.seal('case_export.reason', sent.id, said.reason) : null,
    })
    .where(eq(caseExport.id, sent.id));
  if (said.status === 'accepted')
    await queries.update(serviceCase).set({ exportedAt: sent.sentAt }).where(eq(serviceCase.id, known.id));
  return said.status;
}

async function sendingOf(queries: Queries, caseId: string, revision: number | undefined) {
  const rows = await queries
    .select()
    .from(caseExport)
    .where(eq(caseExport.caseId, caseId))
    .orderBy(desc(caseExport.seq), desc(caseExport.sentAt));
  const decisions = [...new Set(rows.map(({ seq }) => seq))].reverse();
  const seq = revision === undefined ? decisions.at(-1) : decisions[revision - 1];
  return rows.find((row) => row.seq === seq) ?? null;
}

export interface Unanswered {
  readonly number: string;
  readonly sentAt: Date;
  /** null: no answer yet; else why it was rejected */
  readonly reason: string | null;
  readonly rejected: boolean;
}

/** The newest sending of each case of a county that is not accepted. */
export async function unanswered({ db, cipher }: Store, county: string): Promise<Unanswered[]> {
  const rows = await db
    .select({ sent: caseExport, number: serviceCase.number })
    .from(caseExport)
    .innerJoin(serviceCase, and(eq(serviceCase.id, caseExport.caseId), eq(serviceCase.county, county)))
    .orderBy(serviceCase.number, desc(caseExport.seq), desc(caseExport.sentAt));
  const newest = rows.filter(({ number }, index) => rows[index - 1]?.number !== number);
  return newest
    .filter(({ sent }) => sent.status !== 'accepted')
    .map(({ sent, number }) => ({
      number,
      sentAt: sent.sentAt,
      rejected: sent.status === 'rejected',
      reason: sent.reasonEnc ? cipher.open('case_export.reason', sent.id, sent.reasonEnc) : null,
    }));
}
