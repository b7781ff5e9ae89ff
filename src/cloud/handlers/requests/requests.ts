import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { RequestView } from '@/contract/helping';
import { FACTS, type FactId, type FactValue } from '@/domain/eligibility';
import type { MandateService } from '@/domain/mandate/services';
import { consentForFact } from '@/domain/privacy/consents';
import { consentsOf } from '../../consent/given';
import { askerOf, type Context, servicesOf, staffOf } from '../../context';
import { heldAccount } from '../../hold-account';
import { bindTo, registered } from '../../identity/binding';
import { refuse } from '../../refuse';
import type { Payloads, RequestKind } from '../../requests/put';
import { recordLooks } from '../../store/audit';
import { type Member, memberById } from '../../store/people';
import { request } from '../../store/schema';
import type { Queries } from '../../store/store';

type Row = typeof request.$inferSelect;
const LIST_MAX = 200;

/** The resident's own, the newest first. */
export async function mine(context: Context): Promise<RequestView[]> {
  const rows = await servicesOf(context)
    .store.db.select()
    .from(request)
    .where(eq(request.accountId, askerOf(context).subject.id))
    .orderBy(desc(request.createdAt));
  const reader = await ownReader(context);
  // what the person says about the portal, or about whoever helps, is nobody else's
  const shown = rows.filter(({ kind }) => reader.mandate === null || kind !== 'complaint');
  return Promise.all(shown.map((row) => viewOf(context, row, reader)));
}

/** Of the worker's county; every resident whose request is shown can see that it was. */
export async function list(context: Context): Promise<RequestView[]> {
  const { county, office, accountId } = staffOf(context);
  const { store } = servicesOf(context);
  const rows = await store.db
    .select()
    .from(request)
    .where(eq(request.county, county))
    .orderBy(sql`${request.answeredAt} is not null`, asc(request.createdAt))
    .limit(LIST_MAX);
  const whose = new Set(rows.flatMap((row) => row.accountId ?? []));
  await recordLooks(
    store,
    [...whose].map((id) => ({
      actorKind: 'staff' as const,
      actorId: accountId,
      office,
      purpose: '看了您提交的申请',
      accountId: id,
    })),
    context.now,
  );
  return Promise.all(rows.map((row) => viewOf(context, row, OFFICE)));
}

/** A verification that is done matches the account with the register's person of this county. */
export async function answer(
  context: Context,
  input: { id: string; outcome: 'done' | 'declined'; answer: string },
): Promise<{ done: true }> {
  const { county, accountId } = staffOf(context);
  const { db, cipher } = servicesOf(context).store;
  const [row] = await db
    .select()
    .from(request)
    .where(and(eq(request.id, input.id), eq(request.county, county), isNull(request.answeredAt)));
  if (!row || row.accountId === accountId) throw refuse('NotFound');
  const member =
    row.kind === 'verification' && input.outcome === 'done' ? await personOf(context, row, county) : null;
  await db.transaction(async (queries) => {
    if (member) await match(queries, context, row, member);
    const [answered] = await queries
      .update(request)
      .set({
        answeredAt: context.now,
        answeredBy: accountId,
        outcome: input.outcome,
        answerEnc: cipher.seal('request.answer', row.id, input.answer),
        ...(row.kind === 'verification' && { payloadEnc: withoutNumber(context, row) }),
      })
      .where(and(eq(request.id, row.id), isNull(request.answeredAt)))
      .returning({ id: request.id });
    // somebody else has answered meanwhile: what was done here is undone
    if (!answered) throw refuse('NotFound');
  });
  return { done: true };
}

/** The register's person whom a verification is about. @throws CannotConfirm */
async function personOf(context: Context, row: Row, county: string): Promise<Member> {
  const member = await registered(context, payloadOf<'verification'>(context, row));
  if (member?.county !== county) throw refuse('CannotConfirm');
  // nobody vouches for themselves, with a second account neither
  if (member.id === askerOf(context).account.personId) throw refuse('CannotConfirm');
  return member;
}

async function match(queries: Queries, context: Context, row: Row, member: Member): Promise<void> {
  if (row.accountId === null) throw refuse('CannotConfirm');
  const held = await heldAccount(queries, row.accountId);
  if (held?.personId) return;
  const proof = { how: 'request', worker: askerOf(context) } as const;
  if (!(await bindTo(queries, context, row.accountId, member, proof))) throw refuse('CannotConfirm');
}

/** Once it is answered, nobody needs the whole number any more. */
function withoutNumber(context: Context, row: Row): Buffer {
  const payload = payloadOf<'verification'>(context, row);
  const kept = { ...payload, number: payload.number.slice(-4) };
  return servicesOf(context).store.cipher.seal('request.payload', row.id, JSON.stringify(kept));
}

const payloadOf = <K extends RequestKind>(context: Context, row: Row): Payloads[K] =>
  JSON.parse(servicesOf(context).store.cipher.open('request.payload', row.id, row.payloadEnc)) as Payloads[K];

/** Who reads a request. A correction repeats the register, which is not for every reader. */
interface Reader {
  readonly office: boolean;
  readonly mandate: { readonly services: readonly MandateService[] } | null;
  mayRead(fact: FactId): boolean;
}

const OFFICE: Reader = { office: true, mandate: null, mayRead: () => true };

async function ownReader(context: Context): Promise<Reader> {
  const { mandate, subject } = askerOf(context);
  const consents = await consentsOf(context, subject.id);
  const benefits = mandate === null || mandate.services.includes('benefits');
  return { office: false, mandate, mayRead: (fact) => benefits && consents.has(consentForFact(fact)) };
}

async function viewOf(context: Context, row: Row, reader: Reader): Promise<RequestView> {
  const { cipher } = servicesOf(context).store;
  return {
    id: row.id,
    kind: row.kind as RequestKind,
    lines: await linesOf(context, row, reader),
    created_at: row.createdAt.toISOString(),
    outcome: row.outcome as RequestView['outcome'],
    answer: row.answerEnc ? cipher.open('request.answer', row.id, row.answerEnc) : null,
    answered_at: row.answeredAt?.toISOString() ?? null,
  };
}

const said = (value: FactValue | null) =>
  value === true ? '是' : value === false ? '否' : value === null ? '没有写' : String(value);
const note = (text: string | null) => (text ? [`说明：${text}`] : []);

async function linesOf(context: Context, row: Row, reader: Reader): Promise<string[]> {
  if (row.kind === 'verification') {
    const { name, number, note: text } = payloadOf<'verification'>(context, row);
    return [`姓名：${name}`, `证件号后四位：${number.slice(-4)}`, ...note(text)];
  }
  if (row.kind === 'correction') {
    const { personId, fact, register, said: own, note: text } = payloadOf<'correction'>(context, row);
    const member = reader.office ? await memberById(servicesOf(context).store, personId) : null;
    return [
      ...(member ? [`姓名：${member.row.name}（${member.row.town ?? ''}${member.row.village ?? ''}）`] : []),
      `要更正的：${FACTS[fact].label}`,
      ...(reader.mayRead(fact) ? [`登记的是：${said(register)}`] : []),
      `本人说是：${said(own)}`,
      ...note(text),
    ];
  }
  const { text, contact } = payloadOf<'complaint'>(context, row);
  return [text, ...(contact ? [`联系方式：${contact}`] : [])];
}
