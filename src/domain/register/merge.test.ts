import type { FactValue } from '../eligibility/facts';
import { type Dispute, mergeFacts, personMaySay, type RegisterEntry } from './merge';

const entry = (fact: RegisterEntry['fact'], value: FactValue): RegisterEntry => ({
  fact,
  value,
  source: '农业农村部门',
  date: '2026-10-31',
});
const dispute = (fact: Dispute['fact'], said: FactValue | null, answered = false): Dispute => ({
  fact,
  said,
  since: '2026-11-20',
  answered,
});
const one = (merged: ReturnType<typeof mergeFacts>, fact: RegisterEntry['fact']) =>
  merged.known.find((known) => known.fact === fact);

test('台账和本人都没有说的，不在里面；没说不等于否', () => {
  expect(mergeFacts({ own: {} })).toEqual({ facts: {}, known: [] });
  const { facts } = mergeFacts({ own: { dibao: null }, register: [entry('fpzp', true)] });
  expect(facts).toEqual({ fpzp: true });
  expect('dibao' in facts).toBe(false);
});

test('本人可以说的：以本人说的为准，台账的值留着给人看', () => {
  const merged = mergeFacts({ register: [entry('employed', true)], own: { employed: false } });
  expect(merged.facts).toEqual({ employed: false });
  expect(one(merged, 'employed')).toMatchObject({
    by: 'person',
    value: false,
    said: false,
    register: { value: true, source: '农业农村部门', date: '2026-10-31' },
  });
});

test('只有台账能说的：以台账为准，本人说的放在旁边', () => {
  const merged = mergeFacts({ register: [entry('fpzp', false)], own: { fpzp: true } });
  expect(merged.facts).toEqual({ fpzp: false });
  expect(one(merged, 'fpzp')).toMatchObject({ by: 'register', value: false, said: true });
});

test('台账没有写的，先按本人说的', () => {
  const merged = mergeFacts({ register: [entry('fpzp', true)], own: { dibao: true, tekun: false } });
  expect(merged.facts).toEqual({ fpzp: true, dibao: true, tekun: false });
  expect(one(merged, 'dibao')).toMatchObject({ by: 'person', register: null });
});

test('说“这不对”：本人可以说的马上按更正的算，只有台账能说的等答复', () => {
  const register = [entry('employed', true), entry('dibao', false)];
  const disputed = [dispute('employed', false), dispute('dibao', true)];
  const merged = mergeFacts({ register, own: {}, disputed });
  expect(merged.facts).toEqual({ employed: false, dibao: false });
  expect(one(merged, 'dibao')).toMatchObject({ by: 'register', said: true, open: { since: '2026-11-20' } });
  // the register says nothing of it: a correction alone proves nothing
  expect(mergeFacts({ own: {}, disputed: [dispute('dibao', true)] }).facts).toEqual({});
});

test('只说不对、没说是什么：台账的值照用，标着已请更正', () => {
  const merged = mergeFacts({
    register: [entry('employed', true)],
    own: {},
    disputed: [dispute('employed', null)],
  });
  expect(merged.facts).toEqual({ employed: true });
  expect(one(merged, 'employed')).toMatchObject({ by: 'register', said: null, open: { answered: false } });
});

test('答复过的更正不再算数', () => {
  const merged = mergeFacts({
    register: [entry('employed', true)],
    own: {},
    disputed: [dispute('employed', false, true)],
  });
  expect(merged.facts).toEqual({ employed: true });
  expect(one(merged, 'employed')?.open).toBeNull();
});

test('说的和台账一样：来源还是台账', () => {
  const merged = mergeFacts({ register: [entry('employed', true)], own: { employed: true } });
  expect(one(merged, 'employed')).toMatchObject({ by: 'register', said: null });
});

test('谁能说：工作、住处、意愿归本人；名单、低保、残疾、生日只看台账', () => {
  const own = ['employed', 'work_county', 'employment_will', 'home_county', 'in_training'] as const;
  const office = ['fpzp', 'continued', 'dibao', 'severe_disabled', 'birth_date', 'hard_to_employ'] as const;
  expect(own.filter((fact) => !personMaySay(fact))).toEqual([]);
  expect(office.filter(personMaySay)).toEqual([]);
});
