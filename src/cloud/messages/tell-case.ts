/** Every change of a case that the resident did not do themselves becomes a message, in the transaction that writes it. */
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Answers, CaseEvent, Service } from '@/domain/cases';
import { countyName } from '../cases/names';
import { lawCited } from '../cases/wages';
import { eventSaid, eventText, isTold } from '../cases/words';
import { type Context, servicesOf } from '../context';
import { account, type serviceCase, unitMember } from '../store/schema';
import type { Queries } from '../store/store';
import { type Content, type Told, tellAccounts } from './tell-account';

type Row = Pick<
  typeof serviceCase.$inferSelect,
  'id' | 'number' | 'accountId' | 'personId' | 'unitId' | 'answersEnc'
>;

interface Of {
  readonly row: Row;
  readonly service: Service;
  /** number of the document it rests on */
  readonly document: { readonly id: string; readonly number: string };
}

/** Reports are nobody else's business, whoever sees the phone lying there. */
const OUTSIDE = '您反映的事';

export async function tellOfCase(
  context: Context,
  queries: Queries,
  { row, service, document }: Of,
  event: CaseEvent,
): Promise<void> {
  if (!isTold(event) || event.actor.kind === 'resident') return;
  const accounts = await toldOf(queries, row);
  const content = contentFor(context, { row, service, document }, event);
  await tellAccounts(
    context,
    queries,
    accounts.map(
      (accountId): Told => ({
        accountId,
        source: `${row.id} ${event.id}`,
        kind: 'case',
        caseId: row.id,
        ...pressing(event, context.today),
        content,
      }),
    ),
  );
}

/**
 * Whoever reads the case: the account that filed it, the person's other accounts, a unit's people. Held against being
 * deleted meanwhile: what is written here would stay behind. Nobody for a report without a name.
 */
async function toldOf(queries: Queries, { accountId, personId, unitId }: Row): Promise<string[]> {
  if (unitId !== null) {
    const members = await queries
      .select({ id: account.id })
      .from(account)
      .innerJoin(unitMember, eq(unitMember.accountId, account.id))
      .where(and(eq(unitMember.unitId, unitId), isNull(unitMember.endedAt)))
      .orderBy(account.id)
      .for('key share', { of: account });
    return members.map(({ id }) => id);
  }
  if (accountId === null) return [];
  const rows = await queries
    .select({ id: account.id })
    .from(account)
    .where(or(eq(account.id, accountId), personId === null ? undefined : eq(account.personId, personId)))
    .orderBy(account.id)
    .for('key share');
  return rows.map(({ id }) => id);
}

function contentFor(context: Context, { row, service, document }: Of, event: CaseEvent): Content {
  const said = eventSaid(event);
  const item = event.action === 'refuse' ? (event.data.item ?? null) : null;
  const law = item === null ? null : lawCited(context.book, item);
  const who = event.actor.kind === 'helper' ? '代办人' : (event.actor.office ?? '系统');
  return {
    title: titleFor(context, row, service),
    text: `${who}：${eventText(event, (code) => countyName(context.book, code), service)}`,
    number: row.number,
    ...(said !== null && { said }),
    ...(law && { cite: { document: law.title, item: law.item, law: true } }),
    ...(!law && item !== null && { cite: { document: document.number, item }, document: document.id }),
    ...(service.effect.kind === 'report' && { outside: OUTSIDE }),
  };
}

/** Of several applications each is told by what it is for. */
function titleFor(context: Context, row: Row, { about, title }: Service): string {
  if (about === undefined) return title;
  const { cipher } = servicesOf(context).store;
  const { job } = JSON.parse(cipher.open('service_case.answers', row.id, row.answersEnc)) as Answers;
  return typeof job === 'string' ? `${title}：${job}` : title;
}

/** What cannot wait for the digest: something to do, or a decision. */
function pressing(event: CaseEvent, today: string): Pick<Told, 'urgent' | 'dueOn'> {
  switch (event.action) {
    case 'ask_supplement':
      return { urgent: true, dueOn: event.data.until };
    case 'approve':
      return { urgent: event.to !== 'countersign' };
    case 'refuse':
    case 'countersign':
    case 'pay':
      return { urgent: true };
    case 'follow':
      // a step that the person has done elsewhere: now it is their turn
      return { urgent: event.to === 'self' };
    case 'record': {
      // a hearing, or whatever else lies ahead; what happened today is over, but for what has its hour
      const { until, on, time } = event.data;
      const day = until ?? on;
      const ahead = day > today || (day === today && (until ?? time) !== undefined);
      return ahead ? { urgent: true, dueOn: day } : {};
    }
    default:
      return {};
  }
}
