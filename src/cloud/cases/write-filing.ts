/** The first event of a case, its row, and the files that are the case's from now on. */
import { randomInt } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { InputOf } from '@/contract/api';
import {
  type Answers,
  after,
  type CaseEvent,
  type CaseState,
  type HandedIn,
  type Level,
  type Service,
} from '@/domain/cases';
import { type Context, servicesOf } from '../context';
import { tellOfCase } from '../messages/tell-case';
import { refuse } from '../refuse';
import { attachment, caseEvent, caseFile, serviceCase } from '../store/schema';
import type { Queries } from '../store/store';
import type { Applicant } from './applicant';
import { type CaseRow, columnsOf, sealedEvent } from './record';
import { dueFrom, type Ground, groundOfCase } from './rules';
import { wageColumns, type wageData } from './wage-filing';

export type Who = Pick<
  CaseRow,
  'accountId' | 'personId' | 'householdId' | 'unitId' | 'keyHash' | 'town' | 'village'
>;

/** As the register writes it. What is filed in another county, or for a unit, is no township's of the person's own. */
export function placeOf(
  { member, unitId, county }: Pick<Applicant, 'member' | 'unitId' | 'county'>,
  column: 'town' | 'village',
): string | null {
  const written = unitId === null && member?.county === county ? member.row[column] : null;
  return typeof written === 'string' && written !== '' ? written : null;
}

export const whoOf = (applicant: Applicant): Who => ({
  accountId: applicant.accountId,
  personId: applicant.unitId === null ? (applicant.member?.id ?? null) : null,
  householdId: applicant.unitId === null ? (applicant.member?.householdId ?? null) : null,
  unitId: applicant.unitId,
  keyHash: null,
  town: placeOf(applicant, 'town'),
  village: placeOf(applicant, 'village'),
});

interface First {
  readonly input: Pick<InputOf<'cases.file'>, 'id' | 'files'>;
  readonly answers: Answers;
  readonly actor: CaseEvent['actor'];
  readonly county: string;
  readonly who: Who;
  readonly wage?: Awaited<ReturnType<typeof wageData>>;
  /** not with a desk at once */
  readonly to?: CaseState;
  readonly steps?: Readonly<Record<string, string | null>>;
  readonly parent?: string;
}

/** The filing is its own id: a case has one first event. */
export function firstEvent(
  context: Context,
  { service }: Ground,
  { input, answers, actor, county, who, wage, to = 'filed', steps, parent }: First,
): CaseEvent<'file'> {
  return {
    id: input.id,
    seq: 1,
    at: context.now.toISOString(),
    day: context.today,
    actor,
    action: 'file',
    data: {
      service_version: service.version,
      answers,
      files: input.files,
      // the employer answers; a desk nearer to the person has it once nobody does
      level: service.about === undefined ? deskOf(service.workflow.level, who) : 'county',
      county,
      ...wage,
      ...(steps && { steps }),
      ...(parent !== undefined && { parent }),
    },
    to,
    due: dueFrom(context, service, to),
  };
}

const NUMBERS = 1_000_000;

/** 2026-1122-048151: the day, and six digits nobody can count on. */
const newNumber = (day: string) =>
  `${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8)}-${String(randomInt(NUMBERS)).padStart(6, '0')}`;

/** @returns null when this id is filed already */
export async function write(
  context: Context,
  queries: Queries,
  event: CaseEvent<'file'>,
  who: Who,
  service: Service,
): Promise<CaseRow | null> {
  const { cipher } = servicesOf(context).store;
  const { id } = event;
  const at = after(null, event);
  const values = {
    id,
    ...who,
    ...columnsOf(at),
    ...wageColumns(cipher, service, at.answers),
    service: service.id,
    filedAt: context.now,
    filedOn: context.today,
    answersEnc: cipher.seal('service_case.answers', id, JSON.stringify(at.answers)),
  };
  for (let tries = 0; tries < 5; tries++) {
    const [row] = await queries
      .insert(serviceCase)
      .values({ ...values, number: newNumber(context.today) })
      .onConflictDoNothing()
      .returning();
    if (row) {
      await queries.insert(caseEvent).values(sealedEvent(cipher, id, event));
      if (event.actor.kind === 'helper')
        await tellOfCase(context, queries, { ...groundOfCase(context, row), row }, event);
      return row;
    }
    const [taken] = await queries
      .select({ id: serviceCase.id })
      .from(serviceCase)
      .where(eq(serviceCase.id, id));
    if (taken) return null;
  }
  throw new Error('no free number');
}

/** A desk in a place nobody named would never see it: then the one above has it. */
function deskOf(level: Level, { town, village }: Who): Level {
  if (level === 'village' && village !== null && town !== null) return 'village';
  return level !== 'county' && town !== null ? 'town' : 'county';
}

/**
 * The files are the account's own and whole; from now on they belong to the case.
 * @throws InvalidInput when one is not there any more
 */
export async function take(
  queries: Queries,
  caseId: string,
  accountId: string,
  files: readonly HandedIn[],
): Promise<void> {
  const ids = [...new Set(files.map((one) => one.file))];
  if (ids.length === 0) return;
  const found = await queries
    .select({ id: attachment.id })
    .from(attachment)
    .where(
      and(inArray(attachment.id, ids), eq(attachment.accountId, accountId), eq(attachment.state, 'ready')),
    )
    // thrown away at the same moment, it is there still or gone already
    .for('update');
  if (found.length !== ids.length) {
    const gone = files.filter((one) => !found.some(({ id }) => id === one.file));
    throw refuse('InvalidInput', {
      fields: gone.map(({ evidence }) => ({ path: evidence, message: '有一个文件没有传完，请删掉再传一次' })),
    });
  }
  await queries
    .update(attachment)
    .set({ caseId })
    .where(and(inArray(attachment.id, ids), isNull(attachment.caseId)));
  await queries
    .insert(caseFile)
    .values(ids.map((fileId) => ({ caseId, fileId })))
    .onConflictDoNothing();
}
