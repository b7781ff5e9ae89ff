/** A step of the way as an officer writes it down: what is missing, and what is sent. */
import type { InputOf } from '@/contract/api';
import type { DeskCase } from '@/contract/desk';
import { fenOf } from '../money';

export type Milestone = DeskCase['milestones'][number];

export interface ItemDraft {
  readonly title: string;
  readonly yuan: string;
  readonly final: boolean;
}

export interface RecordDraft {
  readonly event: string;
  readonly milestone: string;
  readonly on: string | null;
  readonly text: string;
  readonly yuan: string;
  readonly place: string;
  readonly time: string;
  readonly until: string | null;
  readonly who: string;
  readonly asked_on: string | null;
  readonly items: readonly ItemDraft[];
  /** why it is to be this day all the same; asked for when the server says so */
  readonly confirmed: string;
  /** the event it takes the place of */
  readonly corrects: string | null;
}

export type RecordProblems = Partial<Record<keyof RecordDraft, string>>;

const WORDS = {
  text: '请写几句说明',
  time: '请填几点，比如 09:30',
  place: '请填在哪里',
  until: '请选到哪一天',
  who: '请填是谁',
  asked_on: '请选哪天提出的',
} as const;

const clock = (typed: string): string => {
  const [, hours = '', minutes = ''] = /^(\d{1,2})\s*[:：点]\s*(\d{0,2})分?$/.exec(typed.trim()) ?? [];
  return hours === '' ? typed.trim() : `${hours.padStart(2, '0')}:${minutes.padEnd(2, '0')}`;
};
const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const empty = (value: string | null): boolean => value === null || value.trim() === '';

/** @param today `YYYY-MM-DD` */
export function recordProblems(
  milestone: Milestone | undefined,
  draft: RecordDraft,
  today: string,
): RecordProblems {
  if (!milestone) return { milestone: '请选是哪一步' };
  const { fields, ahead } = milestone;
  const problems: { -readonly [K in keyof RecordDraft]?: string } = {};
  if (draft.on === null) problems.on = '请选是哪一天';
  else if (!ahead && draft.on > today) problems.on = '这一天还没到，发生以后再登记';
  for (const name of Object.keys(WORDS) as (keyof typeof WORDS)[])
    if (fields[name] === 'must' && empty(draft[name])) problems[name] = WORDS[name];
  if (draft.corrects !== null && empty(draft.text)) problems.text = '请写为什么更正，申请人也看得到';
  if (!empty(draft.time) && fields.time && !isClock(clock(draft.time))) problems.time = WORDS.time;
  if (draft.until !== null && draft.on !== null && draft.until < draft.on)
    problems.until = '不能早于这一步的日期';
  const money = fenOf(draft.yuan);
  if (fields.fen && !money.ok) problems.yuan = money.message;
  else if (fields.fen === 'must' && money.ok && !money.fen) problems.yuan = '请填多少钱';
  const items = itemProblem(milestone, draft);
  if (items) problems.items = items;
  return problems;
}

function itemProblem({ fields }: Milestone, { items }: RecordDraft): string | null {
  if (!fields.items) return null;
  if (items.length === 0) return fields.items === 'must' ? '请一项一项写清楚，至少一项' : null;
  const bad = items.some(({ title, yuan }) => {
    const money = fenOf(yuan);
    return title.trim() === '' || !money.ok || money.fen === null;
  });
  return bad ? '每一项都要有名称和金额' : null;
}

type Input = Extract<InputOf<'desk.act'>, { action: 'record' }>;

/** Only what this step asks for is sent. Checked before. */
export function recordInput(view: DeskCase, { fields, id }: Milestone, draft: RecordDraft): Input {
  const money = fenOf(draft.yuan);
  const text = draft.text.trim();
  const said = (name: 'place' | 'who') => fields[name] && draft[name].trim() !== '';
  return {
    id: view.case.id,
    version: view.case.version,
    event: draft.event,
    action: 'record',
    milestone: id,
    on: draft.on ?? '',
    ...(text !== '' && (fields.text || draft.corrects !== null) && { text }),
    ...(fields.fen && money.ok && money.fen !== null && { fen: money.fen }),
    ...(fields.time && draft.time.trim() !== '' && { time: clock(draft.time) }),
    ...(said('place') && { place: draft.place.trim() }),
    ...(said('who') && { who: draft.who.trim() }),
    ...(fields.until && draft.until !== null && { until: draft.until }),
    ...(fields.asked_on && draft.asked_on !== null && { asked_on: draft.asked_on }),
    ...(fields.items && draft.items.length > 0 && { items: draft.items.map(itemInput) }),
    ...(draft.corrects !== null && { corrects: draft.corrects }),
    ...(draft.confirmed.trim() !== '' && { confirmed: draft.confirmed.trim() }),
  };
}

function itemInput({ title, yuan, final }: ItemDraft) {
  const money = fenOf(yuan);
  return { title: title.trim(), fen: money.ok ? (money.fen ?? 0) : 0, final };
}

/** What the server found wrong, at the field it belongs to; null: it belongs to none. */
export function serverRecordProblems(
  fields: readonly { readonly path: string; readonly message: string }[],
): RecordProblems {
  const names: Readonly<Record<string, keyof RecordDraft>> = {
    milestone: 'milestone',
    on: 'on',
    text: 'text',
    fen: 'yuan',
    time: 'time',
    place: 'place',
    until: 'until',
    who: 'who',
    asked_on: 'asked_on',
    items: 'items',
    confirmed: 'confirmed',
    corrects: 'milestone',
  };
  return Object.fromEntries(
    fields.flatMap(({ path, message }) => {
      const name = names[path.split('.')[0] ?? ''];
      return name ? [[name, message] as const] : [];
    }),
  );
}
