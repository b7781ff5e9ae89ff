/** One case with everything the decision needs. Whoever opens it is written down, and the resident can see that. */
import { and, desc, eq, ne } from 'drizzle-orm';
import type { DeskCase } from '@/contract/desk';
import { type Answers, caseCan, factsSaid } from '@/domain/cases';
import { compile, explain, FACTS, type FactId, type Facts } from '@/domain/eligibility';
import { maskPhone } from '@/domain/identity';
import { registerFacts } from '../../cases/applicant';
import { countyName } from '../../cases/names';
import { type CaseRecord, recordOf } from '../../cases/record';
import { caseView, lineOf } from '../../cases/view';
import { answerText } from '../../cases/words';
import { type Context, servicesOf, staffOf } from '../../context';
import { refuse } from '../../refuse';
import { recordLooks } from '../../store/audit';
import { type Member, memberById } from '../../store/people';
import { serviceCase, unit } from '../../store/schema';
import { colleaguesOf } from './colleagues';
import { deskSees, handOf } from './hand';

/** @throws NotFound outside the desk's place */
export async function deskRecord(context: Context, id: string): Promise<CaseRecord> {
  const record = await recordOf(context, id);
  if (!deskSees(staffOf(context), record.row)) throw refuse('NotFound');
  return record;
}

export async function show(context: Context, input: { id: string }): Promise<DeskCase> {
  const record = await deskRecord(context, input.id);
  const { accountId, office } = staffOf(context);
  const { row, ground } = record;
  await recordLooks(
    servicesOf(context).store,
    [
      {
        actorKind: 'staff',
        actorId: accountId,
        office,
        purpose: `审查您交的“${ground.service.title}”`,
        personId: row.personId,
        accountId: row.accountId,
      },
    ],
    context.now,
  );
  return deskCase(context, record);
}

export async function deskCase(context: Context, record: CaseRecord): Promise<DeskCase> {
  const { row, at, ground } = record;
  const { store } = servicesOf(context);
  const hand = await handOf(context, row, at);
  const member = row.personId === null ? null : await memberById(store, row.personId);
  const register =
    member && row.accountId !== null ? (await registerFacts(context, member, row.accountId)).facts : {};
  const view = await caseView(context, record, null);
  return {
    case: { ...view, can: caseCan(at, hand, ground.service.workflow, ground.rules, context.today) },
    person: await personOf(context, record, member),
    compared: comparedOf(context, record, register, member),
    proposals: proposalsOf(context, record, register),
    others: await othersOf(context, record),
    conflict: hand.conflict ?? null,
    four_eyes_above: ground.rules.four_eyes_above,
    items: ground.document.items.map(({ key, title, label }) => ({ key, title: title ?? label ?? key })),
    colleagues: await colleaguesOf(context),
    evidence: ground.service.evidence.map(({ id, title }) => ({ id, title })),
    pays: ground.rules.pays,
  };
}

async function personOf(
  context: Context,
  { row }: CaseRecord,
  member: Member | null,
): Promise<DeskCase['person']> {
  const { store } = servicesOf(context);
  const [company] =
    row.unitId === null ? [] : await store.db.select().from(unit).where(eq(unit.id, row.unitId));
  if (!member && !company) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    name: member?.row.name ?? '单位申请',
    id_tail: text(member?.row.id_number)?.slice(-4) ?? null,
    phone: member?.row.phone ? maskPhone(String(member.row.phone)) : null,
    town: row.town,
    village: row.village,
    unit: company
      ? (JSON.parse(store.cipher.open('unit.content', company.id, company.contentEnc)) as { name: string })
          .name
      : null,
  };
}

const shown = (fact: FactId, value: Facts[FactId]): string =>
  value === true ? '是' : value === false ? '不是' : `${String(value)}${unitOf(fact)}`;
const unitOf = (fact: FactId) => ('unit' in FACTS[fact] ? ` ${(FACTS[fact] as { unit: string }).unit}` : '');

/** Every answer, beside what the register says of the same. */
function comparedOf(
  { book }: Context,
  { at, ground }: CaseRecord,
  register: Facts,
  member: Member | null,
): DeskCase['compared'] {
  const name = (code: string) => countyName(book, code);
  return ground.service.questions.flatMap((question) => {
    const answer = at.answers[question.id];
    if (answer === undefined) return [];
    const said = answerText(question, answer, name);
    const { fact, from_register: column } = question;
    if (column !== undefined) {
      const written = member?.row[column];
      const registered = typeof written === 'string' && written !== '' ? written : null;
      return [
        {
          id: question.id,
          label: question.label,
          said,
          register: registered,
          differs: registered !== null && registered !== answer,
        },
      ];
    }
    const value = fact === undefined ? undefined : register[fact];
    const known = fact !== undefined && value !== undefined && value !== null;
    const saidFact = fact === undefined ? undefined : factsSaid(ground.service, at.answers)[fact];
    return [
      {
        id: question.id,
        label: question.label,
        said,
        register: known ? (FACTS[fact].type === 'county' ? name(String(value)) : shown(fact, value)) : null,
        differs: known && saidFact !== undefined && saidFact !== value,
      },
    ];
  });
}

/** What the engine says on the day of filing; what the person said stands where the register is silent or older. */
function proposalsOf(
  { packs }: Context,
  { at, row, ground }: CaseRecord,
  register: Facts,
): DeskCase['proposals'] {
  const pack = packs.get(ground.region.id);
  if (!pack || ground.benefits.length === 0 || row.personId === null) return [];
  const facts: Facts = { ...factsSaid(ground.service, at.answers as Answers), ...register };
  const decisions = explain(compile(pack, at.filed_on), facts);
  return ground.benefits.flatMap((benefit) => {
    const decision = decisions.find((one) => one.benefit === benefit.id);
    return decision ? [{ as_of: at.filed_on, title: benefit.title, decision }] : [];
  });
}

const OTHERS = 10;

async function othersOf(context: Context, { row }: CaseRecord): Promise<DeskCase['others']> {
  if (row.personId === null) return [];
  const rows = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(and(eq(serviceCase.personId, row.personId), ne(serviceCase.id, row.id)))
    .orderBy(desc(serviceCase.filedAt))
    .limit(OTHERS);
  return rows.filter((one) => deskSees(staffOf(context), one)).map((one) => lineOf(context, one));
}
