/** One case with everything the decision needs. Whoever opens it is written down, and the resident can see that. */
import { and, desc, eq, ne } from 'drizzle-orm';
import type { DeskCase } from '@/contract/desk';
import { ACTIONS, type Action, type Answers, caseCan, factsSaid, shownQuestions } from '@/domain/cases';
import { compile, explain, FACTS, type FactId, type Facts } from '@/domain/eligibility';
import { maskName, maskPhone } from '@/domain/identity';
import { completeOf } from '@/domain/wages/complete';
import { filingOf } from '@/domain/wages/moments';
import { registerFacts } from '../../cases/applicant';
import { boundAlready } from '../../cases/bind-unit';
import { countyName } from '../../cases/names';
import { type CaseRecord, recordOf } from '../../cases/record';
import { caseView, lineOf } from '../../cases/view';
import { lawItems } from '../../cases/wages';
import { answerText } from '../../cases/words';
import { type Context, servicesOf, staffOf } from '../../context';
import { refuse } from '../../refuse';
import { recordLooks } from '../../store/audit';
import { type Member, memberById } from '../../store/people';
import { account, serviceCase, unit } from '../../store/schema';
import { alikeOf } from './alike';
import { bundleSeen } from './bundle-seen';
import { colleaguesOf } from './colleagues';
import { deskSees, handOf, isOff } from './hand';
import { deskLook } from './look';
import { scopeOf } from './queue';

/** @throws NotFound outside the desk's place */
export async function deskRecord(context: Context, id: string): Promise<CaseRecord> {
  const record = await recordOf(context, id);
  if (!deskSees(staffOf(context), record.row)) throw refuse('NotFound');
  return record;
}

export async function show(context: Context, input: { id: string }): Promise<DeskCase> {
  const record = await deskRecord(context, input.id);
  const look = deskLook(context, record.row, `审查您交的“${record.ground.service.title}”`);
  await recordLooks(servicesOf(context).store, [look], context.now);
  return deskCase(context, record);
}

export async function deskCase(context: Context, record: CaseRecord): Promise<DeskCase> {
  const { row, at, ground } = record;
  const { store } = servicesOf(context);
  const hand = await handOf(context, record);
  const member = row.personId === null ? null : await memberById(store, row.personId);
  const open = await isRegisterOpen(context, record, member);
  const register =
    open && member && row.accountId !== null
      ? (await registerFacts(context, member, row.accountId)).facts
      : {};
  const view = await caseView(context, record, null);
  const desk: DeskCase = {
    case: {
      ...view,
      can: caseCan(at, hand, ground.service.workflow, ground.rules, context.today),
      bundle: await bundleSeen(context, record, view.bundle),
    },
    person: await personOf(context, record, member),
    compared: [
      ...comparedOf(context, record, register, open ? member : null),
      ...(await boundLine(context, record)),
    ],
    proposals: proposalsOf(context, record, register),
    others: await othersOf(context, record),
    conflict: hand.conflict ?? null,
    four_eyes_above: ground.rules.four_eyes_above,
    items: itemsOf(context, record),
    colleagues: await colleaguesOf(context),
    evidence: ground.service.evidence.map(({ id, title }) => ({ id, title })),
    pays: ground.rules.pays,
    words: { ...ground.service.workflow.words?.actions },
    milestones: milestonesOf(record),
    complete: completenessOf(record),
    alike: await alikeOf(context, record),
  };
  return isOff(record, hand) ? handedOver(desk) : desk;
}

/** What a refusal can rest on; nothing where the employer answers. */
function itemsOf({ book }: Context, { ground }: CaseRecord): DeskCase['items'] {
  if (ground.service.about !== undefined) return [];
  return [
    ...ground.document.items.map(({ key, title, label }) => ({ key, title: title ?? label ?? key })),
    ...(ground.rules.moments ? lawItems(book) : []),
  ];
}

function milestonesOf({ at, ground }: CaseRecord): DeskCase['milestones'] {
  return (ground.service.workflow.milestones ?? []).map(({ id, title, plain, fields = {}, ahead, from }) => ({
    id,
    title,
    plain,
    fields,
    ahead: ahead === true,
    why: from.includes(at.state) ? null : `现在还不能登记“${title}”`,
  }));
}

function completenessOf({ at, ground }: CaseRecord): DeskCase['complete'] {
  const filing = filingOf(ground.service);
  const papers = at.files.map(({ evidence }) => evidence);
  return filing === null ? [] : completeOf(filing, at.answers, papers);
}

const OWN_WORDS: readonly Action[] = ['record', 'tell'];

/** Whoever keeps off sees what handing it over takes, and nothing of what was said: it may be the family's, or about them. */
const handedOver = (desk: DeskCase): DeskCase => ({
  ...desk,
  case: {
    ...desk.case,
    answers: [],
    papers: [],
    asked: null,
    decision: null,
    rated: null,
    timeline: desk.case.timeline.map((entry) => ({
      ...entry,
      said: null,
      // days, sums and places of a wage matter stand in the sentence itself
      ...(OWN_WORDS.includes(entry.action) && { text: ACTIONS[entry.action].title, on: undefined }),
    })),
    moments: [],
    shift: null,
    hearing: null,
    bundle: null,
  },
  person: desk.person && { ...desk.person, name: maskName(desk.person.name), id_tail: null, phone: null },
  compared: [],
  proposals: [],
  others: [],
  complete: [],
  alike: [],
});

/**
 * The register stands beside a case of its own county alone, and as long as whoever filed it is still matched with that
 * person: their consents are about nobody else.
 */
async function isRegisterOpen(
  context: Context,
  { row }: CaseRecord,
  member: Member | null,
): Promise<boolean> {
  if (member?.county !== row.county || row.accountId === null) return false;
  const bound = await servicesOf(context)
    .store.db.select({ id: account.id })
    .from(account)
    .where(and(eq(account.id, row.accountId), eq(account.personId, member.id)));
  return bound.length > 0;
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
  return shownQuestions(ground.service).flatMap((question) => {
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

/** A unit that somebody files for already: another account beside, or instead. */
async function boundLine(context: Context, record: CaseRecord): Promise<DeskCase['compared']> {
  const known = await boundAlready(context, record);
  if (!known) return [];
  const said = String(record.at.answers.unit_name ?? '');
  const register = `${known.name}，现在有${known.members}个账号替它办事`;
  return [{ id: 'unit_bound', label: '这个代码已经绑定过', said, register, differs: said !== known.name }];
}

/** What the engine says on the day of filing; what the person said stands where the register is silent or older. */
function proposalsOf(
  { packs }: Context,
  { at, row, ground }: CaseRecord,
  register: Facts,
): DeskCase['proposals'] {
  const pack = packs.get(ground.region ?? '');
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
    .where(and(eq(serviceCase.personId, row.personId), ne(serviceCase.id, row.id), scopeOf(staffOf(context))))
    .orderBy(desc(serviceCase.filedAt))
    .limit(OTHERS);
  return rows.map((one) => lineOf(context, one));
}
