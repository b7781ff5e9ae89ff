/** A case as its resident reads it; the desk's view begins with the same. */
import { inArray } from 'drizzle-orm';
import type { CaseLine, CaseView } from '@/contract/cases';
import {
  type Case,
  type CaseEvent,
  caseCan,
  correctedIn,
  type Hand,
  isLate,
  isOpen,
  type Service,
  shownQuestions,
} from '@/domain/cases';
import { type Context, servicesOf } from '../context';
import { attachment } from '../store/schema';
import { type AppliedFor, applicationView, isAnswered, jobTitle, titleAbout } from './applied';
import { bundleView } from './bundle-view';
import { countyName } from './names';
import type { CaseRecord, CaseRow } from './record';
import { dueOfRow } from './row-due';
import { type Ground, groundOfCase, isSentAhead, titleOf } from './rules';
import { lawCited, wageView } from './wages';
import { answerText, basisText, eventSaid, eventText, isTold } from './words';

/** What is known of a row besides itself: of a case that was read, what is to be done; of an application, for what. */
interface Known {
  readonly task?: string | null;
  readonly about?: AppliedFor | undefined;
}

/** A line from the row alone: nothing is opened. */
export function lineOf(
  context: Pick<Context, 'book' | 'today'>,
  row: CaseRow,
  { task = null, about }: Known = {},
): CaseLine {
  const due = dueOfRow(row);
  const title = titleOf(context, row.service);
  const word = about?.state_word ?? stateWord(context, row);
  return {
    id: row.id,
    number: row.number,
    service: row.service,
    title: about === undefined ? title : titleAbout(title, about.job),
    state: row.state as CaseLine['state'],
    ...(word !== undefined && { state_word: word }),
    filed_on: row.filedOn,
    due,
    late: isLate({ due }, context.today),
    task,
  };
}

/** The same for whoever filed it: what was sent ahead has no day of the law yet, the desk's own target is no promise. */
export const ownLineOf = (
  context: Pick<Context, 'book' | 'today'>,
  row: CaseRow,
  known: Known = {},
): CaseLine => ({
  ...lineOf(context, row, known),
  ...(hasNoDay(groundOfCase(context, row), row.state) && NO_DAY),
});

export const hasNoDay = (ground: Ground, state: string): boolean =>
  isSentAhead(ground, state) || isAnswered(ground.service);

const NO_DAY = { due: null, late: false } as const;

/** What a service calls a state that is called otherwise elsewhere. */
function stateWord({ book }: Pick<Context, 'book'>, { service, state }: CaseRow): string | undefined {
  const { workflow } = book.services.find(({ id }) => id === service) ?? {};
  return workflow?.words?.states?.[state as CaseLine['state']];
}

/** What of them is for the page; the steps' and states' own stand where those are said. */
function wordsOf({ workflow: { words } }: Service): Pick<CaseView, 'words'> {
  if (words === undefined) return {};
  const { actions: _a, lines: _l, states: _s, ...page } = words;
  return { words: page };
}

/** What the resident has to do, in one sentence. */
export function taskOf({ at, ground }: CaseRecord): string | null {
  if (at.state === 'self') return `去办“${ground.service.title}”，办好了回来说一声`;
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
  const application = await applicationView(context, record);
  const wage = await wageView(context, record);
  const ahead = hand !== null && (isAnswered(service) || (wage.formal === false && at.state === 'filed'));
  return {
    ...lineOf(context, row, { task: taskOf(record) }),
    ...(ahead && NO_DAY),
    ...jobTitle(service, at),
    version: at.version,
    county: row.county,
    office: { name: office.name, phone: office.phone },
    ...wordsOf(service),
    anonymous: row.accountId === null,
    document: { id: document.id, number: document.number, items: [...ground.here.items] },
    basis: ahead ? null : basisText(at.due, service),
    answers: answersOf(context, service, at),
    papers: await papersOf(context, service, at),
    asked: at.asked && { ...at.asked, evidence: [...at.asked.evidence] },
    timeline: events
      .filter((event) => isTold(event) && isFor(hand, event))
      .map((event) => entryOf(context, event, ground, correctedIn(events)))
      // it stays as what was said; nobody is told to go there
      .map(({ means, ...entry }) => ({
        ...entry,
        ...(means !== undefined && !application.standing && { means }),
      })),
    decision: decisionOf(context, events, at),
    escalated: at.escalated !== null,
    ...application,
    rated: hand?.helper ? null : at.stars,
    ...wage,
    bundle: await bundleView(context, record),
    tells_licence: ground.service.handover?.licence === true,
    can: hand ? caseCan(at, hand, service.workflow, ground.rules, context.today) : {},
  };
}

function answersOf({ book }: Context, service: Service, { answers }: Case): CaseView['answers'] {
  return shownQuestions(service).flatMap((question) => {
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

function entryOf(
  { book }: Context,
  event: CaseEvent,
  { document, service }: Ground,
  corrected: ReadonlySet<string>,
): CaseView['timeline'][number] {
  const item = event.action === 'refuse' ? (event.data.item ?? null) : null;
  const law = item === null ? null : lawCited(book, item);
  return {
    seq: event.seq,
    id: event.id,
    at: event.at,
    day: event.day,
    action: event.action,
    who: whoDid(event),
    text: eventText(event, (code) => countyName(book, code), service),
    said: eventSaid(event),
    cite: law
      ? { document: law.title, item: law.item, law: true }
      : item === null
        ? null
        : { document: document.number, item },
    ...milestoneOf(event, service),
    ...(corrected.has(event.id) && { corrected: true }),
  };
}

/** What a step of its own means, beside the day it happened. */
function milestoneOf(event: CaseEvent, { workflow }: Service) {
  if (event.action === 'tell') return { on: event.data.on };
  if (event.action !== 'record') return {};
  const { milestone, on } = event.data;
  const means = workflow.milestones?.find(({ id }) => id === milestone)?.plain;
  return { milestone, on, ...(means !== undefined && { means }) };
}

function whoDid({ actor }: CaseEvent): string {
  if (actor.kind === 'resident') return '您';
  if (actor.kind === 'helper') return '代办人';
  return actor.kind === 'staff' ? (actor.office ?? '经办机构') : '系统';
}

/** The last decision that stands. */
function decisionOf({ book }: Context, events: readonly CaseEvent[], at: Case): CaseView['decision'] {
  const decided = events.filter(({ action }) => action === 'approve' || action === 'refuse').at(-1);
  const reopened = events
    .filter(({ action }) => ['reopen', 'ask_review', 'send_back'].includes(action))
    .at(-1);
  if (!decided || at.state === 'countersign' || (reopened && reopened.seq > decided.seq)) return null;
  if (decided.action === 'refuse') {
    const { text, item = null } = decided.data;
    const law = item === null ? null : lawCited(book, item);
    const cited = law ? { item: null, law: { source: `${law.title}${law.item}`, text: law.text } } : { item };
    return { approved: false, text, fen: null, paid_on: null, ...cited };
  }
  if (decided.action !== 'approve' || (isOpen(at.state) && at.state !== 'approved')) return null;
  // paid without a figure: the one that was approved stands
  const fen = at.fen ?? decided.data.fen ?? null;
  return { approved: true, text: decided.data.text, item: null, fen, paid_on: at.paid_on };
}
