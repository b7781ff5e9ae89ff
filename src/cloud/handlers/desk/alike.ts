/** Cases that may be of the same matter: the same group, employer or site, and months that meet. */
import { and, desc, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { DeskCase } from '@/contract/desk';
import { monthsMeet } from '@/domain/wages/employer';
import { filingOf } from '@/domain/wages/moments';
import type { CaseRecord, CaseRow } from '../../cases/record';
import { type Context, servicesOf, staffOf } from '../../context';
import { serviceCase } from '../../store/schema';
import { linesOf, scopeOf } from './queue';

const MOST = 20;

export const wageServices = ({ book }: Pick<Context, 'book'>): string[] =>
  book.services.filter((service) => filingOf(service) !== null).map(({ id }) => id);

export async function alikeOf(context: Context, { row, ground }: CaseRecord): Promise<DeskCase['alike']> {
  if (filingOf(ground.service) === null) return [];
  const { groupId, employerHash, siteHash } = serviceCase;
  const same: (SQL | undefined)[] = [
    row.groupId === null ? undefined : eq(groupId, row.groupId),
    row.employerHash === null
      ? undefined
      : and(eq(employerHash, row.employerHash), isNull(serviceCase.closedOn)),
    row.siteHash === null ? undefined : and(eq(siteHash, row.siteHash), isNull(serviceCase.closedOn)),
  ];
  if (same.every((one) => one === undefined)) return [];
  const rows = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(
      and(
        scopeOf(staffOf(context)),
        inArray(serviceCase.service, wageServices(context)),
        ne(serviceCase.id, row.id),
        or(...same),
      ),
    )
    .orderBy(desc(serviceCase.filedAt))
    .limit(MOST);
  const near = rows.filter((one) => isJoined(row, one) || monthsMeet(monthsOf(row), monthsOf(one)));
  const lines = await linesOf(context, near);
  return lines.map((line, index) => {
    const other = near[index] as CaseRow;
    return {
      ...lineAlone(line),
      name: line.name,
      why: whyAlike(row, other),
      joined: isJoined(row, other),
    };
  });
}

const lineAlone = (line: Awaited<ReturnType<typeof linesOf>>[number]) => {
  const { id, number, service, title, state, filed_on, due, late, task } = line;
  return {
    id,
    number,
    service,
    title,
    state,
    filed_on,
    due,
    late,
    task,
    ...(line.state_word !== undefined && { state_word: line.state_word }),
  };
};

const monthsOf = ({ owedFrom, owedTo }: CaseRow) => ({ from: owedFrom, to: owedTo });
const isJoined = (a: CaseRow, b: CaseRow): boolean => a.groupId !== null && a.groupId === b.groupId;
const equal = (a: Buffer | null, b: Buffer | null): boolean => a !== null && b !== null && a.equals(b);

function whyAlike(row: CaseRow, other: CaseRow): string {
  if (isJoined(row, other)) return '已经并到一起';
  const same = [
    equal(row.employerHash, other.employerHash) && '单位名称相同',
    equal(row.siteHash, other.siteHash) && '工地相同',
  ].filter(Boolean);
  const known = row.owedFrom !== null && other.owedFrom !== null;
  return `${same.join('、')}${known ? '，欠薪的月份有重叠' : ''}`;
}
