/** One row of a file of postings: what is offered, or every reason why it cannot be taken. */
import { checkCreditCode } from '../../identity';
import type { Cell } from '../../register/cell';
import type { PostingDraft } from '../posting';
import { type Claimed, postingProblems } from '../problems';
import { INCOMING_KEYS, type IncomingKey, incomingSpec } from './columns';
import { type IncomingValue, readCell } from './read-cell';

export interface Incoming extends Claimed {
  readonly source_id: string;
  readonly credit_code: string | null;
  readonly words: PostingDraft['words'];
  /** as the file has it, in whatever datum and order */
  readonly written: { readonly lat: number; readonly lng: number } | null;
  readonly posted_on: string | null;
}

export interface IncomingReason {
  /** header of the column; empty: the whole row */
  readonly column: string;
  readonly message: string;
}

export type IncomingRow =
  | { readonly ok: true; readonly row: Incoming }
  /** `sourceId` when that column alone was good: what stood there before stays as it is */
  | { readonly ok: false; readonly sourceId: string | null; readonly reasons: readonly IncomingReason[] };

export type IncomingCells = { readonly [K in IncomingKey]?: Cell };
type Values = { [K in IncomingKey]?: IncomingValue };

/** Fields of a posting and the columns they come from, where the names differ. */
const COLUMN_OF: Readonly<Record<string, IncomingKey>> = {
  'pay.from_fen': 'pay_from',
  'pay.to_fen': 'pay_to',
  'pay.pieces_per_day': 'pieces_per_day',
};

/** @param today `YYYY-MM-DD` */
export function readIncoming(cells: IncomingCells, today: string): IncomingRow {
  const values: Values = {};
  const reasons: IncomingReason[] = [];
  const unread = new Set<IncomingKey>();
  const wrong = (key: IncomingKey, message: string) => {
    unread.add(key);
    reasons.push({ column: incomingSpec(key).header, message });
  };
  for (const key of INCOMING_KEYS) {
    const cell = cells[key];
    if (cell === undefined || cell === null || cell === '') continue;
    const read = readCell(incomingSpec(key), cell);
    if (!read.ok) wrong(key, read.message);
    else if (read.value !== null) values[key] = read.value;
  }
  for (const key of INCOMING_KEYS)
    if (incomingSpec(key).required && values[key] === undefined && !unread.has(key)) wrong(key, '不能空着');
  together(values, unread, today, wrong);
  const sourceId = (values.source_id as string | undefined) ?? null;
  if (
    sourceId === null ||
    ['kind', 'title', 'employer', 'county', 'open_until'].some((key) => unread.has(key as IncomingKey))
  )
    return { ok: false, sourceId, reasons };
  const row = rowOf(values, sourceId);
  for (const { at, message } of postingProblems(row, today)) {
    const key = COLUMN_OF[at] ?? (at as IncomingKey);
    if (!unread.has(key)) wrong(key, message);
  }
  return reasons.length > 0 ? { ok: false, sourceId, reasons } : { ok: true, row };
}

/** What only several columns say together. */
function together(
  values: Values,
  unread: ReadonlySet<IncomingKey>,
  today: string,
  wrong: (key: IncomingKey, message: string) => void,
): void {
  const has = (key: IncomingKey) => values[key] !== undefined || unread.has(key);
  if (has('lat') !== has('lng')) wrong(has('lat') ? 'lng' : 'lat', '经度和纬度要么都写，要么都空着');
  if (has('pay_from') && !has('pay_unit')) wrong('pay_unit', '写了工资，没写是按月、按天、按小时还是按件');
  if (has('pay_to') && !has('pay_from'))
    wrong('pay_from', '写了最高工资，没写最低工资：只有一个数就写在最低工资');
  if (Array.isArray(values.pay_from) && has('pay_to'))
    wrong('pay_to', '最低工资里已经写了一个范围，这里空着');
  if (Array.isArray(values.pay_to)) wrong('pay_to', '只写一个数');
  if (typeof values.credit_code === 'string') {
    const checked = checkCreditCode(values.credit_code);
    if (checked.ok) values.credit_code = checked.code;
    else wrong('credit_code', `${checked.problem.message}；没有的空着`);
  }
  const { insurance } = values;
  if (Array.isArray(insurance) && insurance.length > 1 && (insurance as string[]).includes('none'))
    wrong('insurance', '又写了有保险又写了没有保险：请留下对的');
  if (typeof values.posted_on === 'string' && values.posted_on > today)
    wrong('posted_on', `${values.posted_on}还没有到：空着就是导入这一天`);
}

function payOf({ pay_from, pay_to, pay_unit, pieces_per_day }: Values): PostingDraft['pay'] {
  if (pay_from === undefined || pay_unit === undefined) return null;
  const [from, to] = Array.isArray(pay_from)
    ? (pay_from as number[])
    : [pay_from as number, pay_to as number];
  return {
    from_fen: from as number,
    to_fen: to === undefined || to === from ? null : to,
    unit: pay_unit as NonNullable<PostingDraft['pay']>['unit'],
    pieces_per_day: (pieces_per_day as number | undefined) ?? null,
  };
}

function rowOf(values: Values, source_id: string): Incoming {
  const said = <T extends IncomingValue>(key: IncomingKey): T | null =>
    (values[key] as T | undefined) ?? null;
  const list = <T>(key: IncomingKey) => (values[key] ?? []) as unknown as readonly T[];
  const about = [said<string>('about'), said<string>('demands')].filter((one) => one !== null).join('\n');
  const [lat, lng] = [said<number>('lat'), said<number>('lng')];
  return {
    source_id,
    kind: values.kind as Incoming['kind'],
    title: values.title as string,
    employer: values.employer as string,
    credit_code: said('credit_code'),
    county: values.county as string,
    town: said<string>('town'),
    village: said<string>('village'),
    address: said<string>('address'),
    offered_to: said('offered_to'),
    pay: payOf(values),
    people: said('people'),
    shift: said<NonNullable<Incoming['shift']>>('shift'),
    board: said<NonNullable<Incoming['board']>>('board'),
    lodging: said<NonNullable<Incoming['lodging']>>('lodging'),
    childcare_hours: said('childcare_hours'),
    elders: said('elders'),
    light: said('light'),
    skills: list('skills'),
    starts_on: said('starts_on'),
    open_until: values.open_until as string,
    words: {
      about: about === '' ? null : about,
      paid: said<string>('paid'),
      hours: said<string>('hours'),
      insurance: list('insurance'),
      contract: said<NonNullable<Incoming['words']['contract']>>('contract'),
      phone: said<string>('phone'),
      route: said<string>('route'),
      gather: said<string>('gather'),
      bus: said('bus'),
      cooperation: said<NonNullable<Incoming['words']['cooperation']>>('cooperation'),
      destination: said<string>('destination'),
      brand: said<string>('brand'),
      also: [],
    },
    written: lat === null || lng === null ? null : { lat, lng },
    posted_on: said('posted_on'),
  };
}
