/** What of work belongs to an account: to take away, and to give up when it goes. */

import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { skillsText, wishLines } from '@/domain/jobs/card';
import { promisedStory } from '@/domain/jobs/promised';
import { FORMS, WHERE } from '@/domain/jobs/spells';
import { searchName } from '@/domain/jobs/wishes';
import { holdCase } from '../cases/bundle';
import { countyName } from '../cases/names';
import { append, recordOf } from '../cases/record';
import { type Account, type Context, servicesOf } from '../context';
import { workApplication, workCard, workNotice, workSearch, workSpell } from '../store/schema';
import type { Queries } from '../store/store';
import { uuidOf } from '../uuid';
import { cardOf } from './card';
import { wantedIn } from './searches';
import { spellIn } from './spells';

type Row = Record<string, unknown>;

/** In words, for the export. What was applied for is among the cases. */
export async function workTold(
  context: Context,
  { id }: Account,
): Promise<Record<'card' | 'searches' | 'promises' | 'spells', Row[]>> {
  const { db, cipher } = servicesOf(context).store;
  const kept = await cardOf(context, id);
  const searches = await db.select().from(workSearch).where(eq(workSearch.accountId, id));
  const [notice] = await db.select().from(workNotice).where(eq(workNotice.id, id));
  const applied = await db
    .select({ promised: workApplication.promised, sentAt: workApplication.sentAt })
    .from(workApplication)
    .where(and(eq(workApplication.accountId, id), isNotNull(workApplication.promised)))
    .orderBy(desc(workApplication.sentAt));
  const spells = await db.select().from(workSpell).where(eq(workSpell.accountId, id));
  return {
    card: kept
      ? [
          {
            会的: skillsText(kept.card.skills) || null,
            自己的话: kept.card.words || null,
            想要的: wishLines(kept.card.wishes).join('；') || null,
            存的时间: kept.savedAt.toISOString(),
          },
        ]
      : [],
    searches: searches.map((row) => {
      const wanted = wantedIn(cipher, row);
      return {
        名称: searchName(wanted, countyName(context.book, wanted.county)),
        存的时间: row.savedAt.toISOString(),
        有新的告诉我: notice?.wanted ?? false,
        上次告诉: notice?.toldOn ?? null,
      };
    }),
    promises: applied.map(({ promised, sentAt }) => ({
      岗位: promised?.title ?? null,
      应聘日期: dayInChina(sentAt),
      应聘时写的:
        promised && promisedStory(promised, dayInChina(sentAt), (code) => countyName(context.book, code)),
    })),
    spells: spells.map((row) => {
      const { employer, form, where, paid } = spellIn(context, row);
      return {
        单位: employer,
        怎么干的: FORMS[form],
        在哪里: WHERE[where],
        上班: row.startedOn,
        不干了: row.endedOn,
        工钱结清: paid,
      };
    }),
  };
}

/**
 * Whoever deletes the account is not to be called any more: what nobody has answered for good is taken back. One that
 * just ended stays as it ended.
 */
export async function withdrawApplications(context: Context, accountId: string): Promise<void> {
  const { db, cipher } = servicesOf(context).store;
  const rows = await db
    .select({ id: workApplication.id })
    .from(workApplication)
    .where(
      and(
        eq(workApplication.accountId, accountId),
        inArray(workApplication.state, ['sent', 'seen', 'invited']),
      ),
    );
  for (const { id } of rows) {
    await db.transaction(async (queries) => {
      await holdCase(queries, id);
      const record = await recordOf(context, id, queries);
      if (record.ground.gone || !['filed', 'accepted', 'supplement'].includes(record.at.state)) return;
      await append(context, queries, record, {
        id: uuidOf(cipher.blind('work_event', `leave ${id} ${record.at.version}`)),
        actor: { kind: 'resident', id: accountId },
        action: 'withdraw',
        data: {},
      });
    });
  }
}

/** Everything that is the account's own. */
export async function forgetWork(queries: Queries, accountId: string): Promise<void> {
  await queries.delete(workCard).where(eq(workCard.id, accountId));
  await queries.delete(workSearch).where(eq(workSearch.accountId, accountId));
  await queries.delete(workNotice).where(eq(workNotice.id, accountId));
  await queries.delete(workSpell).where(eq(workSpell.accountId, accountId));
}
