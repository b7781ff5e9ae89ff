/** cases export: decided cases that the provincial system has not been told of, as signed lines. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { inArray, sql } from 'drizzle-orm';
import { recordLooksIn } from '@/cloud/store/audit';
import { signStatement } from '@/cloud/store/export/key';
import { type Decided, FORMAT, linesOf } from '@/cloud/store/export/lines';
import { caseExport, serviceCase } from '@/cloud/store/schema';
import type { Queries, Store } from '@/cloud/store/store';
import type { Service } from '@/domain/cases';
import { filingOf } from '@/domain/wages/moments';
import { writePrivately } from '../register/private-file';
import { Refused } from '../register/refused';

const EXPORT_LOCK = 7309;
const PAGE = 500;
const ROWS = 2_000;

/** Money and posts are the province's business; reports, corrections, sign-ups and wage matters stay with the county. */
const TOLD: readonly Service['effect']['kind'][] = ['claim', 'pre_application'];

/** A complaint about an employer is between the person and the office that looks into it. */
const isTold = (service: Service): boolean =>
  TOLD.includes(service.effect.kind) && filingOf(service) === null;

export const signatureFile = (file: string): string => `${file}.jws`;

export interface Chosen {
  readonly county: string;
  /** closed on this day or later; null: all */
  readonly since: string | null;
  /** also what was sent and not accepted: a file was lost, or refused as a whole */
  readonly again: boolean;
}

export interface Exported {
  readonly cases: number;
  /** decided, but the register knows nobody behind them */
  readonly nameless: number;
}

/** Nothing is recorded before the files are there, and they go again when it cannot be recorded. @throws Refused */
export async function exportCases(
  store: Store,
  services: readonly Service[],
  chosen: Chosen,
  out: string,
  now: Date,
): Promise<Exported> {
  for (const file of [out, signatureFile(out)])
    if (existsSync(file)) throw new Refused(`${file} 已经有了，可能还没有报送，请换一个文件名`);
  try {
    return await store.db.transaction(async (queries) => {
      // two at once would send the same cases twice
      await queries.execute(sql`select pg_advisory_xact_lock(${EXPORT_LOCK})`);
      const decided = await decidedCases(queries, services, chosen);
      const { lines, sent } = await written(store, services, decided);
      const result = { cases: sent.length, nameless: decided.length - sent.length };
      if (sent.length === 0) return result;
      const batch = randomUUID();
      await writePrivately(out, async (file) => {
        for (const line of lines) await file.write(line);
      });
      const digest = createHash('sha256');
      for (const line of lines) digest.update(line);
      const statement = {
        format: FORMAT,
        county: chosen.county,
        batch,
        cases: sent.length,
        sha256: digest.digest('hex'),
        made_at: now.toISOString(),
      };
      const signature = await signStatement(store, statement, now);
      await writePrivately(signatureFile(out), (file) => file.write(`${signature}\n`));
      await writeDown(queries, store, titlesOf(services), sent, batch, now);
      return result;
    });
  } catch (error) {
    await rm(out, { force: true });
    await rm(signatureFile(out), { force: true });
    throw error;
  }
}

const titlesOf = (services: readonly Service[]) => new Map(services.map(({ id, title }) => [id, title]));

async function written(store: Store, services: readonly Service[], decided: readonly Decided[]) {
  const lines: string[] = [];
  const sent: Decided[] = [];
  for (let at = 0; at < decided.length; at += PAGE) {
    const page = await linesOf(store, titlesOf(services), decided.slice(at, at + PAGE));
    for (const { decided: one, line } of page) {
      if (!line) continue;
      lines.push(`${JSON.stringify(line)}\n`);
      sent.push(one);
    }
  }
  return { lines, sent };
}

/**
 * What the province has to be told: a decision that was never sent, with `again` also one that was not accepted. Decided
 * once more, or with a corrected payment, it is another decision. Held until the transaction ends.
 */
export async function decidedCases(
  queries: Queries,
  services: readonly Service[],
  { county, since, again }: Chosen,
): Promise<Decided[]> {
  const told = services.filter(isTold).map(({ id }) => id);
  const { rows } = await queries.execute<{ id: string; seq: number; before: number }>(sql`
    select c.id, d.seq, s.before from service_case c
    join lateral (
      select max(seq) as seq from case_event e where e.case_id = c.id
        and e.action in ('approve', 'refuse', 'countersign', 'pay', 'correct_payment')
    ) d on d.seq is not null
    join lateral (
      select count(distinct x.seq)::int as before from case_export x where x.case_id = c.id and x.seq < d.seq
    ) s on true
    where c.county = ${county} and c.state in ('paid', 'done', 'refused')
      and c.service in ${told} and (${since}::date is null or c.closed_on >= ${since}::date)
      and not exists (
        select 1 from case_export x where x.case_id = c.id and x.seq = d.seq
          and (${again}::boolean = false or x.status = 'accepted')
      )
    order by c.closed_on, c.id for share of c`);
  if (rows.length === 0) return [];
  const cases = new Map<string, typeof serviceCase.$inferSelect>();
  for (let at = 0; at < rows.length; at += ROWS) {
    const ids = rows.slice(at, at + ROWS).map(({ id }) => id);
    for (const row of await queries.select().from(serviceCase).where(inArray(serviceCase.id, ids)))
      cases.set(row.id, row);
  }
  return rows.flatMap(({ id, seq, before }) => {
    const row = cases.get(id);
    return row ? [{ row, seq, revision: before + 1 }] : [];
  });
}

/** Everybody whose case is in the file can see that it was sent. */
async function writeDown(
  queries: Queries,
  { keys }: Pick<Store, 'keys'>,
  titles: ReadonlyMap<string, string>,
  sent: readonly Decided[],
  batch: string,
  now: Date,
): Promise<void> {
  for (let at = 0; at < sent.length; at += ROWS) {
    const page = sent.slice(at, at + ROWS);
    await queries
      .insert(caseExport)
      .values(page.map(({ row, seq }) => ({ id: randomUUID(), caseId: row.id, seq, batch, sentAt: now })));
  }
  // the chain of looks is held until the transaction ends: last, and at once
  for (let at = 0; at < sent.length; at += ROWS) {
    const looks = sent.slice(at, at + ROWS).map(({ row }) => ({
      actorKind: 'system' as const,
      actorId: null,
      office: '办件报送',
      purpose: `把“${titles.get(row.service) ?? row.service}”的办理结果报送上级系统`,
      personId: row.personId,
      accountId: row.accountId,
    }));
    await recordLooksIn(queries, keys.audit, looks, now);
  }
}
