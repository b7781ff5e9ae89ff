/** A case as its resident reads it; the desk's view begins with the same. */
import { inArray } from 'drizzle-orm';
import type { CaseLine, CaseView } from '@/contract/cases';
import { type Case, type CaseEvent, caseCan, type Hand, isLate, isOpen, type Service } from '@/domain/cases';
import { type Context, servicesOf } from '../context';
import { attachment } from '../store/schema';
import { countyName } from './names';
import type { CaseRecord, CaseRow } from './record';
import { type Ground, titleOf } from './rules';
import { answerText, basisText, eventSaid, eventText, isTold } from './words';

/** A line from the row alone: nothing is opened. `task` is filled in where the case was read. */
export function lineOf(
  context: Pick<Context, 'book' | 'today'>,
  row: CaseRow,
  task: string | null = null,
): CaseLine {
  const due =
    row.dueOf === null
      ? null
      : {
          of: row.dueOf as NonNullable<CaseLine['due']>['of'],
          on: row.dueOn,
          ...(row.dueMissing !== null && { missing: row.dueMissing }),
        };
  return {
    id: row.id,
    number: row.number,
    service: row.service,
    title: titleOf(context, row.service),
    state: row.state as CaseLine['state'],
    filed_on: row.filedOn,
    due,
    late: isLate({ due }, context.today),
    task,
  };
}

/** What the resident has to do, in one sentence. */
export function taskOf({ at, ground }: CaseRecord): string | null {
  if (at.asked === null) return null;
  const wanted = at.asked.evidence
    .map((id) => ground.service.evidence.find((one) => one.id === id)?.title)
    .filter((title) => title !== undefined);
  const what =
    wanted.length === 1 ? `补“${wanted[0]}”` : wanted.length > 1 ? `补${wanted.length}份材料` : '补充说明';
  return `${what}，${at.asked.until}前`;
}

/** How the office was rated is the resident's own word, and not for whoever helps them to read. */
const isFor = (hand: Hand | null, { action }: CaseEvent): boolean => !(hand?.helper && action === 'rate');

/** @param hand null for whoever only reads */
export async function caseView(context: Context, record: CaseRecord, hand: Hand | null): Promise<CaseView> {
  const { row, at, ground, events } = record;
  const { service, document, office } = ground;
  return {
    ...lineOf(context, row, taskOf(record)),
    version: at.version,
    county: row.county,
    office: { name: office.name, phone: office.phone },
    anonymous: row.accountId === null,
    document: { id: document.id, number: document.number, items: [...ground.here.items] },
    basis: basisText(at.due, service),
    answers: answersOf(context, service, at),
    papers: await papersOf(context, service, at),
    asked: at.asked && { ...at.asked, evidence: [...at.asked.evidence] },
    timeline: events
      .filter((event) => isTold(event) && isFor(hand, event))
      .map((event) => entryOf(context, event, ground)),
    decision: decisionOf(events, at),
    escalated: at.escalated !== null,
    rated: hand?.helper ? null : at.stars,
    can: hand ? caseCan(at, hand, service.workflow, ground.rules, context.today) : {},
  };
}

function answersOf({ book }: Context, { questions }: Service, { answers }: Case): CaseView['answers'] {
  return questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    return [
      {
        id: question.id,
        label: question.label,
        text: answerText(question, answer, (code) => countyName(book, code)),
      },
    ];
  });
}

async function papersOf(
  context: Context,
  { evidence }: Service,
  { files }: Case,
): Promise<CaseView['papers']> {
  if (files.length === 0) return [];
  const { db, cipher } = servicesOf(context).store;
  const stored = await db
    .select()
    .from(attachment)
    .where(
      inArray(
        attachment.id,
        files.map((one) => one.file),
      ),
    );
  return files.flatMap((one) => {
    const found = stored.find(({ id }) => id === one.file);
    if (!found?.type) return [];
    return [
      {
        file: one.file,
        evidence: one.evidence,
        title: evidence.find(({ id }) => id === one.evidence)?.title ?? '材料',
        name: found.nameEnc ? cipher.open('attachment.name', found.id, found.nameEnc) : '文件',
        type: found.type,
        bytes: found.bytes,
      },
    ];
  });
}

function entryOf({ book }: Context, event: CaseEvent, { document }: Ground): CaseView['timeline'][number] {
  const item = event.action === 'refuse' ? event.data.item : null;
  return {
    seq: event.seq,
    at: event.at,
    day: event.day,
    action: event.action,
    who: whoDid(event),
    text: eventText(event, (code) => countyName(book, code)),
    said: eventSaid(event),
    cite: item === null ? null : { document: document.number, item },
  };
}

function whoDid({ actor }: CaseEvent): string {
  if (actor.kind === 'resident') return '您';
  if (actor.kind === 'helper') return '代办人';
  return actor.kind === 'staff' ? (actor.office ?? '经办机构') : '系统';
}

/** The last decision that stands. */
function decisionOf(events: readonly CaseEvent[], at: Case): CaseView['decision'] {
  const decided = events.filter(({ action }) => action === 'approve' || action === 'refuse').at(-1);
  const reopened = events
    .filter(({ action }) => ['reopen', 'ask_review', 'send_back'].includes(action))
    .at(-1);
  if (!decided || at.state === 'countersign' || (reopened && reopened.seq > decided.seq)) return null;
  if (decided.action === 'refuse')
    return { approved: false, text: decided.data.text, item: decided.data.item, fen: null, paid_on: null };
  if (decided.action !== 'approve' || (isOpen(at.state) && at.state !== 'approved')) return null;
  // paid without a figure: the one that was approved stands
  const fen = at.fen ?? decided.data.fen ?? null;
  return { approved: true, text: decided.data.text, item: null, fen, paid_on: at.paid_on };
}
