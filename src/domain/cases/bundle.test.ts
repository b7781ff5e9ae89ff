import fc from 'fast-check';
import { book } from '../../../test/book';
import {
  answersOfStep,
  drawsOn,
  isThere,
  optionsIn,
  type PlannedStep,
  roadOf,
  type Standing,
  serviceOfStep,
  stepsAsked,
  sureIn,
  waitsFor,
} from './bundle';
import { isOpen, STATE_NAMES } from './life-cycle';
import type { Answers, Bundle, Service } from './service';

const service = book.services.find(({ id }) => id === 'startup') as Service;
const bundle = service.bundle as Bundle;
const CQ = '500000';

const ALL: Answers = {
  licensed: 'none',
  kind: 'individual',
  hires: false,
  wants: ['certificate', 'subsidy', 'loan', 'training', 'site', 'incubator', 'relief', 'contest'],
};
const ids = (road: readonly PlannedStep[]) => road.map(({ step }) => step.id);
const of = (road: readonly PlannedStep[], id: string) => {
  const found = road.find(({ step }) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};

test('要了什么，路上就有什么；不知道的不拿掉', () => {
  const road = roadOf(bundle, CQ, ALL);
  expect(road).toHaveLength(11);
  expect(ids(roadOf(bundle, CQ, { ...ALL, wants: ['basics'] }))).toEqual(['licence', 'tax', 'insurance']);
  expect(ids(roadOf(bundle, CQ, { ...ALL, wants: ['basics'], kind: 'firm' }))).toEqual(['licence', 'tax']);
  // 不清楚 is not 不要
  expect(ids(roadOf(bundle, CQ, { ...ALL, wants: ['basics'], hires: null }))).toContain('insurance');
  expect(of(roadOf(bundle, CQ, { licensed: 'none' }), 'loan').wanted).toBeNull();
});

test('谁等谁，谁和谁同时办', () => {
  const road = roadOf(bundle, CQ, ALL);
  expect(of(road, 'certificate').stage).toBe(1);
  expect(of(road, 'licence')).toMatchObject({ stage: 2, waits_for: ['site'] });
  expect(of(road, 'tax').stage).toBe(3);
  expect(of(road, 'relief')).toMatchObject({ stage: 4, waits_for: ['tax'] });
  expect(of(roadOf(bundle, CQ, { ...ALL, wants: ['loan'] }), 'licence').waits_for).toEqual([]);
});

test('执照有了的，从它后面开始', () => {
  const road = roadOf(bundle, CQ, { ...ALL, licensed: 'have' });
  expect(of(road, 'licence').standing).toBe('elsewhere');
  expect(of(road, 'tax')).toMatchObject({ stage: 1, waits_for: [] });
  expect(of(road, 'loan').waits_for).toEqual([]);
});

test('没办成的只耽误非要它不可的', () => {
  const refused = { site: 'refused', licence: 'self' } as const;
  const licence = bundle.steps.find(({ id }) => id === 'licence');
  expect(licence && waitsFor(licence, refused)).toEqual([]);
  const tax = bundle.steps.find(({ id }) => id === 'tax');
  expect(tax && waitsFor(tax, { licence: 'withdrawn' })).toEqual(['licence']);
  expect(tax && waitsFor(tax, { licence: 'done' })).toEqual([]);
  expect(tax && waitsFor(tax, {})).toEqual([]);
});

const standing: fc.Arbitrary<Standing> = fc.constantFrom('elsewhere', 'ahead', ...STATE_NAMES);

test('怎么办都走得完：每一步早晚轮到，不会你等我、我等你', () => {
  fc.assert(
    fc.property(
      fc.subarray(ALL.wants as string[]),
      fc.constantFrom('have', 'none'),
      fc.dictionary(fc.constantFrom(...bundle.steps.map(({ id }) => id)), standing),
      (wants, licensed, begun) => {
        const answers = { ...ALL, wants, licensed };
        let now: Record<string, Standing> = begun;
        for (let round = 0; round < bundle.steps.length; round++) {
          const road = roadOf(bundle, CQ, answers, now);
          const free = road.filter(({ standing: at, waits_for }) => !isThere(at) && waits_for.length === 0);
          now = { ...now, ...Object.fromEntries(free.map(({ step }) => [step.id, 'done' as const])) };
        }
        const road = roadOf(bundle, CQ, answers, now);
        expect(road.filter(({ standing: at }) => !isThere(at))).toEqual([]);
        for (const { stage, step } of road)
          for (const id of [...(step.needs ?? []), ...(step.after ?? [])]) {
            const before = road.find((one) => one.step.id === id);
            if (before && before.standing !== 'elsewhere') expect(before.stage).toBeLessThan(stage);
          }
      },
    ),
  );
});

test('办成了才算数', () => {
  expect(isThere('approved')).toBe(true);
  expect(isThere('refused')).toBe(false);
  expect(STATE_NAMES.filter((state) => isThere(state) && isOpen(state))).toEqual(['approved']);
});

test('每一步只拿它要用的；在别处办的没有期限，也不在这里重新审查', () => {
  for (const step of bundle.steps) {
    const own = serviceOfStep(service, step);
    expect(own.questions.map(({ id }) => id).sort()).toEqual([...step.asks].sort());
    expect(own.questions.some(({ beside }) => beside !== undefined)).toBe(false);
    if (step.handover) expect(own.workflow).toMatchObject({ limits: {}, review_days: 0, reopen_days: 0 });
    expect(Object.keys(answersOfStep(step, { ...ALL, trade: '面馆', address: '门牌' }))).not.toContain(
      step.asks.includes('address') ? 'wants' : 'address',
    );
  }
});

test('清单没有在哪个区县核实过；样例里的没有条文', () => {
  expect(bundle.list.verified_for).toEqual([]);
  for (const step of bundle.steps)
    for (const [region, { item }] of Object.entries(step.regions))
      expect(item === undefined).toBe(sureIn(step, region) === 'template');
});

test('哪里的文件说“探索”，只在那里说', () => {
  const training = bundle.steps.find(({ id }) => id === 'training');
  if (!training) throw new Error('no step training');
  expect(sureIn(training, '500000')).toBe('exploring');
  expect(sureIn(training, '360425')).toBe('document');
  for (const step of bundle.steps)
    expect(
      JSON.stringify([serviceOfStep(service, step).regions['360425'] ?? {}, step.notes ?? []]),
    ).not.toMatch(/探索|渝快办/);
});

test('选得到的，都是这里有的；哪几个问题画得出路', () => {
  const wants = service.questions.find(({ id }) => id === 'wants');
  const kind = service.questions.find(({ id }) => id === 'kind');
  if (!wants || !kind) throw new Error('no question');
  const values = (region: string) => optionsIn(bundle, region, wants).map(({ value }) => value);
  expect(values('500000')).toEqual(wants.options?.map(({ value }) => value));
  expect(values('360425')).toEqual(['subsidy', 'loan', 'training', 'site', 'incubator', 'relief']);
  expect(optionsIn(bundle, '360425', kind)).toEqual(kind.options);
  const draws = (region: string) => ['licensed', 'kind', 'wants'].filter((id) => drawsOn(bundle, region, id));
  expect(draws('500000')).toEqual(['licensed', 'kind', 'wants']);
  expect(draws('360425')).toEqual(['wants']);
});

test('别的规定只在它的地方说，永修一个字也没有', () => {
  expect(stepsAsked(bundle, '360425', ALL).map(({ id }) => id)).not.toContain('licence');
  for (const step of bundle.steps) {
    const own = serviceOfStep(service, step);
    expect(JSON.stringify(own.regions['360425'] ?? {})).not.toContain('渝人社');
  }
});
