/** One case with everything the decision needs. Whoever opens it is written down, and the resident can see that. */
import { and, desc, eq, ne } from 'drizzle-orm';
import type { DeskCase } from '@/contract/desk';
import { ACTIONS, type Action, caseCan } from '@/domain/cases';
import { maskName, maskPhone } from '@/domain/identity';
import { completeOf } from '@/domain/wages/complete';
import { filingOf } from '@/domain/wages/moments';
import { registerFacts } from '../../cases/applicant';
import { appliedFor } from '../../cases/applied';
import { type CaseRecord, recordOf } from '../../cases/record';
import { caseView, lineOf } from '../../cases/view';
import { lawItems } from '../../cases/wages';
import { type Context, servicesOf, staffOf } from '../../context';
import { deskSees, handOf, isOff } from '../../desk/hand';
import { refuse } from '../../refuse';
import { recordLooks } from '../../store/audit';
import { type Member, memberById } from '../../store/people';
import { serviceCase, unit } from '../../store/schema';
import { alikeOf } from './alike';
import { bundleSeen } from './bundle-seen';
import { colleaguesOf } from './colleagues';
import { boundLine, comparedOf, isRegisterOpen, proposalsOf } from './compared';
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
    lines: { ...ground.service.workflow.words?.lines },
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

const OTHERS = 10;

async function othersOf(context: Context, { row }: CaseRecord): Promise<DeskCase['others']> {
  if (row.personId === null) return [];
  const rows = await servicesOf(context)
    .store.db.select()
    .from(serviceCase)
    .where(and(eq(serviceCase.personId, row.personId), ne(serviceCase.id, row.id), scopeOf(staffOf(context))))
    .orderBy(desc(serviceCase.filedAt))
    .limit(OTHERS);
  const about = await appliedFor(context, rows);
  return rows.map((one) => lineOf(context, one, { about: about.get(one.id) }));
}
