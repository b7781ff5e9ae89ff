/**
 * Random actions by random people, over HTTP on a real database: no state the life cycle does not know, no event lost
 * or written twice, and the stored row is what the events say.
 */

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { columnsOf, recordOf } from '@/cloud/cases/record';
import type { Context } from '@/cloud/context';
import { caseEvent, serviceCase } from '@/cloud/store/schema';
import { createWorld } from '@/cloud/world';
import { type Action, type CaseState, type Service, STEPS, stateAfter } from '@/domain/cases';
import { lifeCyclePage } from '../../src/cli/life-cycle/page';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { type Entry, httpEntry } from './entries';
import { type Resident, sampleResident } from './resident';

const PEOPLE = {
  self: 'cross-region',
  other: 'continued',
  officer: 'staff-youyang',
  second: 'staff-youyang-2',
  admin: 'admin-youyang',
  town: 'town-youyang',
  village: 'village-youyang',
  elsewhere: 'staff-yongxiu',
} as const;
type Who = keyof typeof PEOPLE;
const RESIDENTS: readonly Who[] = ['self', 'other'];

let house: TestServices;
let entry: Entry;
let context: Context;
const people = {} as Record<Who, Resident>;

beforeAll(async () => {
  house = await testServices({ limits: { take: async () => undefined, clear: async () => undefined } });
  entry = await httpEntry(house);
  context = createWorld(book, house.services)({ caller: 'test' });
  for (const who of Object.keys(PEOPLE) as Who[]) people[who] = await sampleResident(entry, PEOPLE[who]);
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
});

interface Model {
  id: string;
  /** ids of the events that were acknowledged, in order */
  events: string[];
  state: CaseState;
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

const DATA: Partial<Record<Action, (large: boolean) => object>> = {
  supplement: () => ({ files: [], text: '样例说明' }),
  withdraw: () => ({}),
  ask_review: () => ({ text: '样例理由' }),
  rate: () => ({ stars: 4 }),
  reopen: () => ({ text: '样例理由' }),
  accept: () => ({}),
  ask_supplement: () => ({ text: '样例补正', evidence: [], until: nextMonth() }),
  transfer: (large) => ({ level: large ? 'town' : 'county', county: '500242', text: '样例移送' }),
  recuse: () => ({ text: '样例亲属' }),
  approve: (large) => ({ text: '样例同意', ...(large ? { fen: 999_900 } : { fen: 100 }) }),
  refuse: () => ({ text: '样例不符', item: '（五）' }),
  countersign: () => ({}),
  send_back: () => ({ text: '样例退回' }),
  pay: () => ({ fen: 100, on: today() }),
  correct_payment: () => ({ fen: 200, on: today(), text: '样例更正' }),
  record: (large) => ({ milestone: large ? 'suspended' : 'resumed', on: today(), text: '样例进展' }),
  tell: () => ({ what: 'demanded', on: today() }),
  join: () => ({ with: companion }),
  leave_group: () => ({ text: '样例分开' }),
};
/** a case that others are joined with */
let companion = '';

class Act implements fc.AsyncCommand<Model, Entry> {
  constructor(
    readonly who: Who,
    readonly action: Action,
    readonly large: boolean,
    /** sends it with an old version, sends the last event again, or as it should be */
    readonly how: 'plain' | 'stale' | 'again',
  ) {}
  check = () => true;
  toString = () => `${this.who}.${this.action}(${this.large ? 'large' : 'small'}, ${this.how})`;

  async run(model: Model): Promise<void> {
    const path = RESIDENTS.includes(this.who)
      ? 'cases.act'
      : this.action === 'join'
        ? 'desk.join'
        : 'desk.act';
    const again = this.how === 'again' ? model.events.at(-1) : undefined;
    const event = again ?? randomUUID();
    const version = this.how === 'stale' ? model.events.length - 1 : model.events.length;
    const what = path === 'desk.join' ? {} : { action: this.action };
    const input = { id: model.id, version, event, ...what, ...DATA[this.action]?.(this.large) };
    const before = model.state;
    const desk = (await storedCase(model.id)).at.level;
    const answer = await entry.call(path, input, people[this.who].as);
    const stored = await storedCase(model.id);
    if (answer.ok && again === undefined) {
      expect(this.how).toBe('plain');
      expect(MAY[this.who](desk)).toBe(true);
      model.events.push(event);
      model.state = stored.row.state as CaseState;
      expect(reachable(this.action, before, stored.at.resume)).toContain(model.state);
    }
    // refused, or sent twice: nothing happened
    expect(stored.row.state).toBe(model.state);
    expect(stored.ids).toEqual(model.events);
    expect(stored.row).toMatchObject(columnsOf(stored.at));
  }
}

/** On which desk each can do anything at all. */
const MAY: Readonly<Record<Who, (desk: string) => boolean>> = {
  self: () => true,
  other: () => false,
  officer: (desk) => desk === 'county',
  second: (desk) => desk === 'county',
  admin: () => true,
  town: (desk) => desk === 'town',
  village: (desk) => desk === 'village',
  elsewhere: () => false,
};

/** Where the life cycle lets this action lead from here. */
function reachable(action: Action, from: CaseState, resume: CaseState | null): CaseState[] {
  return STEPS.filter((step) => step.action === action && step.from.includes(from)).flatMap((step) =>
    step.to === 'resume'
      ? (['filed', 'accepted', 'review'] as CaseState[])
      : [stateAfter(step, { state: from, resume } as Parameters<typeof stateAfter>[1])],
  );
}

async function storedCase(id: string) {
  const { db } = house.services.store;
  const [row] = await db.select().from(serviceCase).where(eq(serviceCase.id, id));
  const events = await db
    .select({ id: caseEvent.id, seq: caseEvent.seq })
    .from(caseEvent)
    .where(eq(caseEvent.caseId, id))
    .orderBy(caseEvent.seq);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const { at } = await recordOf(context, id);
  return { row: row as NonNullable<typeof row>, ids: events.map((one) => one.id), at };
}

const WAGES = {
  danger: ['none'],
  county: '500242',
  work_kind: 'unit',
  still_working: true,
  filed_before: ['none'],
  iou: 'none',
  group_size: 'one',
  contract: false,
  claim_wages: 100_000,
  name: '样例张跨区',
  phone: '13800000001',
};

/** Wage matters have steps of their own; everything else must refuse them. */
async function newWageCase(): Promise<Model> {
  const id = randomUUID();
  await house.services.store.pool.query('delete from staff_relation');
  const { questions } = book.services.find((one) => one.id === 'wage-arbitration') as Service;
  const unsure = questions.filter((one) => one.unsure).map((one) => [one.id, null] as const);
  await people.self.do('cases.file', {
    id,
    service: 'wage-arbitration',
    service_version: 1,
    answers: { ...Object.fromEntries(unsure), ...WAGES },
    files: [],
    agreed: true,
  });
  return { id, events: [id], state: 'filed' };
}

async function newCase(): Promise<Model> {
  const id = randomUUID();
  await house.services.store.pool.query('delete from staff_relation');
  await people.self.do('cases.file', {
    id,
    service: 'cq-transport-claim',
    service_version: 1,
    answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
    files: [],
    agreed: true,
  });
  return { id, events: [id], state: 'filed' };
}

const ACTS = fc
  .tuple(
    // whoever can do something is asked more often
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<Who>('self', 'officer', 'second', 'admin') },
      { weight: 1, arbitrary: fc.constantFrom<Who>('other', 'town', 'village', 'elsewhere') },
    ),
    fc.constantFrom(
      ...(Object.keys(DATA) as Action[]).filter((action) => action !== 'recuse'),
      'recuse' as Action,
    ),
    fc.boolean(),
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('plain' as const) },
      { weight: 1, arbitrary: fc.constantFrom('stale' as const, 'again' as const) },
    ),
  )
  .map((parts) => new Act(...parts));

test.each([
  ['领补贴的', newCase, [] as Action[]],
  ['讨薪的', newWageCase, ['record', 'tell', 'join', 'leave_group'] as Action[]],
])(
  '%s，随便谁、随便做什么：到不了表里没有的状态，事件一个不少一个不重',
  async (_title, begin, steps) => {
    companion = (await newWageCase()).id;
    const seen = new Set<CaseState>();
    const done = new Set<Action>();
    const walks = fc.asyncProperty(fc.commands([ACTS], { maxCommands: 60, size: '+1' }), async (commands) => {
      const model = await begin();
      await fc.asyncModelRun(() => ({ model, real: entry }), commands);
      seen.add(model.state);
      for (const { action } of (await recordOf(context, model.id)).events) done.add(action);
    });
    // the walks get somewhere; one that has to join before it can leave may need more of them
    const arrived = () => seen.size > 3 && steps.every((action) => done.has(action));
    for (let rounds = 0; rounds === 0 || (rounds < 4 && !arrived()); rounds++)
      await fc.assert(walks, { numRuns: 25, endOnFailure: true });
    expect(seen.size).toBeGreaterThan(3);
    const own: Action[] = ['record', 'tell', 'join', 'leave_group'];
    expect(own.filter((action) => done.has(action))).toEqual(steps);
  },
  180_000,
);

test('docs/life-cycle.md 就是这张表画的', () => {
  const file = path.join(__dirname, '../../docs/life-cycle.md');
  expect(readFileSync(file, 'utf8')).toBe(lifeCyclePage());
});
