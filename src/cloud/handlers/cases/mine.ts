/** My cases: what I have to do first, then all of them, the newest first. */

import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { OutputOf } from '@/contract/api';
import type { CaseView, OwnLine } from '@/contract/cases';
import { type Hand, isThere } from '@/domain/cases';
import { mineOr404, ownCases } from '../../cases/access';
import { appliedFor } from '../../cases/applied';
import { bundleView } from '../../cases/bundle-view';
import { type CaseRow, recordOf, recordsOf } from '../../cases/record';
import { caseView, ownLineOf, taskOf } from '../../cases/view';
import { askerOf, type Context, servicesOf } from '../../context';
import { after, cursorText } from '../../cursor';
import { serviceCase } from '../../store/schema';

const PAGE = 20;

export async function mine(context: Context, input: { cursor?: string }): Promise<OutputOf<'cases.mine'>> {
  const { db } = servicesOf(context).store;
  const whose = await ownCases(context);
  const [waiting, rows] = await Promise.all([
    input.cursor === undefined
      ? db
          .select()
          .from(serviceCase)
          .where(and(whose, inArray(serviceCase.state, ['supplement', 'self'])))
      : [],
    db
      .select()
      .from(serviceCase)
      // a step stands under its bundle
      .where(
        and(
          whose,
          isNull(serviceCase.parentId),
          after(input.cursor, { at: serviceCase.filedAt, id: serviceCase.id, order: 'desc' }),
        ),
      )
      .orderBy(desc(serviceCase.filedAt), desc(serviceCase.id))
      .limit(PAGE + 1),
  ]);
  const tasks = await recordsOf(context, waiting);
  const shown = rows.slice(0, PAGE);
  const about = await appliedFor(context, shown);
  const last = shown.at(-1);
  return {
    tasks: tasks
      .map((record) => ownLineOf(context, record.row, { task: taskOf(record) }))
      .sort((a, b) => ((a.due?.on ?? '') < (b.due?.on ?? '') ? -1 : 1)),
    cases: await withSteps(context, shown, about),
    next: rows.length > PAGE && last ? cursorText(last.filedAt, last.id) : null,
  };
}

async function withSteps(
  context: Context,
  rows: readonly CaseRow[],
  about: Awaited<ReturnType<typeof appliedFor>>,
): Promise<OwnLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const children = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(inArray(serviceCase.parentId, ids))
    .orderBy(asc(serviceCase.id));
  const parents = rows.filter(({ id }) => children.some(({ parentId }) => parentId === id));
  const bundles = new Map<string, OwnLine['bundle']>();
  for (const record of await recordsOf(context, parents)) {
    const own = children.filter(({ parentId }) => parentId === record.row.id);
    bundles.set(record.row.id, (await bundleView(context, record)) ?? stepsAlone(context, own));
  }
  return rows.map((row) => ({
    ...ownLineOf(context, row, { about: about.get(row.id) }),
    bundle: bundles.get(row.id) ?? null,
  }));
}

/** The bundle's file is gone: its steps without their order. */
function stepsAlone(context: Context, rows: readonly CaseRow[]): NonNullable<OwnLine['bundle']> {
  const steps = rows.map((row) => {
    const { id, service, title, state, due, late } = ownLineOf(context, row);
    return { step: service.replaceAll('-', '_'), title, case: id, standing: state, due, late };
  });
  return { done: steps.filter(({ standing }) => isThere(standing)).length, total: steps.length, steps };
}

/** Open cases of one service, for whoever is about to file it again. */
export async function openOf(context: Context, service: string): Promise<CaseRow[]> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(and(await ownCases(context), eq(serviceCase.service, service), isNull(serviceCase.closedOn)))
    .orderBy(desc(serviceCase.filedAt))
    .limit(5);
  return rows;
}

export function residentHand(context: Context): Hand {
  const { account, mandate } = askerOf(context);
  return { role: 'resident', id: account.id, helper: mandate !== null };
}

export async function show(context: Context, input: { id: string }): Promise<CaseView> {
  await mineOr404(context, input.id);
  return caseView(context, await recordOf(context, input.id), residentHand(context));
}
